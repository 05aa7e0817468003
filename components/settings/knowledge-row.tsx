import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { newSourceState, type SourceState } from '@/lib/knowledge/source-state';
import { sourceById } from '@/lib/knowledge/sources';
import { send } from '@/lib/messages/send';
import type { SourceConnection } from '@/lib/settings/settings';
import { formatBytes } from '@/lib/std/bytes';
import { formatAgo, formatElapsed } from '@/lib/std/time';
import { KnowledgeBroken } from './knowledge-broken';
import { KnowledgeProgress } from './knowledge-progress';
import { nameSchedule } from './knowledge-schedule';
import { placeOf } from './name-source';

interface KnowledgeRowProps {
  readonly connection: SourceConnection;
  readonly state: SourceState | undefined;
  readonly now: number;
  readonly onChange: () => void;
}

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;

/** Size, age and schedule in one quiet line. */
function describe(connection: SourceConnection, state: SourceState, now: number, isFile: boolean): string {
  const { records, size, syncedAt } = state;
  const age = isFile ? 'imported' : 'synced';
  return [
    count(records, 'record', 'records'),
    ...(records > 0 ? [formatBytes(size)] : []),
    syncedAt === null ? 'never synced' : `${age} ${formatAgo(syncedAt, now)}`,
    ...(isFile ? [] : [nameSchedule(connection.everyMinutes)]),
  ].join(' · ');
}

/** One source of knowledge: what it brought, how old that is, and what goes on with it now. */
export function KnowledgeRow({ connection, state: stored, now, onChange }: KnowledgeRowProps) {
  const [open, setOpen] = useState<'broken' | 'remove' | null>(null);
  const source = sourceById(connection.sourceId);
  const isFile = source === undefined;
  const state = stored ?? newSourceState(connection.id);
  const { phase, error } = state;
  const name = source?.name ?? 'Files';
  const ask = (message: 'syncNow' | 'pauseSync' | 'stopSync' | 'removeSource') =>
    void send(message, { connectionId: connection.id });
  const isUnderWay = phase === 'running' || (phase === 'paused' && !error);
  return (
    <section aria-label={`${name} ${placeOf(connection)}`} className="px-3.5 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-52">
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            <span className="font-semibold">{name}</span>
            <span className="text-meta text-ink-2 wrap-anywhere">{placeOf(connection)}</span>
          </p>
          <p
            className="text-meta text-ink-3 tabular-nums"
            title={state.syncedAt === null ? undefined : new Date(state.syncedAt).toLocaleString()}
          >
            {describe(connection, state, now, isFile)}
            {state.broken > 0 ? (
              <>
                {' · '}
                <TextButton onClick={() => setOpen('broken')}>
                  {count(state.broken, 'record', 'records')} left out
                </TextButton>
              </>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isFile || phase !== 'idle' ? null : (
            <Button size="sm" onClick={() => ask('syncNow')}>
              Sync now
            </Button>
          )}
          {isFile ? null : (
            <Button size="sm" onClick={onChange}>
              Change
            </Button>
          )}
          <Button size="sm" variant="danger" onClick={() => setOpen('remove')}>
            Remove
          </Button>
        </div>
      </div>
      {isUnderWay ? (
        <div className="mt-2.5 flex flex-wrap items-center gap-2">
          <KnowledgeProgress state={state} now={now} />
          <Button size="sm" onClick={() => ask(phase === 'paused' ? 'syncNow' : 'pauseSync')}>
            {phase === 'paused' ? 'Resume' : 'Pause'}
          </Button>
          <Button size="sm" onClick={() => ask('stopSync')}>
            Stop
          </Button>
        </div>
      ) : null}
      {error && phase !== 'running' ? (
        <div className="mt-2.5">
          <Banner
            tone={phase === 'waiting' ? 'warn' : 'error'}
            icon={<CircleAlert size={15} />}
            actions={
              <>
                <Button size="sm" onClick={() => ask('syncNow')}>
                  {phase === 'waiting' ? 'Try now' : 'Try again'}
                </Button>
                <Button size="sm" onClick={() => ask('stopSync')}>
                  Stop
                </Button>
              </>
            }
          >
            {error.message}
            {phase === 'waiting'
              ? ` What was taken in is kept. Baton tries again in ${formatElapsed(state.notBefore - now)}.`
              : ''}
          </Banner>
        </div>
      ) : null}
      {open === 'broken' ? (
        <KnowledgeBroken connectionId={connection.id} count={state.broken} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'remove' ? (
        <Dialog title={`Remove ${name}?`} onClose={() => setOpen(null)}>
          <p className="mb-3">
            {state.records === 0
              ? 'Nothing was taken in yet.'
              : `${count(state.records, 'record leaves', 'records leave')} this browser and are found no more.`}{' '}
            {isFile ? 'The files themselves stay where they are.' : 'Nothing changes at the source.'}
          </p>
          <Button
            variant="danger"
            onClick={() => {
              setOpen(null);
              ask('removeSource');
            }}
          >
            Remove
          </Button>
        </Dialog>
      ) : null}
    </section>
  );
}
