import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { LinkedTicket, Message, Ticket } from '@/lib/ticket/ticket';
import type { GitlabIssue, GitlabNote } from './answers';
import { gitlabDesk } from './desk';
import { findUploads, toReadable } from './markdown';
import { isInternal, type Site } from './rest';

export interface Answers {
  readonly issue: GitlabIssue;
  readonly notes: readonly GitlabNote[];
  readonly links: unknown;
  /** Ids of the authors who belong to the project; null when that could not be asked. */
  readonly members: ReadonlySet<unknown> | null;
}

/** Writes what came by mail. */
export const isBot = (author: unknown): boolean => /^support-bot\d*$/.test(lineAt(author, 'username'));

/** What happened to the ticket as a whole; the rest of the system's notes repeats the fields. */
const TELLING = /^(?:closed|reopened|moved|promoted|marked this \w+ as a duplicate)/;

/** Who asked: by mail through Service Desk, else the author of the issue. */
export function toPeople(issue: GitlabIssue) {
  const author = issue.author;
  // Stars stand for letters where the agent may not see the address.
  const written = toLine(issue.service_desk_reply_to);
  const email = written.includes('*') ? '' : written;
  const byMail = isBot(author) || written !== '';
  const id = byMail ? email : lineAt(author, 'id');
  const requester = { id, name: byMail ? written : lineAt(author, 'name'), email };
  return { requester, organization: null };
}

function toMessages(
  { issue, notes, members }: Answers,
  requester: string,
  unread: Ticket['unread'],
): Message[] {
  const opener = at(issue, 'author', 'id');
  const toRole = (note: Readonly<Record<string, unknown>>): Message['role'] => {
    const author = note.author;
    const id = at(author, 'id');
    if (note.system === true) return 'system';
    if (isBot(author)) return 'customer';
    // An agent may turn an issue of his own into a ticket.
    if (id === opener) return issue.service_desk_reply_to ? 'agent' : 'customer';
    return isInternal(note) || (members?.has(id) ?? true) ? 'agent' : 'customer';
  };
  const toOne = (id: string, body: string, note: Readonly<Record<string, unknown>>): Message => {
    const author = note.author;
    return toMessage(
      {
        id,
        // The API does not say which of several mail addresses wrote.
        author: (isBot(author) && requester) || lineAt(author, 'name'),
        role: toRole(note),
        visibility: note !== issue && isInternal(note) ? 'internal' : 'public',
        at: toInstant(note.created_at),
        ...toReadable(body),
      },
      unread,
    );
  };
  const opening = toRaw(issue.description);
  return [
    ...(opening ? [toOne('description', opening, issue)] : []),
    ...notes
      .filter((note) => note.system !== true || TELLING.test(note.body))
      .map((note) => toOne(String(note.id), note.body, note)),
  ].slice(0, LIMITS.messages);
}

const FIELDS = [
  ['Milestone', 'milestone', 'title'],
  ['Iteration', 'iteration', 'title'],
  ['Due date', 'due_date'],
  ['Weight', 'weight'],
  ['Severity', 'severity'],
  ['Health status', 'health_status'],
] as const;

function toLinked(links: unknown, epic: unknown, project: string): LinkedTicket[] {
  const toLink = (other: unknown, kind: LinkedTicket['kind'], address: unknown): LinkedTicket[] => {
    const reference = lineAt(other, 'references', 'full') || `#${lineAt(other, 'iid')}`;
    const title = toLine(`${reference} ${lineAt(other, 'title')}`);
    const url = toHttpUrl(toRaw(address).slice(0, 4_000), project)?.href ?? null;
    return at(other, 'id') ? [{ kind, id: lineAt(other, 'id'), title, url }] : [];
  };
  return [
    ...toLink(epic, 'parent', at(epic, 'url')),
    ...listOf(links).flatMap((other) => toLink(other, 'related', at(other, 'web_url'))),
  ].slice(0, LIMITS.list);
}

export function toTicket(answers: Answers, { project }: Site, unread: Ticket['unread']): Ticket {
  const { issue, notes } = answers;
  const people = toPeople(issue);
  const labels = listOf(issue.labels).map(toLine).filter(Boolean);
  const texts = [toRaw(issue.description), ...notes.map(({ body }) => body)];
  const ticketId = String(issue.iid);

  return {
    desk: gitlabDesk.id,
    deskKey: toDeskKey(gitlabDesk.id, project),
    ticketId,
    number: `#${ticketId}`,
    url: `${project}/-/issues/${ticketId}`,
    subject: toLine(issue.title),
    status: toLine(issue.state),
    // GitLab has no priorities of its own; teams write them as labels.
    priority:
      labels.map((label) => /^priority *(?:::?|\/) *(.+)/i.exec(label)?.[1] ?? '').find(Boolean) ?? '',
    type: toLine(issue.issue_type),
    tags: labels,
    ...people,
    assignee: listOf(issue.assignees)
      .map((person) => lineAt(person, 'name'))
      .join(', ')
      .slice(0, LIMITS.line),
    createdAt: toInstant(issue.created_at),
    updatedAt: toInstant(issue.updated_at),
    customFields: FIELDS.flatMap(([name, ...path]) => {
      const value = toText(lineAt(issue, ...path)).text;
      return value && value !== 'UNKNOWN' ? [{ name, value }] : [];
    }),
    messages: toMessages(answers, people.requester.name, unread),
    attachments: findUploads(texts, project),
    linked: toLinked(answers.links, issue.epic, project),
    unread,
  };
}
