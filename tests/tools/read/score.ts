import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toHttpUrl } from '@/lib/std/text';
import { WrongCall } from './call';
import { type PrintedTicket, readSavedPage } from './saved-page';

/** What is compared, in the order of the table. */
export const PARTS = [
  'subject',
  'requester',
  'count',
  'number',
  'texts',
  'times',
  'visibility',
  'authors',
  'roles',
  'status',
  'priority',
  'assignee',
  'organization',
  'created',
  'files',
] as const;
export type Part = (typeof PARTS)[number];

/** How many were right, of how many that the expectation holds. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface PageScore {
  readonly page: string;
  /** The error's kind when the page could not be read, or `no-record` when nothing right is known of it. */
  readonly error: string | null;
  readonly parts: Partial<Record<Part, Share>>;
  /** What was expected and what was read, for each part that differs. */
  readonly differences: readonly {
    readonly part: Part;
    readonly expected: unknown;
    readonly read: unknown;
  }[];
}

export interface Score {
  readonly pages: readonly PageScore[];
  /** Of pages: a part of a page is right when all of it is. */
  readonly total: Partial<Record<Part, Share>>;
  /** Of single messages, for the parts that messages have. */
  readonly messages: Partial<Record<Part, Share>>;
}

type Expected = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Expected => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly Expected[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** White space is no difference, and neither is the form of a Unicode letter. */
const toPlain = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();

const toTime = (value: unknown): number | null => {
  if (typeof value === 'number') return value;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

const same = (expected: unknown, read: unknown): boolean => toPlain(expected) === toPlain(read);

/** Only the keys that are expected; addresses of mail are the same in any case of letters. */
function sameKeys(expected: unknown, read: unknown): boolean {
  if (!isObject(expected) || !isObject(read)) return (expected ?? null) === (read ?? null);
  return Object.entries(expected).every(([key, value]) =>
    key === 'email'
      ? same(value, read[key]) || toPlain(value).toLowerCase() === toPlain(read[key]).toLowerCase()
      : same(value, read[key]),
  );
}

const OF_MESSAGES: readonly [Part, string, (expected: unknown, read: unknown) => boolean][] = [
  ['texts', 'text', same],
  ['times', 'at', (expected, read) => toTime(expected) === toTime(read)],
  ['visibility', 'visibility', same],
  ['authors', 'author', same],
  ['roles', 'role', same],
];

const OF_TICKET: readonly [Part, keyof PrintedTicket, (expected: unknown, read: unknown) => boolean][] = [
  ['subject', 'subject', same],
  ['requester', 'requester', sameKeys],
  ['number', 'number', same],
  ['status', 'status', same],
  ['priority', 'priority', same],
  ['assignee', 'assignee', same],
  ['organization', 'organization', sameKeys],
  ['created', 'createdAt', (expected, read) => toTime(expected) === toTime(read)],
];

/** Compares what the expectation holds, and nothing else. Without a ticket all of it is wrong. */
function compare(expected: Expected, ticket: PrintedTicket | null): Pick<PageScore, 'parts' | 'differences'> {
  const parts: Partial<Record<Part, Share>> = {};
  const differences: { part: Part; expected: unknown; read: unknown }[] = [];
  const note = (part: Part, right: number, of: number, wanted: unknown, read: unknown) => {
    parts[part] = { right, of };
    if (right < of) differences.push({ part, expected: wanted, read });
  };
  for (const [part, key, isSame] of OF_TICKET) {
    if (!(key in expected)) continue;
    note(part, ticket && isSame(expected[key], ticket[key]) ? 1 : 0, 1, expected[key], ticket?.[key]);
  }
  if (Array.isArray(expected.messages)) {
    const wanted = listOf(expected.messages);
    const read = ticket?.messages ?? [];
    note('count', ticket && read.length === wanted.length ? 1 : 0, 1, wanted.length, read.length);
    for (const [part, key, isSame] of OF_MESSAGES) {
      const held = wanted.flatMap((message, index) => (key in message ? [{ message, index }] : []));
      const valueAt = (index: number) => (read[index] as Expected | undefined)?.[key];
      const right = held.filter(
        ({ message, index }) => read[index] !== undefined && isSame(message[key], valueAt(index)),
      );
      if (held.length === 0) continue;
      note(
        part,
        right.length,
        held.length,
        held.map(({ message }) => message[key]),
        held.map(({ index }) => valueAt(index)),
      );
    }
  }
  if (Array.isArray(expected.attachments)) {
    const names = (list: unknown) =>
      listOf(list)
        .map((file) => toPlain(file.name))
        .sort();
    const wanted = names(expected.attachments);
    const read = names(ticket?.attachments);
    note('files', ticket && wanted.join('\n') === read.join('\n') ? 1 : 0, 1, wanted, read);
  }
  return { parts, differences };
}

/** The record beside a page; null, said on standard error, where there is none with an address. */
function readExpected(file: string): (Expected & { readonly url: string }) | null {
  let expected: unknown;
  try {
    expected = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${file} is missing or is not JSON: every page needs its record beside it.`);
    return null;
  }
  if (isObject(expected) && typeof expected.url === 'string' && toHttpUrl(expected.url))
    return { ...expected, url: expected.url };
  console.error(`${file} has no "url" with the address of its page.`);
  return null;
}

async function scorePage(file: string): Promise<PageScore> {
  const page = path.basename(file, '.html');
  const expected = readExpected(file.replace(/\.html$/, '.expected.json'));
  if (!expected) return { page, error: 'no-record', parts: {}, differences: [] };
  const result = await readSavedPage(new URL(expected.url), file);
  const error = result.ok ? null : result.error.kind;
  return { page, error, ...compare(expected, result.ok ? result.value : null) };
}

/** Every `*.html` of a folder with its `*.expected.json`. */
export async function scoreFolder(folder: string): Promise<Score> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  } catch {
    throw new WrongCall(`${folder} is not a folder that can be read.`);
  }
  if (names.length === 0) throw new WrongCall(`${folder} holds no page: files must end in .html.`);
  const pages: PageScore[] = [];
  for (const name of names.sort()) pages.push(await scorePage(path.join(folder, name)));
  return { pages, ...addUp(pages) };
}

/** The totals over all pages. */
function addUp(pages: readonly PageScore[]): Pick<Score, 'total' | 'messages'> {
  const total: Partial<Record<Part, Share>> = {};
  const messages: Partial<Record<Part, Share>> = {};
  for (const part of PARTS) {
    const shares = pages.flatMap((page) => page.parts[part] ?? []);
    if (shares.length === 0) continue;
    total[part] = { right: shares.filter(({ right, of }) => right === of).length, of: shares.length };
    if (!OF_MESSAGES.some(([name]) => name === part)) continue;
    const sum = (key: keyof Share) => shares.reduce((all, share) => all + share[key], 0);
    messages[part] = { right: sum('right'), of: sum('of') };
  }
  return { total, messages };
}
