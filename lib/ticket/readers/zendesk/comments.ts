import { ok, type Result } from '@/lib/std/result';
import { toRaw } from '@/lib/ticket/bounds';
import { fetchJson } from '@/lib/ticket/desk-fetch';
import { hasMarker } from '@/lib/ticket/note';
import type { Desk, ReadError } from '@/lib/ticket/ticket-reader';
import { CommentsAnswer, type ZendeskComment, type ZendeskUser } from './answers';

const PAGE_SIZE = 100;

interface Conversation {
  readonly comments: ZendeskComment[];
  readonly people: ZendeskUser[];
  /** False when the ticket has more than `max`. */
  readonly complete: boolean;
}

/** All comments, oldest first, by cursor. Zendesk allows 5000 of them on a ticket. */
export async function fetchComments(
  desk: Desk,
  ticketId: string,
  max: number,
): Promise<Result<Conversation, ReadError>> {
  const first = `/api/v2/tickets/${ticketId}/comments.json?include=users&include_inline_images=true&page[size]=${PAGE_SIZE}`;
  const comments: ZendeskComment[] = [];
  const people: ZendeskUser[] = [];
  let after = '';
  while (comments.length < max) {
    const answer = await fetchJson(
      desk,
      after ? `${first}&page[after]=${encodeURIComponent(after)}` : first,
      CommentsAnswer,
      { cache: 'no-store' },
    );
    if (!answer.ok) return answer;
    const { meta, users, comments: page } = answer.value.data;
    comments.push(...page);
    people.push(...users);
    const next = meta?.has_more ? toRaw(meta.after_cursor) : '';
    if (!next || next === after || page.length === 0) return ok({ comments, people, complete: true });
    after = next;
  }
  return ok({ comments, people, complete: false });
}

/** True when the text of a comment, or of the audit's event about it, carries the marker. */
export const isMarked = (comment: { html_body?: unknown; body?: unknown }, marker: string): boolean =>
  hasMarker(`${toRaw(comment.html_body)}\n${toRaw(comment.body)}`, marker);
