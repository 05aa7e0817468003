/**
 * Zammad 5 and 6: REST API v1 with the agent's session cookie.
 * Pages: `/#ticket/zoom/ID[/ARTICLE]`; newer interface `/desktop/tickets/ID`, `/mobile/tickets/ID`.
 * API: docs.zammad.org "REST API → Ticket, Articles, Tags, Links, States, User" (api/ticket/*.rst); source:
 * app/controllers/{ticket_articles,tickets,links,ticket_states}_controller.rb, knowledge_base/search_controller.rb (no
 * CSRF token asked), application_controller/prevents_csrf.rb, models/link.rb, models/ticket/search.rb.
 * Custom fields keep their technical names: `object_manager_attributes` is for `admin.object` alone (api/object.rst).
 * The reply box after app/assets/javascripts/app/views/ticket_zoom/article_new.jst.eco; the newer interface has another.
 * Verified by fixtures written from those pages; no real Zammad was run. The `/desktop` and `/mobile` addresses are
 * not confirmed in the documentation. Zammad cannot live under a base path.
 */

import * as v from 'valibot';
import { err, ok, type Result } from '@/lib/std/result';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { selectAll } from '@/lib/ticket/dom';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { addNote } from './add-note';
import { ArticleItem, LinksAnswer, TagsAnswer, TicketAnswer, UserAnswer } from './answers';
import { zammadDesk } from './desk';
import { insertReply } from './insert-reply';
import { findArticles, findSimilar } from './search';
import { toTicket } from './to-ticket';

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = zammadDesk.locate(page.url);
  if (!place) return null;
  const { ticketId } = place;
  const ticket = await fetchJson(page, `/api/v1/tickets/${ticketId}?expand=true`, TicketAnswer);
  if (!ticket.ok) {
    // Such addresses are not Zammad's alone: without an answer in shape its own page must speak for it.
    const looksLikeZammad =
      selectAll(
        page.document,
        '#zammad_form_script, [src*="/assets/application-"], .ticketZoom, .zammad-chat',
      ).length > 0;
    return looksLikeZammad || ticket.error.kind === 'offline' ? ticket : null;
  }
  const { id, customer_id: customerId } = ticket.value.data;
  if (String(id) !== ticketId) {
    const detail = 'The help desk answered with another ticket than this one. Reload its page.';
    return err({ kind: 'changed-layout', detail });
  }
  const [articles, customer, tags, links] = await Promise.all([
    fetchJson(page, `/api/v1/ticket_articles/by_ticket/${ticketId}?expand=true`, v.array(ArticleItem)),
    customerId ? fetchJson(page, `/api/v1/users/${customerId}?expand=true`, UserAnswer) : null,
    fetchJson(page, `/api/v1/tags?object=Ticket&o_id=${ticketId}`, TagsAnswer),
    fetchJson(page, `/api/v1/links?link_object=Ticket&link_object_value=${ticketId}`, LinksAnswer),
  ]);
  if (!articles.ok) return articles;

  const unread: Ticket['unread'] = [];
  // The rest enriches the ticket: agents may lack the right to see a user.
  for (const [field, answer] of [
    ['requester', customer],
    ['tags', tags],
    ['linked tickets', links],
  ] as const) {
    if (answer && !answer.ok) unread.push({ field, reason: answer.error.detail });
  }
  const answers = {
    ticket: ticket.value.data,
    articles: articles.value.data,
    customer: customer?.ok ? customer.value.data : null,
    tags: tags.ok ? tags.value.data.tags : [],
    links: links.ok ? links.value.data : null,
  };
  return ok(toTicket(answers, page.url.origin, unread));
}

export const zammad: TicketReader = { ...zammadDesk, read, addNote, insertReply, findSimilar, findArticles };
