/** The files of a new reader: a small desk read from its page, which passes the contract kit as it stands. */

const toCamel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const desk = (id: string, name: string) => `import type { HelpDesk } from '@/lib/ticket/ticket-reader';

function locate(url: URL): { ticketId: string; basePath: string } | null {
  const [, basePath, ticketId] = /^(.*)\\/${id}\\/tickets\\/(\\d{1,18})(?:\\/|$)/.exec(url.pathname) ?? [];
  return basePath !== undefined && ticketId ? { ticketId, basePath } : null;
}

export const ${toCamel(id)}Desk: HelpDesk = {
  id: '${id}',
  script: '${id}',
  name: '${name}',
  matches: [/\\/${id}\\/tickets\\/\\d/],
  locate,
  hosts: [],
  fromApi: [],
  writesNotes: false,
  findsSimilar: false,
  findsArticles: false,
};
`;

const reader = (id: string, name: string) => `/**
 * ${name}: say here which versions, page addresses, documents and sources this was written from, what was verified and
 * how, and what was not.
 */
import { err, ok, type Result } from '@/lib/std/result';
import { NOT_FOUND, toInstant, toLine } from '@/lib/ticket/bounds';
import { toDeskKey } from '@/lib/ticket/desk-key';
import { attribute, nodeToText, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { toMessage } from '@/lib/ticket/message';
import type { Message, Ticket } from '@/lib/ticket/ticket';
import type { Page, ReadError, TicketReader } from '@/lib/ticket/ticket-reader';
import { ${toCamel(id)}Desk } from './desk';
import { SELECTORS } from './selectors';

const lineOf = (root: Document | Element, selector: string): string =>
  toLine(nodeToText(selectAll(root, selector)[0]).text);

function toMessages(source: Document, unread: Ticket['unread']): Message[] {
  return selectAll(source, SELECTORS.message)
    .slice(0, LIMITS.messages)
    .map((block, index) =>
      toMessage(
        {
          id: String(index + 1),
          author: lineOf(block, SELECTORS.author),
          role: index === 0 ? 'customer' : 'agent',
          visibility: 'public',
          at: toInstant(attribute(selectAll(block, SELECTORS.time)[0] ?? block, 'datetime')),
          body: selectAll(block, SELECTORS.body)[0]?.innerHTML ?? '',
          isHtml: true,
        },
        unread,
      ),
    );
}

async function read(page: Page): Promise<Result<Ticket, ReadError> | null> {
  const place = ${toCamel(id)}Desk.locate(page.url);
  if (!place) return null;
  const shown = selectAll(page.document, SELECTORS.ticket)[0];
  if (!shown || attribute(shown, 'data-id') !== place.ticketId) {
    return err({ kind: 'half-loaded', detail: 'The ticket is not on the page yet. Wait until it is loaded.' });
  }
  const unread: Ticket['unread'] = [];
  const messages = toMessages(page.document, unread);
  const name = messages[0]?.author ?? '';
  const requester = { id: name, name, email: '' };
  for (const field of ['status', 'priority', 'assignee']) unread.push({ field, reason: NOT_FOUND });
  return ok({
    desk: ${toCamel(id)}Desk.id,
    deskKey: toDeskKey(${toCamel(id)}Desk.id, page.url.origin, place.basePath),
    ticketId: place.ticketId,
    number: place.ticketId,
    url: page.url.href,
    subject: lineOf(page.document, SELECTORS.subject),
    status: '',
    priority: '',
    type: '',
    tags: [],
    requester,
    organization: null,
    assignee: '',
    createdAt: messages[0]?.at ?? null,
    updatedAt: null,
    customFields: [],
    messages,
    attachments: [],
    linked: [],
    unread,
  });
}

export const ${toCamel(id)}: TicketReader = { ...${toCamel(id)}Desk, read };
`;

const selectors = () => `/** Where the page holds what; each is proved to be needed by the contract kit. */
export const SELECTORS = {
  ticket: '.ticket[data-id]',
  subject: '.ticket h1',
  message: '.ticket .message',
  author: '.author',
  time: 'time[datetime]',
  body: '.text',
} as const;
`;

