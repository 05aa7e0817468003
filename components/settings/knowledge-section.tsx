import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useSetting } from '@/components/ui/use-setting';
import { type AnySource, sourceById, sources } from '@/lib/knowledge/sources';
import { loadStates } from '@/lib/knowledge/store';
import { type SourceConnection, sourceConnections } from '@/lib/settings/settings';
import { MINUTE_MS, SECOND_MS } from '@/lib/std/time';
import { KnowledgeForm } from './knowledge-form';
import { KnowledgeImport } from './knowledge-import';
import { KnowledgeRow } from './knowledge-row';
import { Section } from './section';
import { useNow } from './use-now';

type Editing = { readonly source: AnySource; readonly connection: SourceConnection | null };

/** Where known bugs, articles and feature cards come from, and how fresh the copy in this browser is. */
export function KnowledgeSection() {
  const connections = useSetting(sourceConnections);
  const states = useLiveQuery(loadStates);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [choosing, setChoosing] = useState(false);
  const isMoving = states?.some(({ phase }) => phase === 'running' || phase === 'waiting');
  const now = useNow(isMoving ? SECOND_MS : MINUTE_MS / 2);
  if (!connections || !states) return null;

  const edit = (connection: SourceConnection) => {
    const source = sourceById(connection.sourceId);
    if (source) setEditing({ source, connection });
  };
  const done = () => {
    setEditing(null);
    setChoosing(false);
  };
  return (
    <Section
      title="Knowledge"
      purpose="What is already known: bugs, articles, feature cards. Baton keeps a copy in this browser, so that matches stand beside the ticket at once, offline too."
    >
      {connections.length > 0 ? (
        <Card className="mb-3">
          {connections.map((connection) => (
            <KnowledgeRow
              key={connection.id}
              connection={connection}
              state={states.find(({ connectionId }) => connectionId === connection.id)}
              now={now}
              onChange={() => edit(connection)}
            />
          ))}
        </Card>
      ) : null}
      {editing ? (
        <KnowledgeForm
          key={editing.connection?.id ?? editing.source.id}
          source={editing.source}
          connection={editing.connection}
          onDone={done}
        />
      ) : choosing ? (
        <SourceChoice onChoose={(source) => setEditing({ source, connection: null })} onCancel={done} />
      ) : (
        <div className="space-y-3">
          <Button
            variant={connections.length === 0 ? 'primary' : 'secondary'}
            onClick={() => setChoosing(true)}
          >
            Add a source
          </Button>
          <KnowledgeImport />
        </div>
      )}
    </Section>
  );
}

interface SourceChoiceProps {
  readonly onChoose: (source: AnySource) => void;
  readonly onCancel: () => void;
}

/** Every kind of source with what it offers. */
function SourceChoice({ onChoose, onCancel }: SourceChoiceProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-meta font-bold text-ink-2">Where is it kept?</legend>
      <ul className="grid gap-1.5 sm:grid-cols-2">
        {sources.map((source) => (
          <li key={source.id} className="flex">
            <button
              type="button"
              onClick={() => onChoose(source)}
              className="btn flex w-full flex-col items-start rounded-lg bg-card px-3 py-2 text-left inset-ring-1 inset-ring-line hover:inset-ring-control"
            >
              <span className="block font-semibold">{source.name}</span>
              <span className="block text-meta text-ink-3">{source.offers}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" className="mt-2" onClick={onCancel}>
        Cancel
      </Button>
    </fieldset>
  );
}
