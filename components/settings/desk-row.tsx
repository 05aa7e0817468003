import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { openTab } from '@/lib/browser/tabs';
import { formatAgo } from '@/lib/std/time';
import { deskById } from '@/lib/ticket/desks';
import type { ReaderHealth } from '@/lib/ticket/reader-health';

export interface DeskEntry {
  /** Address of the desk, without a slash at the end. */
  readonly address: string;
  readonly readerId: string;
  /** True when the agent allowed its origin here or in the panel. */
  readonly allowed: boolean;
  readonly health: ReaderHealth | undefined;
}

interface DeskRowProps {
  readonly desk: DeskEntry;
  readonly onAllow: () => void;
  readonly onRemove: () => void;
}

/** One help desk: may Baton follow it, when was it read last, and which parts came from where. */
export function DeskRow({ desk, onAllow, onRemove }: DeskRowProps) {
  const { address, readerId, allowed, health } = desk;
  const name = deskById(readerId)?.name;
  const host = address.replace(/^https?:\/\//, '');
  return (
    <div className="px-3.5 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-semibold wrap-anywhere">{host}</p>
          <p className="text-meta text-ink-3">
            {name ?? 'No ticket read yet'} · {allowed ? 'allowed' : 'only when opened from the toolbar'}
          </p>
        </div>
        <Button size="sm" onClick={() => void openTab(address)}>
          Open
        </Button>
        {allowed ? null : (
          <Button size="sm" onClick={onAllow}>
            Allow
          </Button>
        )}
        <Button size="sm" variant="danger" onClick={onRemove}>
          Remove
        </Button>
      </div>
      {health ? <Health health={health} /> : null}
    </div>
  );
}

function Health({ health }: { health: ReaderHealth }) {
  const { lastReadAt, failure, fromApi, fromPage, unread } = health;
  const now = Date.now();
  return (
    <details className="mt-1.5">
      <summary className="min-h-6 text-meta">
        <span className="inline-flex items-center gap-1.5 align-middle">
          {failure ? (
            <CircleAlert size={14} className="text-s4" aria-hidden="true" />
          ) : (
            <CircleCheck size={14} className="text-ok" aria-hidden="true" />
          )}
          {lastReadAt === null ? 'Never read' : `Last read ${formatAgo(lastReadAt, now)}`}
          {failure ? `; failed ${formatAgo(failure.at, now)}` : ''}
        </span>
      </summary>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-meta tiny:grid-cols-1">
        {failure ? <Part name="Failure">{failure.detail}</Part> : null}
        {fromApi.length > 0 ? <Part name="From the desk’s API">{fromApi.join(', ')}</Part> : null}
        {fromPage.length > 0 ? <Part name="From the page">{fromPage.join(', ')}</Part> : null}
        {unread.map(({ field, reason }) => (
          <Part key={field} name={`Not read: ${field}`}>
            {reason}
          </Part>
        ))}
      </dl>
    </details>
  );
}

function Part({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
