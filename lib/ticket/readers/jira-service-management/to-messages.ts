import { toInstant, toLine, toRaw } from '@/lib/ticket/bounds';
import { at, listOf } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { JiraComment, JiraIssue } from './answers';

/** Cloud knows people by account id, Data Center by key and login name. */
export const idOf = (person: unknown): string =>
  toLine(at(person, 'accountId') ?? at(person, 'key') ?? at(person, 'name'));

export const nameOf = (person: unknown): string => toLine(at(person, 'displayName') ?? at(person, 'name'));

export const isServiceDesk = ({ fields }: JiraIssue): boolean =>
  at(fields.project, 'projectTypeKey') === 'service_desk';

/** What the comment itself says about who sees it; undefined when it says nothing. */
export function isPublic(comment: unknown): boolean | undefined {
  // For a role or group of the team only.
  if (at(comment, 'visibility')) return false;
  const told = at(comment, 'jsdPublic');
  if (typeof told === 'boolean') return told;
  const mark = listOf(at(comment, 'properties')).find((it) => at(it, 'key') === 'sd.public.comment');
  return mark === undefined ? undefined : String(at(mark, 'value', 'internal')) !== 'true';
}

interface Conversation {
  readonly issue: JiraIssue;
  readonly comments: readonly JiraComment[];
  /** Ids of the public comments, where the desk had to be asked for them. */
  readonly publicIds: ReadonlySet<string> | null;
}

/** `customers`: ids of the reporter and the participants. */
export function toMessages(
  { issue, comments, publicIds }: Conversation,
  customers: ReadonlySet<string>,
  unread: Ticket['unread'],
): Message[] {
  const { reporter, description, created } = issue.fields;
  const toRole = (author: unknown): Message['role'] => {
    const type = at(author, 'accountType');
    if (!author || type === 'app') return 'system';
    return type === 'customer' || customers.has(idOf(author)) ? 'customer' : 'agent';
  };
  /** Rendered HTML, else the raw text: wiki markup in Data Center, in Cloud a tree that is left out. */
  const toOne = (
    id: string,
    author: unknown,
    html: unknown,
    raw: unknown,
    date: unknown,
    internal: boolean,
  ) =>
    toMessage(
      {
        id,
        author: nameOf(author),
        role: toRole(author),
        visibility: internal ? 'internal' : 'public',
        at: toInstant(date),
        body: toRaw(html) || toRaw(raw),
        isHtml: !!toRaw(html),
      },
      unread,
    );
  const opening = at(issue.renderedFields, 'description');
  return [
    toOne('description', reporter, opening, description, created, false),
    ...comments.slice(0, LIMITS.messages - 1).map((comment) => {
      const { id, author, renderedBody, body, created: date } = comment;
      // Without customers everybody who sees the issue sees its comments. Nothing of the team is public on a guess.
      const visible =
        isPublic(comment) ??
        (!isServiceDesk(issue) || (publicIds ? publicIds.has(id) : toRole(author) === 'customer'));
      return toOne(id, author, renderedBody, body, date, !visible);
    }),
  ].filter(({ id, text }) => text || id !== 'description');
}
