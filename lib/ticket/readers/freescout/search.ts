import { ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { fetchPage } from '@/lib/ticket/desk-page';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { attributeOf, lineOf, lineWithout, select } from '@/lib/ticket/page-parts';
import { searchEach } from '@/lib/ticket/search-words';
import type { SimilarQuery, SimilarTicket } from '@/lib/ticket/similar';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';

const ACTIVE = '1';
const PENDING = '2';
const PUBLISHED = '2';
/** Lock, ban, trash and sheets: closed, spam, deleted and draft, should an older desk ignore the filter. */
const NOT_OPEN = '.glyphicon-lock, .glyphicon-ban-circle, .glyphicon-trash, .glyphicon-duplicate';

function toSimilar(row: Element, page: Document, root: string): SimilarTicket[] {
  const ticketId = attribute(row, 'data-conversation_id');
  const subject = select(row, 'td.conv-subject p');
  if (!/^\d{1,18}$/.test(ticketId) || !subject || select(subject, NOT_OPEN)) return [];
  const email = toLine(attributeOf(row, 'td.conv-customer a', 'title'));
  const customer = select(row, 'td.conv-customer a');
  const name = lineWithout(customer, '.conv-counter, .conv-owner-mobile, .conv-email') || email;
  const requester = { id: email || name, name, email };
  // The filter's own list says how the desk calls its states.
  const state = /(?:^|\s)conv-active(?:\s|$)/.test(attribute(row, 'class')) ? ACTIVE : PENDING;
  return [
    {
      ticketId,
      number: lineWithout(select(row, 'td.conv-number a'), 'i'),
      url: `${root}conversation/${ticketId}`,
      subject: lineWithout(subject, '.fs-tag'),
      status: lineOf(select(page, `select[name="f[status][]"] option[value="${state}"]`)),
      requester,
      organization: null,
      // Shown in words ("2 hours ago") only.
      updatedAt: null,
    },
  ];
}

/**
 * The search page with its filters and without `q`: what is typed there would appear among the agent's recent searches.
 * It looks for a phrase, so each word is asked for by itself, in subjects, and the first in the messages too.
 */
export async function findSimilar(
  { ticketId, words }: SimilarQuery,
  desk: Desk,
): Promise<Result<SimilarTicket[], ReadError>> {
  const ask = async (
    filter: 'subject' | 'body',
    word: string,
  ): Promise<Result<SimilarTicket[], ReadError>> => {
    const query = new URLSearchParams([
      [`f[${filter}]`, word],
      ['f[status][]', ACTIVE],
      ['f[status][]', PENDING],
      ['f[state][]', PUBLISHED],
    ]);
    const answer = await fetchPage(desk, `${desk.url.pathname}search?${query}`);
    if (!answer.ok) return answer;
    const page = answer.value.document;
    return ok(
      selectAll(page, 'table.table-conversations tr.conv-row').flatMap((row) =>
        toSimilar(row, page, desk.url.href),
      ),
    );
  };
  let isFirst = true;
  const found = await searchEach(
    words,
    async (word) => {
      const inBodies = isFirst;
      isFirst = false;
      const [subjects, bodies] = await Promise.all([
        ask('subject', word),
        inBodies ? ask('body', word) : ok([]),
      ]);
      if (!subjects.ok) return subjects;
      const known = new Set(subjects.value.map((ticket) => ticket.ticketId));
      const further = bodies.ok ? bodies.value.filter((ticket) => !known.has(ticket.ticketId)) : [];
      return ok([...subjects.value, ...further]);
    },
    (ticket) => ticket.ticketId,
  );
  return found.ok ? ok(found.value.filter((ticket) => ticket.ticketId !== ticketId).slice(0, 50)) : found;
}
