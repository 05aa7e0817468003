import { send } from '@/lib/messages/send';
import type { TrackerConnection } from '@/lib/settings/settings';
import type { AnyTracker } from '@/lib/trackers';
import { ConfigForm } from './config-form';
import { useConfigForm } from './use-config-form';

interface TrackerFormProps {
  readonly tracker: AnyTracker;
  readonly connection: TrackerConnection | null;
  readonly onDone: () => void;
}

const LABELS = { save: 'Save', check: 'Test connection' } as const;

/** Connects a tracker, or changes the connection. */
export function TrackerForm({ tracker, connection, onDone }: TrackerFormProps) {
  const form = useConfigForm(tracker, connection?.config ?? null);
  const input = { connectionId: connection?.id ?? null, trackerId: tracker.id, config: form.config };
  return (
    <ConfigForm
      name={tracker.name}
      form={form}
      isStored={connection !== null}
      labels={LABELS}
      onCheck={() => send('checkTracker', input)}
      onSave={() => send('saveTracker', input)}
      onDone={onDone}
    />
  );
}
