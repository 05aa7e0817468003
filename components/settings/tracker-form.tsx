import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { requestOrigins } from '@/lib/browser/permissions';
import { send } from '@/lib/messages/send';
import type { TrackerConnection } from '@/lib/settings/settings';
import type { AnyTracker } from '@/lib/trackers';
import { configFields } from '@/lib/trackers/config-fields';
import { ChoiceField } from './choice-field';

interface TrackerFormProps {
  readonly tracker: AnyTracker;
  readonly connection: TrackerConnection | null;
  readonly onDone: () => void;
}

interface Verdict {
  readonly ok: boolean;
  readonly message: string;
  readonly warnings: readonly string[];
}

/** Drawn from the tracker's own config schema. Secrets are never shown again; an empty one keeps what is stored. */
export function TrackerForm({ tracker, connection, onDone }: TrackerFormProps) {
  const fields = configFields(tracker);
  const [config, setConfig] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, initial }) => [name, connection?.config[name] ?? initial])),
  );
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);
  const input = { connectionId: connection?.id ?? null, trackerId: tracker.id, config };

  /** The permission is asked for inside the click; refused means nothing else is tried. */
  const withPermission = async (step: () => Promise<Verdict>) => {
    setVerdict(null);
    const hosts = tracker.hosts(config);
    const granted = hosts.length === 0 ? Promise.resolve(true) : requestOrigins(hosts);
    setBusy(true);
    const result = await granted
      .catch(() => false)
      .then((allowed) =>
        allowed
          ? step()
          : {
              ok: false,
              message: 'Without the permission Baton cannot reach this address. Nothing was saved.',
              warnings: [],
            },
      )
      .catch(() => ({
        ok: false,
        message: 'Baton’s background part did not answer. Try again.',
        warnings: [],
      }));
    setBusy(false);
    setVerdict(result);
    return result;
  };

  const test = async (): Promise<Verdict> => {
    const answer = await send('checkTracker', input);
    return answer.ok
      ? { ok: true, message: answer.value.summary, warnings: answer.value.warnings }
      : { ok: false, message: answer.error.message, warnings: [] };
  };
  const save = async (): Promise<Verdict> => {
    const answer = await send('saveTracker', input);
    return answer.ok
      ? { ok: true, message: 'Saved.', warnings: [] }
      : { ok: false, message: answer.error.message, warnings: [] };
  };

  return (
    <form
      className="space-y-3.5 rounded-lg border border-line bg-card p-4 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        void withPermission(save).then((result) => {
          if (result.ok) onDone();
        });
      }}
    >
      <h3 className="font-bold">{connection ? `Change ${tracker.name}` : `Connect ${tracker.name}`}</h3>
      {fields.map(({ name, meta }) =>
        meta.kind === 'choice' ? (
          <ChoiceField
            key={name}
            meta={meta}
            value={config[name] ?? ''}
            onChange={(value) => setConfig((before) => ({ ...before, [name]: value }))}
          />
        ) : (
          <Field
            key={name}
            name={name}
            label={meta.label}
            value={config[name] ?? ''}
            onChange={(value) => setConfig((before) => ({ ...before, [name]: value }))}
            placeholder={
              meta.secret && connection ? 'stored; leave empty to keep it' : (meta.placeholder ?? '')
            }
            help={meta.help}
            secret={meta.secret ?? false}
            mono={meta.kind === 'url' || (meta.secret ?? false)}
          />
        ),
      )}
      {verdict ? (
        <Banner
          tone={verdict.ok ? 'accent' : 'error'}
          role={verdict.ok ? 'status' : 'alert'}
          icon={verdict.ok ? <CircleCheck size={15} /> : <CircleAlert size={15} />}
        >
          {verdict.message}
          {verdict.warnings.map((warning) => (
            <p key={warning} className="mt-1 text-ink-2">
              {warning}
            </p>
          ))}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" disabled={busy}>
          Save
        </Button>
        <Button disabled={busy} onClick={() => void withPermission(test)}>
          Test connection
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
