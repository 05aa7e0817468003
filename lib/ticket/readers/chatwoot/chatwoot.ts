/**
 * Chatwoot 3 and 4: the dashboard's own JSON API with the agent's session.
 * Pages: `/app/accounts/A/[inbox/I/|label/L/|team/T/|custom_view/V/|mentions/…]conversations/N`.
 * API: "Application APIs → Conversations, Messages, Custom Attributes" (developers.chatwoot.com); source:
 * app/views/api/v1/conversations/partials/_conversation.json.jbuilder, models/_message.json.jbuilder,
 * app/finders/{message,conversation}_finder.rb, app/services/search_service.rb, dashboard/helper/APIHelper.js.
 * The session lies in the script-readable cookie `cw_d_session_info`, so everything works in the desk's page only.
 * Verified against that public source, by fixtures written in its shape; no real Chatwoot was run. Not verified:
 * search by `q` in the list of conversations and article search in every version, the address of an article on a
 * portal with a domain of its own. Activities (opened, labelled, assigned) are left out.
 */
import { ok, type Result } from '@/lib/std/result';
import { toLine } from '@/lib/ticket/bounds';
import { selectAll } from '@/lib/ticket/dom';
import { loggedOut } from '@/lib/ticket/read-errors';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { ConversationAnswer, DefinitionsAnswer } from './answers';
import { chatwootDesk } from './desk';
import { fetchMessages } from './messages';
import { findArticles, findSimilar } from './search';
import { fetchApi, hasSession, otherConversation } from './session';
import { toTicket } from './to-ticket';

const looksLikeChatwoot = (document: Document): boolean =>
  selectAll(document, 'script:not([src])').some((script) => script.textContent?.includes('chatwootConfig'));

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = chatwootDesk.locate(page.url);
  if (!place) return null;
  if (!hasSession(page.document)) return looksLikeChatwoot(page.document) ? loggedOut() : null;
  const { ticketId, basePath } = place;
  const [conversation, conversed] = await Promise.all([
    fetchApi(page, `conversations/${ticketId}`, ConversationAnswer),
    fetchMessages(page, ticketId),
  ]);
  if (!conversation.ok) return conversation;
  if (!conversed.ok) return conversed;
  const { data } = conversation.value;
  if (String(data.id) !== ticketId) return otherConversation();

  const unread: Ticket['unread'] = [];
  const names = new Map<string, string>();
  if (data.custom_attributes && Object.keys(data.custom_attributes).length > 0) {
    const definitions = await fetchApi(page, 'custom_attribute_definitions', DefinitionsAnswer);
    if (!definitions.ok) unread.push({ field: 'custom fields', reason: definitions.error.detail });
    for (const field of definitions.ok ? definitions.value.data : []) {
      if (field.attribute_model === 'conversation_attribute')
        names.set(field.attribute_key, toLine(field.attribute_display_name));
    }
  }
  const { messages, complete } = conversed.value;
  if (!complete) unread.push({ field: 'messages', reason: `only the newest ${messages.length} were read` });
  const accountUrl = new URL(basePath, page.url.origin);
  return ok(toTicket({ conversation: data, messages, names }, accountUrl, unread));
}

export const chatwoot: TicketReader = { ...chatwootDesk, read, addNote, findSimilar, findArticles };
