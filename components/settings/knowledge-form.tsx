import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AnySource } from '@/lib/knowledge/sources';
import { send } from '@/lib/messages/send';
import type { SourceConnection } from '@/lib/settings/settings';
import { ChoiceField } from './choice-field';
import { ConfigFields, VerdictBanner } from './config-fields';
import { SCHEDULES } from './knowledge-schedule';
import { useConfigForm, type Verdict } from './use-config-form';

interface KnowledgeFormProps {
  readonly source: AnySource;
  readonly connection: SourceConnection | null;
  readonly onDone: () => void;
}

const SCHEDULE_FIELD = { label: 'Sync', choices: SCHEDULES } as const;
/** A pack is one small file on a static host: asking for it often costs nobody anything. */
const defaultSchedule = (source: AnySource) => (source.id === 'knowledge-pack' ? '15' : '60');

/** Drawn from the source's own config schema. Saving begins the first sync. */
export function KnowledgeForm({ source, connection, onDone }: KnowledgeFormProps) {
  const form = useConfigForm(source, connection?.config ?? null);
  const [every, setEvery] = useState(String(connection?.everyMinutes ?? defaultSchedule(source)));
  const input = {
    connectionId: connection?.id ?? null,
    sourceId: source.id,
    config: form.config,
    everyMinutes: Number(every),
  };

  const check = async (): Promise<Verdict> => {
    const answer = await send('checkSource', input);
    return answer.ok
      ? { ok: true, message: answer.value.summary, warnings: answer.value.warnings }
      : { ok: false, message: answer.error.message, warnings: [] };
  };
  const save = async (): Promise<Verdict> => {
    const answer = await send('saveSource', input);
    return answer.ok
      ? { ok: true, message: 'Saved.', warnings: [] }
      : { ok: false, message: answer.error.message, warnings: [] };
  };

  return (
    <form
      aria-label={source.name}
      className="space-y-3.5 rounded-lg border border-line bg-card p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        void form.withPermission(save).then((result) => {
          if (result.ok) onDone();
        });
      }}
    >
      <div>
        <h3 className="font-bold">{connection ? `Change ${source.name}` : `Connect ${source.name}`}</h3>
        <p className="mt-0.5 text-meta text-ink-3">{source.offers}</p>
      </div>
      <ConfigFields
        fields={form.fields}
        config={form.config}
        onChange={form.change}
        isStored={connection !== null}
      />
      <ChoiceField meta={SCHEDULE_FIELD} value={every} onChange={setEvery} />
      {form.verdict ? <VerdictBanner verdict={form.verdict} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" disabled={form.busy}>
          Save and sync
        </Button>
        <Button disabled={form.busy} onClick={() => void form.withPermission(check)}>
          Check connection
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
