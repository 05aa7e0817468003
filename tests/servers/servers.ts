/**
 * The real help desk and tracker of the e2e tests, as `up.sh` installs, seeds and starts them: where they are,
 * who may log in, and what they hold. `RT_PORT`, `REDMINE_PORT` and `STATE` mean the same here as in the scripts.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('.', import.meta.url));

/** A person of a server, as its login form wants them. */
export interface Login {
  readonly name: string;
  readonly password: string;
}

/** Request Tracker 5: addresses and logins. */
export const rt = {
  url: `http://127.0.0.1:${process.env.RT_PORT ?? '8081'}`,
  queue: 'General',
  /** May read, answer and comment on every ticket of the queue. */
  agent1: { name: 'agent1', password: 'agentpassword' },
  /** The same rights as agent1. */
  agent2: { name: 'agent2', password: 'agentpassword' },
  /** Sees the queue and may open no ticket: 403. */
  agent3: { name: 'agent3', password: 'agentpassword' },
} as const;

/** The login form of Request Tracker, for Playwright's `fill` and `click`. A wrong password answers 200 as well. */
export const rtLoginForm = {
  path: '/NoAuth/Login.html',
  user: 'input[name="user"]',
  password: 'input[name="pass"]',
  submit: '#login input[type="submit"]',
  /** The session cookie's name is this, the name of the installation and the port. HttpOnly, no SameSite. */
  cookiePrefix: 'RT_SID_',
} as const;

/** The tickets of `rt-seed.pl` by what they are there for. */
export const rtTickets = {
  blankInvoice: 1,
  hostileMarkup: 2,
  mobileLogin: 3,
  longHistory: 4,
  arabic: 5,
  sameProblemAtHarbor: 6,
  sameProblemAtLumen: 7,
  htmlMail: 8,
  /** Resolved. */
  solvedInvoice: 9,
} as const;

/** Redmine: addresses, logins, REST keys and the ids of `redmine-seed.rb`. */
export const redmine = {
  url: `http://127.0.0.1:${process.env.REDMINE_PORT ?? '8082'}`,
  admin: { name: 'admin', password: 'adminpassword' },
  bot: { name: 'bot', password: 'botpassword' },
  adminKey: 'a'.repeat(40),
  /** A Developer in both projects: adds and edits issues and notes, deletes nothing. */
  botKey: 'b'.repeat(40),
  /** Well-formed and known to nobody: 401 from `/users/current.json`, but 200 and an empty list from `/issues.json`. */
  unknownKey: 'c'.repeat(40),
  project: 'app',
  otherProject: 'web',
  trackers: { bug: 1, feature: 2, support: 3 },
  priorities: { low: 1, normal: 2, high: 3, urgent: 4, immediate: 5 },
  customFields: { sourceTicket: 1, severity: 2 },
} as const;

/** The address of a ticket's page. */
export function rtTicketUrl(ticketId: number): string {
  return `${rt.url}/Ticket/Display.html?id=${ticketId}`;
}

/** Runs one of the scripts to its end; they return when the server is ready. Throws with what the script said. */
async function script(name: 'rt' | 'redmine', command: 'start' | 'stop' | 'reset' | 'issues'): Promise<void> {
  await run('bash', [`${folder}${name}.sh`, command], { timeout: 120_000 });
}

/** Ends Redmine: connections are refused afterwards. */
export async function stopRedmine(): Promise<void> {
  await script('redmine', 'stop');
}

/** Starts Redmine with the data it had, and waits until it answers. Takes some seconds. */
export async function startRedmine(): Promise<void> {
  await script('redmine', 'start');
}

/** Puts Redmine's seed back: no issue, no upload. It may be running; sessions in browsers end. */
export async function resetRedmine(): Promise<void> {
  await script('redmine', 'reset');
}

/** Fills the project with the 2,000 issues of `redmine-issues.rb`, numbered from 1. About 15 s. */
export async function fillRedmine(): Promise<void> {
  await script('redmine', 'issues');
}

/**
 * Changes an issue as its administrator, or deletes it where there is nothing to change. Redmine answers 500 while another
 * of its threads holds the SQLite database, so both are tried again.
 */
export async function changeRedmineIssue(id: number, fields: Record<string, unknown> | null): Promise<void> {
  let status = 500;
  for (let attempt = 0; attempt < 10 && status === 500; attempt += 1) {
    const response = await fetch(`${redmine.url}/issues/${id}.json`, {
      method: fields ? 'PUT' : 'DELETE',
      headers: { 'X-Redmine-API-Key': redmine.adminKey, 'Content-Type': 'application/json' },
      ...(fields ? { body: JSON.stringify({ issue: fields }) } : {}),
    });
    status = response.ok ? 200 : response.status;
  }
  if (status !== 200) throw new Error(`Issue ${id} was not changed: ${status}.`);
}

