import { Banner } from '@/components/ui/banner';
import type { Ticket } from '@/lib/ticket/ticket';

/** Fields the reader could not read, and why. Folded: it matters only to whoever misses something. */
export function PartialNotice({ ticket }: { ticket: Ticket }) {
  if (ticket.unread.length === 0) return null;
  return (
    <Banner>
      <details>
        <summary className="min-h-6 font-semibold">
          Not everything could be read: {ticket.unread.map((entry) => entry.field).join(', ')}
        </summary>
        <ul className="mt-1 list-disc ps-4">
          {ticket.unread.map((entry) => (
            <li key={entry.field}>
              {entry.field}: {entry.reason}
            </li>
          ))}
        </ul>
      </details>
    </Banner>
  );
}
