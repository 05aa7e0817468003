import { toLine, toRaw } from '@/lib/ticket/bounds';
import { selectAll } from '@/lib/ticket/dom';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import type { IssuePage, Post } from './post';
import { SELECTORS } from './selectors';

/** A page's data above this is not parsed. */
const MAX_DATA = 10_000_000;

/**
 * The issue in the data that the server put into the page for its own scripts. After a walk through the application it
 * is still that of the first page, so that repository and number must be those of the address.
 */
export function findData(page: Document, path: string): unknown {
  for (const script of selectAll(page, SELECTORS.data)) {
    const text = script.textContent ?? '';
    if (text.length > MAX_DATA) continue;
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      continue;
    }
    for (const query of listOf(at(data, 'payload', 'preloadedQueries'))) {
      const issue = at(query, 'result', 'data', 'repository', 'issue');
      const own =
        toRaw(at(issue, 'resourcePath')) ||
        `/${lineAt(issue, 'repository', 'nameWithOwner')}/issues/${lineAt(issue, 'number')}`;
      if (own.toLowerCase() === path.toLowerCase() && typeof at(issue, 'title') === 'string') return issue;
    }
  }
  return undefined;
}

/** GraphQL wraps lists as `nodes` or as `edges`. */
export const nodesOf = (connection: unknown): readonly unknown[] => [
  ...listOf(at(connection, 'nodes')),
  ...listOf(at(connection, 'edges')).map((edge) => at(edge, 'node')),
];

const EVENTS: Readonly<Record<string, string>> = {
  ClosedEvent: 'closed this issue',
  ReopenedEvent: 'reopened this issue',
  TransferredEvent: 'transferred this issue',
  MarkedAsDuplicateEvent: 'marked this issue as a duplicate',
};

function toPost(node: unknown, id: string): Post[] {
  const type = lineAt(node, '__typename');
  const event = Object.hasOwn(EVENTS, type) ? EVENTS[type] : undefined;
  const author = at(node, event ? 'actor' : 'author');
  const reason = lineAt(node, 'stateReason').toLowerCase().replaceAll('_', ' ');
  const from = lineAt(node, 'fromRepository', 'nameWithOwner');
  const words = [event, reason && `as ${reason}`, from && `from ${from}`].filter(Boolean).join(' ');
  // Hidden by the team: spam, abuse, off topic.
  if (!event && (at(node, 'isHidden') === true || (type !== 'IssueComment' && id !== 'description')))
    return [];
  return [
    {
      id: id || toLine(at(node, 'databaseId') ?? at(node, 'id')),
      author: lineAt(author, 'login'),
      html: event ? words : toRaw(at(node, 'bodyHTML')),
      at: toRaw(at(node, 'createdAt')),
      association: lineAt(node, 'authorAssociation'),
      isBot: at(author, '__typename') === 'Bot',
      isEvent: event !== undefined,
    },
  ];
}

export function fromData(issue: unknown): IssuePage {
  const front = at(issue, 'frontTimelineItems');
  const items = [...nodesOf(front), ...nodesOf(at(issue, 'backTimelineItems'))];
  const reason = lineAt(issue, 'stateReason').toLowerCase().replaceAll('_', ' ');
  const state = lineAt(issue, 'state').toLowerCase();
  const assignees = at(issue, 'assignedActors') ?? at(issue, 'assignees');
  return {
    title: toRaw(at(issue, 'title')),
    state: reason ? `${state} (${reason})` : state,
    labels: nodesOf(at(issue, 'labels')).map((label) => lineAt(label, 'name')),
    assignees: nodesOf(assignees).map((person) => lineAt(person, 'login')),
    posts: [...toPost(issue, 'description'), ...items.flatMap((item) => toPost(item, ''))],
    hidesMore:
      at(front, 'pageInfo', 'hasNextPage') === true && Number(at(front, 'totalCount')) > items.length,
  };
}
