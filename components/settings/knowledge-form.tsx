import { useState } from 'react';
import type { AnySource } from '@/lib/knowledge/sources';
import { send } from '@/lib/messages/send';
import type { SourceConnection } from '@/lib/settings/settings';
import { ChoiceField } from './choice-field';
import { ConfigForm } from './config-form';
import { SCHEDULES } from './knowledge-schedule';
import { useConfigForm } from './use-config-form';

interface KnowledgeFormProps {
  readonly source: AnySource;
  readonly connection: SourceConnection | null;
  readonly onDone: () => void;
}

const LABELS = { save: 'Save and sync', check: 'Check connection' } as const;
const SCHEDULE_FIELD = { label: 'Sync', choices: SCHEDULES } as const;
/** A pack is one small file on a static host: asking for it often costs nobody anything. */
const defaultSchedule = (source: AnySource) => (source.id === 'knowledge-pack' ? '15' : '60');

/** Connects a knowledge source, or changes the connection. Saving begins the first sync. */
export function KnowledgeForm({ source, connection, onDone }: KnowledgeFormProps) {
  const form = useConfigForm(source, connection?.config ?? null);
  const [every, setEvery] = useState(String(connection?.everyMinutes ?? defaultSchedule(source)));
  const input = {
    connectionId: connection?.id ?? null,
    sourceId: source.id,
    config: form.config,
    everyMinutes: Number(every),
  };
  return (
    <ConfigForm
      name={source.name}
      remark={source.offers}
      form={form}
      isStored={connection !== null}
      labels={LABELS}
      onCheck={() => send('checkSource', input)}
      onSave={() => send('saveSource', input)}
      onDone={onDone}
    >
      <ChoiceField meta={SCHEDULE_FIELD} value={every} onChange={setEvery} />
    </ConfigForm>
  );
}
