import { useLiveQuery } from 'dexie-react-hooks';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Kbd } from '@/components/ui/kbd';
import { useAnswer } from '@/components/ui/use-answer';
import { askPage } from '@/lib/browser/page';
import type { MassnessCount } from '@/lib/classification/count-confirmed';
import { toCounted, toLinkedReports, withSeen } from '@/lib/classification/find-candidates';
import { withCounted } from '@/lib/classification/plan-raise';
import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import { listDrafts, listPending } from '@/lib/escalation/store';
import { isDraft } from '@/lib/escalation/transitions';
import { searchClient } from '@/lib/knowledge/search-client';
import { toTicketQuery } from '@/lib/knowledge/ticket-query';
import { send } from '@/lib/messages/send';
import { type SimilarTickets as Found, findSimilarTickets } from '@/lib/ticket/desk-search';
import { listSeen } from '@/lib/ticket/store';
import { type Ticket, toTicketKey } from '@/lib/ticket/ticket';
import { RaiseUndo } from './raise-undo';
import { type Judged, SimilarGroup, SimilarList } from './similar-list';
import { SimilarRow } from './similar-row';

interface SimilarTicketsProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly count: MassnessCount;
  readonly onCounted: (counted: CountedTicket[]) => void;
}

const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Escalations of other tickets, by ticket: those handed off and those that are only watched. */
function useEscalated(): ReadonlyMap<string, Escalation> | undefined {
  return useLiveQuery(async () => {
    const watched = (await listDrafts()).filter(({ earlySignal }) => earlySignal);
    return new Map([...watched, ...(await listPending())].map((it) => [it.ticketKey, it]));
  });
}

/** Other open tickets about the same thing, by who is hit: each confirmed one counts towards massness. */
export function SimilarTickets({ escalation, ticket, tabId, count, onCounted }: SimilarTicketsProps) {
  const escalated = useEscalated();
  const [problem, setProblem] = useState('');
  const seenBefore = useLiveQuery(
    async () =>
      escalated?.size ? (await listSeen(ticket.deskKey)).filter(({ key }) => escalated.has(key)) : [],
    [ticket.deskKey, escalated],
  );
  // The checklist asks under the same key: the desk is asked once for both.
  const key = tabId === null ? null : `similar ${toTicketKey(ticket)} ${ticket.subject}`;
  const { answer, again } = useAnswer(key, () =>
    findSimilarTickets(ticket, (script, request) => askPage(tabId ?? 0, script, request), listSeen),
  );
  const tickets = answer?.ok ? withSeen(ticket, answer.value, seenBefore ?? []) : [];
  const { answer: known } = useAnswer(`reports ${toTicketKey(ticket)} ${ticket.subject}`, () =>
    searchClient()
      .findKnown(toTicketQuery(ticket))
      .catch(() => null),
  );
  const linked = known ? toLinkedReports(known, escalation) : null;
  const sameOf = ({ key }: Judged) => escalation.counted?.find((it) => it.key === key)?.same;
  const judge = (found: Judged, same: boolean) => {
    const wasCounted = sameOf(found) ?? false;
    const at = Date.now();
    onCounted(withCounted(escalation.counted, { ...found, same, at }));
    const other = escalated?.get(found.key);
    if (!other || isDraft(other.state) || !(same || wasCounted)) return;
    const report = { ...toCounted(ticket, ticket.deskKey), same, at };
    setProblem('');
    send('countReport', { escalationId: other.id, report }).then(
      (told) => told.ok || setProblem(told.error.message),
      () => setProblem('Baton’s background did not answer: judge the ticket once more.'),
    );
  };
  return (
    <section aria-label="Similar open tickets">
      <SectionTitle remark={answer?.ok ? summary(tickets.length) : undefined}>
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
      ) : tickets.length > 0 ? (
        <SimilarList
          tickets={tickets}
          deskKey={ticket.deskKey}
          escalated={escalated}
          sameOf={sameOf}
          onJudge={judge}
        />
      ) : null}
      {tickets.map((it) => {
        const other = escalated?.get(toCounted(it, ticket.deskKey).key);
        return other && !isDraft(other.state) ? (
          <RaiseUndo
            key={other.id}
            escalation={other}
            onUndone={() =>
              onCounted((escalation.counted ?? []).filter(({ key }) => key !== other.ticketKey))
            }
          />
        ) : null;
      })}
      {linked ? (
        <Card className="mt-1.5">
          <SimilarGroup title={`Reports of ${linked.bug}`} remark="linked to the known bug">
            {linked.reports.map((it) => (
              <SimilarRow key={it.key} found={it} same={sameOf(it)} onJudge={(same) => judge(it, same)} />
            ))}
          </SimilarGroup>
        </Card>
      ) : null}
      <p role="status" className="mt-1.5 text-meta text-ink-2">
        {number(count.requesters, 'requester', 'requesters')} in{' '}
        {number(count.organizations, 'organization', 'organizations')} counted, this ticket included.
      </p>
      {answer?.ok ? <HowFound found={answer.value} hasRows={tickets.length > 0} onAgain={again} /> : null}
      {problem ? (
        <div className="mt-1.5">
          <Banner tone="error" role="alert" icon={<CircleAlert size={15} />}>
            {problem}
          </Banner>
        </div>
      ) : null}
    </section>
  );
}

const summary = (tickets: number) => (tickets === 0 ? 'none found' : number(tickets, 'ticket', 'tickets'));

const HOW: Record<Found['from'], string> = {
  desk: 'By the desk’s own search. ',
  seen: 'Among the tickets opened beside Baton, since this desk has no search Baton can use. ',
  offline: 'The help desk cannot be reached: only among the tickets opened beside Baton. ',
};

interface HowFoundProps {
  readonly found: Found;
  readonly hasRows: boolean;
  readonly onAgain: () => void;
}

function HowFound({ found, hasRows, onAgain }: HowFoundProps) {
  return (
    <p className="text-meta text-ink-3">
      {hasRows ? (
        <>
          <Kbd>y</Kbd> the same, <Kbd>n</Kbd> not, <Kbd>↑</Kbd> <Kbd>↓</Kbd> next.{' '}
        </>
      ) : null}
      {HOW[found.from]}
      Searched for: <bdi>{found.words.join(', ')}</bdi>
      {found.from === 'offline' ? (
        <>
          {' '}
          <TextButton onClick={onAgain}>Search again</TextButton>
        </>
      ) : null}
    </p>
  );
}
