import { toHttpUrl } from '@/lib/std/text';
import { toInstant, toLine, toText } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Attachment, LinkedTicket, Message, Ticket } from '@/lib/ticket/ticket';
import { githubDesk } from './desk';
import { nodesOf } from './from-data';
import type { IssuePage, Post } from './post';

const TEAM = /^(?:owner|member|collaborator)$/i;
const FILE =
  /(?:href|src)="(https?:\/\/[^"<>\s]+\/(?:user-attachments\/(?:files|assets)|files)\/[^"<>\s]+)"/g;

function toAttachments(posts: readonly Post[], origin: string): Attachment[] {
  const links = posts.flatMap(({ html }) =>
    [...html.slice(0, LIMITS.text).matchAll(FILE)].map(([, link]) => link),
  );
  return [...new Set(links)].slice(0, LIMITS.list).flatMap((link) => {
    const url = toHttpUrl(link);
    if (url?.origin !== origin || url.href.length > 4_000) return [];
    const name = toLine(url.pathname.split('/').at(-1));
    return [{ id: toLine(url.pathname), name, type: '', size: null, url: url.href }];
  });
}

function toLinked(issue: unknown): LinkedTicket[] {
  const toLink = (other: unknown, kind: LinkedTicket['kind']): LinkedTicket[] => {
    const number = lineAt(other, 'number');
    const url = toHttpUrl(lineAt(other, 'url'))?.href ?? null;
    const title = toLine(`#${number} ${lineAt(other, 'title')}`);
    return number ? [{ kind, id: lineAt(other, 'id') || number, title, url }] : [];
  };
  return [
    ...toLink(at(issue, 'parent'), 'parent'),
    ...nodesOf(at(issue, 'subIssues')).flatMap((other) => toLink(other, 'child')),
    ...toLink(at(issue, 'duplicateOf'), 'related'),
  ].slice(0, LIMITS.list);
}

export interface Found extends IssuePage {
  /** The page's data of the issue, for what only stands there. */
  readonly data: unknown;
}

export function toTicket(found: Found, desk: URL, ticketId: string, unread: Ticket['unread']): Ticket {
  const { data, posts } = found;
  const login = posts.find(({ id }) => id === 'description')?.author ?? '';
  const requester = { id: login, name: lineAt(data, 'author', 'name') || login, email: '' };
  const toRole = ({ association, author, isBot, isEvent }: Post): Message['role'] => {
    if (isEvent || isBot) return 'system';
    return author !== login && TEAM.test(association) ? 'agent' : 'customer';
  };
  const fields = [
    ['Milestone', at(data, 'milestone', 'title')],
    ...listOf(at(data, 'issueFieldValues', 'nodes')).map((value) => [
      lineAt(value, 'field', 'name'),
      at(value, 'name') ?? at(value, 'text') ?? at(value, 'value'),
    ]),
  ] as const;

  return {
    desk: githubDesk.id,
    deskKey: toDeskKey(githubDesk.id, desk.origin, desk.pathname),
    ticketId,
    number: `#${ticketId}`,
    url: `${desk.href}/issues/${ticketId}`,
    subject: toLine(found.title),
    status: toLine(found.state),
    priority: '',
    type: lineAt(data, 'issueType', 'name'),
    tags: [...new Set(found.labels)].filter(Boolean).slice(0, LIMITS.list),
    requester,
    organization: null,
    assignee: toLine(found.assignees.filter(Boolean).join(', ')),
    createdAt: toInstant(posts[0]?.at),
    updatedAt: toInstant(at(data, 'updatedAt')),
    customFields: fields.flatMap(([name, value]) => {
      const text = toText(toLine(value)).text;
      return name && text ? [{ name: String(name), value: text }] : [];
    }),
    messages: posts.slice(0, LIMITS.messages).map((post) =>
      toMessage(
        {
          id: post.id,
          author: post.author,
          role: toRole(post),
          visibility: 'public',
          at: toInstant(post.at),
          body: post.html,
          isHtml: !post.isEvent,
        },
        unread,
      ),
    ),
    attachments: toAttachments(posts, desk.origin),
    linked: toLinked(data),
    unread,
  };
}
