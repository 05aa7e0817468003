import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { useSetting } from '@/components/ui/use-setting';
import { send } from '@/lib/messages/send';
import { copyOutRepository, type TrackerConnection, trackerConnections } from '@/lib/settings/settings';
import { trackerById, trackers } from '@/lib/trackers';
import { Section } from './section';
import { TrackerForm } from './tracker-form';

function ConnectionRow({ connection, onEdit }: { connection: TrackerConnection; onEdit: () => void }) {
  const tracker = trackerById(connection.trackerId);
  return (
    <div className="flex flex-wrap items-center gap-2 px-3.5 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{tracker?.name ?? connection.trackerId}</p>
        <p className="text-meta text-ink-3 wrap-anywhere">{tracker?.place(connection.config) ?? ''}</p>
      </div>
      <Button size="sm" onClick={onEdit}>
        Change
      </Button>
      <Button
        size="sm"
        variant="danger"
        onClick={() => void send('removeTracker', { connectionId: connection.id })}
      >
        Remove
      </Button>
    </div>
  );
}

/** Where issues go: one tracker, or Copy out with nothing to set up. */
export function TrackersSection() {
  const connections = useSetting(trackerConnections);
  const repository = useSetting(copyOutRepository);
  const [editing, setEditing] = useState<TrackerConnection | 'new' | null>(null);
  if (!connections || repository === undefined) return null;
  const [first] = trackers;
  return (
    <Section
      title="Tracker"
      purpose="Where the issue is filed. The key stays in this browser, encrypted, and is used by Baton’s background part alone."
    >
      {connections.length > 0 ? (
        <Card className="mb-3">
          {connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              onEdit={() => setEditing(connection)}
            />
          ))}
        </Card>
      ) : null}
      {editing && first ? (
        <TrackerForm
          key={editing === 'new' ? 'new' : editing.id}
          tracker={(editing !== 'new' && trackerById(editing.trackerId)) || first}
          connection={editing === 'new' ? null : editing}
          onDone={() => setEditing(null)}
        />
      ) : connections.length === 0 ? (
        <div className="space-y-4">
          <div className="flex flex-wrap gap-2">
            {trackers.map((tracker) => (
              <Button key={tracker.id} variant="primary" onClick={() => setEditing('new')}>
                Connect {tracker.name}
              </Button>
            ))}
          </div>
          <Field
            label="Without a tracker: GitHub repository for the prefilled new-issue page (optional)"
            value={repository}
            onChange={(value) => void copyOutRepository.setValue(value.trim())}
            mono
            placeholder="https://github.com/example/app"
            help="Copy out also gives you the text on the clipboard and as a file."
          />
        </div>
      ) : null}
    </Section>
  );
}