/** Puts the seeded tickets back. Request Tracker may be running; sessions in browsers go on. */
export async function resetRt(): Promise<void> {
  await script('rt', 'reset');
}

async function getJson<T>(url: string, headers: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(url, { headers, redirect: 'error' });
  if (!response.ok) throw new Error(`GET ${url} answered ${response.status}.`);
  return schema.parse(await response.json());
}

const named = z.object({ id: z.number(), name: z.string() });

const redmineIssueSchema = z.object({
  id: z.number(),
  project: named,
  tracker: named,
  status: named,
  priority: named,
  author: named,
  category: named.optional(),
  subject: z.string(),
  description: z.string().nullable(),
  custom_fields: z.array(z.object({ id: z.number(), name: z.string(), value: z.string().nullable() })),
  attachments: z.array(
    z.object({
      id: z.number(),
      filename: z.string(),
      filesize: z.number(),
      content_type: z.string().nullable(),
      content_url: z.string(),
    }),
  ),
});

/** An issue as Redmine's REST answers it, with its names. Line ends in the description are CRLF. */
export type RedmineIssue = z.infer<typeof redmineIssueSchema>;

const redmineListSchema = z.object({
  issues: z.array(z.object({ id: z.number() })),
  total_count: z.number(),
});
const redmineAnswerSchema = z.object({ issue: redmineIssueSchema });

/** Every issue that the key may see, closed ones too, the oldest first. Without a key: as the administrator. */
export async function redmineIssues(key: string = redmine.adminKey): Promise<RedmineIssue[]> {
  const headers = { 'X-Redmine-API-Key': key };
  // With a bad key the list would be empty and still 200; this address answers 401.
  await getJson(`${redmine.url}/users/current.json`, headers, z.unknown());
  const issues: RedmineIssue[] = [];
  for (;;) {
    const query = `status_id=*&sort=id:asc&limit=100&offset=${issues.length}`;
    const page = await getJson(`${redmine.url}/issues.json?${query}`, headers, redmineListSchema);
    for (const { id } of page.issues) {
      const url = `${redmine.url}/issues/${id}.json?include=attachments`;
      issues.push((await getJson(url, headers, redmineAnswerSchema)).issue);
    }
    if (page.issues.length === 0 || issues.length >= page.total_count) return issues;
  }
}

/** A message of a ticket: `Comment` is internal, `Correspond` goes to the requester. */
export interface RtMessage {
  readonly transactionId: number;
  readonly type: 'Comment' | 'Correspond';
  /** The login name; that of a requester is their e-mail address. */
  readonly creator: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly contentType: string;
  /** The first body of the message, as it was sent; empty for a message without one. */
  readonly content: string;
}

const rtTransaction = z.object({
  id: z.coerce.number(),
  Type: z.string(),
  Creator: z.object({ id: z.string() }),
  Created: z.string(),
});

const rtAttachment = z.object({
  TransactionId: z.coerce.number(),
  ContentType: z.string(),
  Filename: z.string(),
  Content: z.string(),
});

function rtHeaders(login: Login): Record<string, string> {
  const credentials = Buffer.from(`${login.name}:${login.password}`).toString('base64');
  return { Authorization: `Basic ${credentials}` };
}

/** Lists of a ticket carry no total; the first page that is not full is the last one. 100 is the most RT gives. */
async function rtItems<T>(path: string, login: Login, schema: z.ZodType<T>): Promise<T[]> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const url = `${rt.url}/REST/2.0/${path}&per_page=100&page=${page}`;
    const answer = await getJson(url, rtHeaders(login), z.object({ items: z.array(schema) }));
    items.push(...answer.items);
    if (answer.items.length < 100) return items;
  }
}

/** Comments and replies of a ticket, the oldest first; the requester's first message (`Create`) is not among them. */
export async function rtComments(ticketId: number, login: Login = rt.agent1): Promise<RtMessage[]> {
  // The lists of an absent or forbidden ticket are empty and 200; the ticket itself answers 404 or 403.
  await getJson(`${rt.url}/REST/2.0/ticket/${ticketId}`, rtHeaders(login), z.unknown());
  const [transactions, attachments] = await Promise.all([
    rtItems(`ticket/${ticketId}/history?fields=Type,Creator,Created`, login, rtTransaction),
    rtItems(
      `ticket/${ticketId}/attachments?fields=TransactionId,ContentType,Filename,Content`,
      login,
      rtAttachment,
    ),
  ]);
  return transactions.flatMap(({ id, Type, Creator, Created }) => {
    if (Type !== 'Comment' && Type !== 'Correspond') return [];
    const body = attachments.find(
      (part) => part.TransactionId === id && part.ContentType.startsWith('text/') && part.Filename === '',
    );
    return {
      transactionId: id,
      type: Type,
      creator: Creator.id,
      createdAt: Created,
      contentType: body?.ContentType ?? '',
      content: body?.Content ?? '',
    };
  });
}
