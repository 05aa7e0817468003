import { Button } from '@/components/ui/button';
import { send } from '@/lib/messages/send';
import type { TrackerConnection } from '@/lib/settings/settings';
import type { AnyTracker } from '@/lib/trackers';
import { ConfigFields, VerdictBanner } from './config-fields';
import { useConfigForm, type Verdict } from './use-config-form';

interface TrackerFormProps {
  readonly tracker: AnyTracker;
  readonly connection: TrackerConnection | null;
  readonly onDone: () => void;
}

/** Drawn from the tracker's own config schema. Secrets are never shown again; an empty one keeps what is stored. */
export function TrackerForm({ tracker, connection, onDone }: TrackerFormProps) {
  const form = useConfigForm(tracker, connection?.config ?? null);
  const input = { connectionId: connection?.id ?? null, trackerId: tracker.id, config: form.config };

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
        void form.withPermission(save).then((result) => {
          if (result.ok) onDone();
        });
      }}
    >
      <h3 className="font-bold">{connection ? `Change ${tracker.name}` : `Connect ${tracker.name}`}</h3>
      <ConfigFields
        fields={form.fields}
        config={form.config}
        onChange={form.change}
        isStored={connection !== null}
      />
      {form.verdict ? <VerdictBanner verdict={form.verdict} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" type="submit" disabled={form.busy}>
          Save
        </Button>
        <Button disabled={form.busy} onClick={() => void form.withPermission(test)}>
          Test connection
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
