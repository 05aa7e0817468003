/**
 * Intercom (inbox of today and of before 2022): the application's own requests with the agent's session.
 * Pages: `app.intercom.com/a/inbox/WORKSPACE/…/conversation/ID`, `/a/apps/WORKSPACE/…/conversations/ID`; also `app.eu`
 * and `app.au`.
 * API: `GET /ember/inbox/conversations/ID?app_id=WORKSPACE`, undocumented. Seen in two independent public extensions:
 * one gives the shape of persons, assignees and tags, the other that of the parts. Its kinds: 1 and 12 customer, 2 and
 * 24 reply to the customer, 3 internal note, 5 6 14 21 26 31 71 events. An early version of that extension took 2 for
 * the note; it was corrected after a look at live conversations. Kinds that nobody has described count as internal.
 * Not verified: no workspace was reached; attributes, companies with names, files.
 * No notes: the public API takes them with a token only, and how the application itself writes them is not known well
 * enough to be sure that a note stays internal. No search: what the list's `search_text` does is not described.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { ConversationAnswer } from './answers';
import { findConversation, intercomDesk } from './desk';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = findConversation(page.url);
  if (!place) return null;
  const { workspace, id } = place;
  if (workspace === '_')
    return err({ kind: 'half-loaded', detail: 'Intercom is still opening the conversation. Try again.' });
  const answer = await fetchJson(
    page,
    `/ember/inbox/conversations/${id}?app_id=${encodeURIComponent(workspace)}`,
    ConversationAnswer,
    { cache: 'no-store' },
  );
  if (!answer.ok) return answer;
  const conversation = answer.value.data;
  if (String(conversation.id) !== id)
    return err({
      kind: 'changed-layout',
      detail:
        'Intercom answered with another conversation than the open one. Reload the page, then try again.',
    });
  return ok(toTicket(conversation, workspace, page.url.origin));
}

export const intercom: TicketReader = { ...intercomDesk, read };
