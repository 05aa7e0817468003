import { CircleAlert } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { useAnswer } from '@/components/ui/use-answer';
import { askPage } from '@/lib/browser/page';
import { showAddress } from '@/lib/browser/tabs';
import {
  type SimilarTickets as Found,
  findSimilarTickets,
  groupByOrganization,
  type OrganizationGroup,
} from '@/lib/ticket/desk-search';
import type { SimilarTicket } from '@/lib/ticket/similar';
import { listSeen } from '@/lib/ticket/store';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';

interface SimilarTicketsProps {
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Other open tickets about the same thing, by who is hit: what massness is counted from. */
export function SimilarTickets({ ticket, tabId }: SimilarTicketsProps) {
  const key = tabId === null ? null : `similar ${toTicketKey(ticket)} ${ticket.subject}`;
  const { answer, again } = useAnswer(key, () =>
    findSimilarTickets(
      ticket,
      (script, request) =>
        tabId === null ? Promise.reject(new Error('no tab')) : askPage(tabId, script, request),
      listSeen,
    ),
  );
  const groups = answer?.ok ? groupByOrganization(answer.value.tickets) : [];
  return (
    <section aria-label="Similar open tickets">
      <SectionTitle remark={answer?.ok ? summary(answer.value, groups) : undefined}>
        Similar open tickets
      </SectionTitle>
      {answer === undefined ? (
        <p role="status" className="text-meta text-ink-3">
          {tabId === null
            ? 'Bring the ticket to the front to search its help desk.'
            : 'Searching the help desk…'}
        </p>
      ) : answer === null ? (
        <p className="text-meta text-ink-3">This ticket has no words yet that could be searched for.</p>
      ) : !answer.ok ? (
        <Banner
          tone="error"
          role="alert"
          icon={<CircleAlert size={15} />}
          actions={
            <Button size="sm" onClick={again}>
              Search again
            </Button>
          }
        >
          {answer.error.detail}
        </Banner>
      ) : (
        <Results found={answer.value} groups={groups} />
      )}
    </section>
  );
}

function summary({ tickets }: Found, groups: readonly OrganizationGroup[]): string {
  if (tickets.length === 0) return 'none found';
  const named = groups.filter((group) => group.organization).length;
  const where = named > 0 ? ` in ${count(named, 'organization', 'organizations')}` : '';
  return `${count(tickets.length, 'ticket', 'tickets')}${where}`;
}

function Results({ found, groups }: { found: Found; groups: readonly OrganizationGroup[] }) {
  return (
    <>
      {groups.length > 0 ? (
        <Card>
          {groups.map((group) => (
            <Group key={group.organization?.id ?? ''} group={group} />
          ))}
        </Card>
      ) : null}
      <p className="mt-1.5 text-meta text-ink-3">
        {found.from === 'seen'
          ? 'Among the tickets opened beside Baton, since this desk has no search Baton can use. '
          : 'By the desk’s own search. '}
        Searched for: <bdi>{found.words.join(', ')}</bdi>
      </p>
    </>
  );
}

function Group({ group }: { group: OrganizationGroup }) {
  return (
    <div className="px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-meta">
        <bdi className="font-semibold">{group.organization?.name ?? 'Without organization'}</bdi>
        <span className="text-ink-3">{count(group.requesters, 'person', 'people')}</span>
      </p>
      <ul className="mt-0.5">
        {group.tickets.map((ticket) => (
          <Row key={ticket.ticketId} ticket={ticket} />
        ))}
      </ul>
    </div>
  );
}

function Row({ ticket }: { ticket: SimilarTicket }) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      <TextButton
        className="min-w-0 flex-1 items-baseline gap-1.5 py-0.5 text-start"
        title={ticket.subject}
        onClick={() => void showAddress(ticket.url)}
      >
        <span className="shrink-0 font-mono text-meta text-ink-3">#{ticket.number}</span>
        <span dir="auto" className="line-clamp-2 font-medium text-ink wrap-anywhere">
          {ticket.subject || 'No subject'}
        </span>
      </TextButton>
      {ticket.status ? <Chip>{ticket.status}</Chip> : null}
    </li>
  );
}
