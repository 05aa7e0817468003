import { useLiveQuery } from 'dexie-react-hooks';
import { Check, CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { send } from '@/lib/messages/send';
import { type Delivery, isPartOfHandOff } from '@/lib/outbox/delivery';
import { whatToDo } from '@/lib/outbox/retry-policy';
import { listDeliveries } from '@/lib/outbox/store';
import { formatAgo } from '@/lib/std/time';

const WHAT: Record<Exclude<Delivery['payload']['kind'], 'attachment' | 'comment'>, string> = {
  issue: 'Issue',
  note: 'Internal note on the ticket',
  article: 'Change to the knowledge base',
};

const COMMENTS = {
  report: 'Comment on the known bug',
  raise: 'Comment: the level rose',
  completion: 'Comment: the rest of the report',
} as const;

function Name({ payload }: Pick<Delivery, 'payload'>) {
  if (payload.kind === 'attachment') return <bdi>{payload.name}</bdi>;
  return payload.kind === 'comment' ? COMMENTS[payload.about ?? 'report'] : WHAT[payload.kind];
}

/** The issue first: the rest hangs on it. */
const ORDER: Record<Delivery['payload']['kind'], number> = {
  issue: 0,
  attachment: 1,
  note: 2,
  comment: 3,
  article: 4,
};

/** What is going on with one delivery, in plain words. */
function toWords(row: Delivery): { icon: ReactNode; text: string } {
  const spin = <LoaderCircle size={15} className="animate-spin motion-reduce:animate-none text-accent" />;
  switch (row.state) {
    case 'sent':
      return {
        icon: <Check size={15} strokeWidth={3} className="text-ok" />,
        text: row.result ? `Filed as ${row.result.key}` : 'Done',
      };
    case 'sending':
      return { icon: spin, text: 'Sending now' };
    case 'blocked':
      return { icon: <CircleAlert size={15} className="text-s4" />, text: row.error?.message ?? 'Needs you' };
    case 'waiting':
      return {
        icon: <Clock size={15} className="text-ink-3" />,
        text: row.error
          ? `${row.error.message} Kept here; ${whatToDo(row.error.kind, isPartOfHandOff(row))}`
          : row.after
            ? 'Waits for the issue'
            : 'Saved here, goes out in a moment',
      };
    case 'cancelled':
      return { icon: <Clock size={15} className="text-ink-3" />, text: 'Taken back' };
  }
}

function textOf({ payload }: Delivery): string {
  if (payload.kind === 'comment') return payload.text;
  if (payload.kind !== 'article') return '';
  return payload.change.kind === 'flag' ? payload.change.note : payload.change.markdown;
}

/** The way out of what will never go through: carry it by hand, or decide that it is not needed. */
function LetGo({ row }: { row: Delivery }) {
  return (
    <span className="ms-2 mt-1.5 inline-flex flex-wrap gap-2">
      <CopyButton text={textOf(row)} label="Copy" />
      <Button size="sm" onClick={() => void send('dropDelivery', { deliveryId: row.id })}>
        Let it go
      </Button>
    </span>
  );
}

/** Every part of a handoff with its own state: the agent sees what is out, what waits and why. */
export function Deliveries({ escalationId, title }: { escalationId: string; title: string }) {
  const rows = useLiveQuery(() => listDeliveries(escalationId), [escalationId], []);
  if (rows.length === 0) return null;
  const inOrder = rows.toSorted((a, b) => ORDER[a.payload.kind] - ORDER[b.payload.kind]);
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        {inOrder.map((row) => {
          const { icon, text } = toWords(row);
          return (
            <div
              key={row.id}
              className="flex items-start gap-2.5 px-3 py-2"
              data-delivery={row.payload.kind}
              data-state={row.state}
            >
              <span className="mt-0.5">{icon}</span>
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  <Name payload={row.payload} />
                </p>
                <p className="text-meta text-ink-3">
                  {text}
                  {row.state === 'blocked' && row.error
                    ? ` ${whatToDo(row.error.kind, isPartOfHandOff(row))}`
                    : ''}
                  {row.error && row.state !== 'sent' ? ` (${formatAgo(row.error.at, Date.now())})` : ''}
                </p>
                {row.state === 'blocked' || (row.state === 'waiting' && row.error) ? (
                  <Button
                    size="sm"
                    className="mt-1.5"
                    onClick={() => void send('retryDelivery', { deliveryId: row.id })}
                  >
                    Try again
                  </Button>
                ) : null}
                {row.state === 'blocked' && !isPartOfHandOff(row) ? <LetGo row={row} /> : null}
                {row.state === 'blocked' && row.error?.kind === 'invalid' && row.payload.kind === 'issue' ? (
                  <Button
                    size="sm"
                    className="ms-2 mt-1.5"
                    onClick={() => void send('reopenHandOff', { escalationId })}
                  >
                    Change the report
                  </Button>
                ) : null}
              </div>
            </div>
          );
        })}
      </Card>
    </section>
  );
}