const test = (id: string) => `import { describeReader } from '@/tests/contracts/reader-contract';
import { ${toCamel(id)} } from './${id}';
import expected from './fixtures/${id}-ticket-7.expected.json';
import ticket from './fixtures/${id}-ticket-7.json';
import { SELECTORS } from './selectors';

describeReader({
  reader: ${toCamel(id)},
  cases: [{ recorded: ticket, expected }],
  usesApi: false,
  selectors: Object.values(SELECTORS),
  poison: (recorded, { subject, body }) => ({
    ...recorded,
    html: recorded.html
      .replace(/<h1>[^<]*/, () => \`<h1>\${subject.replaceAll('<', '&lt;')}\`)
      .replace(/<div class="text">.*?<\\/div>/, () => \`<div class="text">\${body}</div>\`),
  }),
});
`;

const html = `<div class="ticket" data-id="7"><h1>Export stops at 42 %</h1><section class="message"><b class="author">Mira Okafor</b><time datetime="2026-11-02T09:00:00Z"></time><div class="text"><p>The export stops.</p></div></section><section class="message"><b class="author">Greta Lind</b><time datetime="2026-11-02T10:00:00Z"></time><div class="text"><p>Which report is it?</p></div></section></div>`;

const recording = (id: string, name: string) => ({
  product: name,
  version: '1',
  url: `https://desk.example/${id}/tickets/7`,
  html,
  answers: {},
});

function expectation(id: string): object {
  const message = (number: string, author: string, role: string, at: number, text: string) => ({
    ...{ id: number, author, role, visibility: 'public', at, text, folded: '' },
  });
  const missing = (field: string) => ({ field, reason: 'select text on the page to fill this' });
  const requester = { id: 'Mira Okafor', name: 'Mira Okafor', email: '' };
  const at = Date.UTC(2026, 10, 2, 9);
  return {
    desk: id,
    deskKey: `${id} https://desk.example`,
    ...{ ticketId: '7', number: '7', url: `https://desk.example/${id}/tickets/7` },
    ...{ subject: 'Export stops at 42 %', status: '', priority: '', type: '', tags: [], requester },
    organization: { id: 'Mira Okafor', name: 'Mira Okafor', source: 'requester', url: null },
    ...{ assignee: '', createdAt: at, updatedAt: null, customFields: [] },
    messages: [
      message('1', 'Mira Okafor', 'customer', at, 'The export stops.'),
      message('2', 'Greta Lind', 'agent', at + 3_600_000, 'Which report is it?'),
    ],
    ...{ attachments: [], linked: [], unread: ['status', 'priority', 'assignee'].map(missing) },
  };
}

const entrypoint = (id: string) =>
  [
    "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
    "import { listenToPageRequests } from '@/lib/ticket/page-messages';",
    `import { ${toCamel(id)} } from '@/lib/ticket/readers/${id}/${id}';`,
    '',
    '/** Injected by the panel into pages of this desk when it is needed. */',
    `export default defineUnlistedScript(() => listenToPageRequests(window, ${toCamel(id)}));`,
    '',
  ].join('\n');

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** Path and content of every file of a reader that can grow from here. */
export function skeletonFiles(id: string, name: string): Record<string, string> {
  const folder = `lib/ticket/readers/${id}`;
  return {
    [`${folder}/desk.ts`]: desk(id, name),
    [`${folder}/${id}.ts`]: reader(id, name),
    [`${folder}/selectors.ts`]: selectors(),
    [`${folder}/${id}.test.ts`]: test(id),
    [`${folder}/fixtures/${id}-ticket-7.json`]: json(recording(id, name)),
    [`${folder}/fixtures/${id}-ticket-7.expected.json`]: json(expectation(id)),
    [`entrypoints/read-${id}.ts`]: entrypoint(id),
  };
}

/** The registry with the desk before the generic reader. */
export function addToRegistry(registry: string, id: string): string {
  const name = `${toCamel(id)}Desk`;
  return registry
    .replace(/(\nimport \{ anyPageDesk \})/, `\nimport { ${name} } from './${id}/desk';$1`)
    .replace(/(\n {2}anyPageDesk,)/, `\n  ${name},$1`);
}

/** The README with a row for the desk, before the one for any page. */
export function addToReadme(readme: string, id: string, name: string): string {
  const row = `| \`${id}\` | ${name} | page: subject, requester, conversation | no | no | no | no | skeleton |`;
  return readme.replace(/(\n\| `page` \|)/, `\n${row}$1`);
}
