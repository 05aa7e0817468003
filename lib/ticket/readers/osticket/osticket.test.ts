import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import expected77 from './fixtures/osticket-1.18.1-ticket-77.expected.json';
import ticket77 from './fixtures/osticket-1.18.1-ticket-77.json';
import expected412 from './fixtures/osticket-1.18.1-ticket-412.expected.json';
import ticket412 from './fixtures/osticket-1.18.1-ticket-412.json';
import { osTicket } from './osticket';

const BODY = /(<div class="thread-body no-pjax"><div>)[\s\S]*?(<\/div><div class="clear"><\/div>)/g;
const page = (html: string, answers = {}): Recorded => ({ ...ticket412, html, answers });
const login = '<body id="loginBody"><div id="loginBox"><input type="password" name="passwd"></div></body>';
const frame = (content: string) => `<div id="pjax-container"><div id="content">${content}</div></div>`;

describeReader({
  reader: osTicket,
  cases: [
    { recorded: ticket412, expected: expected412 },
    { recorded: ticket77, expected: expected77 },
  ],
  foreign: [
    { ...ticket412, url: 'https://help.orchard.test/support/scp/tickets.php?queue=1' },
    { ...ticket412, url: 'https://help.orchard.test/support/tickets.php?id=412' },
    page('<main><h1>Ticket 412</h1><p>Another product with such an address</p></main>'),
  ],
  usesApi: false,
  selectors: [
    '.sticky.bar h2 a',
    '.tixTitle h3',
    'table.ticket_info:not(.custom-data)',
    'table.ticket_info.custom-data',
    'span[id^="user-"][id$="-name"]',
    'span[id^="user-"][id$="-email"]',
    'a[href*="orgid="]',
    '#thread-items',
    '.thread-entry > .header',
    '.thread-entry > .header b',
    '.thread-entry > .header time',
    '.thread-entry > .header .title',
    '.thread-body > div:first-child',
    '.attachments',
    'a.filename',
    '.filesize',
    '#ticket-relations-tab',
  ],
  poison: (recorded, { subject, body, rest, fieldName }) => {
    let count = 0;
    const html = recorded.html
      .replace(/(<h3>)[^<]*(<\/h3>)/, (_, open, close) => `${open}${escapeHtml(subject)}${close}`)
      .replace('>Plan:<', () => `>${fieldName}:<`)
      .replace(BODY, (_, open, close) => {
        count += 1;
        return `${open}${count === 1 ? body : rest.length > 1e6 ? 'Hello you' : rest}${close}`;
      });
    return { ...recorded, html };
  },
});

describe('osTicket', () => {
  it.each([
    ['https://d.test/scp/tickets.php?id=7', { ticketId: '7', basePath: '' }],
    ['https://d.test/help/scp/tickets.php?id=7#note', { ticketId: '7', basePath: '/help' }],
    ['https://d.test/scp/tickets.php?queue=2&id=7', { ticketId: '7', basePath: '' }],
    ['https://d.test/scp/tickets.php?number=880652', null],
    ['https://d.test/scp/tickets.php?id=7%20OR%201', null],
    ['https://d.test/scp/tickets.php', null],
    ['https://d.test/scp/tasks.php?id=7', null],
    ['https://d.test/tickets.php?id=7', null],
  ])('locates %s', (address, place) => {
    const url = new URL(address);
    expect(osTicket.locate(url)).toEqual(place);
    if (place) expect(osTicket.matches.some((pattern) => pattern.test(url.href))).toBe(true);
  });

  it.each([
    ['logged out', login, 'logged-out'],
    ['absent', frame('<div id="msg_error">Unknown ID</div><table class="list"></table>'), 'not-found'],
    ['still loading', frame('<p>Please wait</p>'), 'half-loaded'],
    ['of the ticket before', ticket412.html.replaceAll('id=412', 'id=411'), 'half-loaded'],
  ])('says what is wrong with a page that is %s', async (_, html, kind) => {
    expect(await osTicket.read(toPage(page(html)))).toMatchObject({ ok: false, error: { kind } });
  });

  it('keeps the ticket when its relations are refused', async () => {
    const result = await osTicket.read(toPage(page(ticket412.html)));
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['linked tickets']);
    expect(result?.ok && result.value.messages).toHaveLength(expected412.messages.length);
  });

  it('reads several hundred entries of one page without a further request', { timeout: 20_000 }, async () => {
    const entry = (id: number) =>
      `<div id="thread-entry-${id}"><div class="thread-entry message"><div class="header"><b>Dana</b> <time datetime="2026-03-02T09:00:00+00:00">x</time></div><div class="thread-body"><div>Message ${id}</div></div></div></div>`;
    const many = Array.from({ length: 600 }, (_, index) => entry(index + 1)).join('');
    const html = ticket77.html.replace(/(<div id="thread-items"[^>]*>)/, (open) => open + many);
    const result = await osTicket.read(toPage({ ...ticket77, html }));
    expect(result?.ok && result.value.messages).toHaveLength(603);
    expect(result?.ok && result.value.messages.at(-1)?.text).toBe('Message 600');
  });
});

interface Entry {
  readonly kind: string;
  readonly body: string;
}

/** A tiny osTicket with locks that keeps what is posted to it. */
function imitate(
  mood: DeskMood & { locks?: 'off' | 'held' | 'taken'; plain?: boolean; deaf?: boolean } = {},
) {
  const entries: Entry[] = [
    { kind: 'message', body: mood.customerQuotes ? 'see baton:0123456789' : 'Hello' },
  ];
  const written: string[] = [];
  const asked: string[] = [];
  const html = () => {
    const thread = entries
      .map(
        ({ kind, body }, index) =>
          `<div id="thread-entry-${index}"><div class="thread-entry ${kind}"><div class="thread-body"><div>${body}</div></div></div></div>`,
      )
      .join('');
    const found = ticket412.html
      .replace(
        /(<div id="thread-items"[^>]*>)[\s\S]*?(<\/div>\s*<\/div>\s*<div class="sticky bar stop)/,
        (_, a, b) => a + thread + b,
      )
      .replace('name="lockCode" value=""', `name="lockCode" value="${mood.locks === 'held' ? 'mine' : ''}"`);
    return mood.plain ? found.replaceAll('richtext ', '') : found;
  };
  const desk: Desk = {
    url: new URL('https://help.orchard.test/support/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      asked.push(`${init?.method ?? 'GET'} ${url.pathname}`);
      const token = new Headers(init?.headers).get('X-CSRFToken');
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut) return new Response(login, { headers: { 'content-type': 'text/html' } });
      if (url.pathname.startsWith('/support/scp/ajax.php/lock/ticket/412')) {
        expect([init?.method, token]).toEqual(['POST', '3f9c1e']);
        if (mood.locks === 'off') return new Response('{"id":0,"retry":false}', { status: 418 });
        const lock =
          mood.locks === 'taken' ? { id: 0, retry: false, msg: 'x' } : { id: 3, time: 180, code: 'abc' };
        return new Response(JSON.stringify(lock), {
          headers: { 'content-type': 'text/html; charset=UTF-8' },
        });
      }
      if (init?.method === 'POST') {
        const form = new URLSearchParams(String(init.body));
        expect([form.get('a'), form.get('id'), token]).toEqual(['postnote', '412', '3f9c1e']);
        expect(form.get('lockCode')).toBe(mood.locks === 'off' ? '' : mood.locks === 'held' ? 'mine' : 'abc');
        expect([...form.keys()].sort()).toEqual(['a', 'id', 'lockCode', 'note', 'title']);
        written.push(form.get('note') ?? '');
        if (!mood.deaf)
          entries.push({ kind: mood.publishes ? 'response' : 'note', body: form.get('note') ?? '' });
      }
      return new Response(html(), { headers: { 'content-type': 'text/html' } });
    },
  };
  return { desk, written, asked };
}

describeNotes({ reader: osTicket, ticketId: '412', badIds: ['../9', '1 OR 1=1', ''], imitate });

describe('osTicket notes', () => {
  const write = (desk: Desk, id = '412') => osTicket.addNote?.(note(id), desk);

  it.each(['off', 'held'] as const)('works with locks %s', async (locks) => {
    const { desk, written, asked } = imitate({ locks });
    expect(await write(desk)).toEqual({ ok: true, value: { existing: false, confirmedInternal: true } });
    expect(written).toHaveLength(1);
    if (locks === 'held') expect(asked).not.toContain('POST /support/scp/ajax.php/lock/ticket/412');
  });

  it('writes nothing while another agent holds the lock', async () => {
    const { desk, written } = imitate({ locks: 'taken' });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(written).toEqual([]);
  });

  it('writes plain text where rich text is switched off, without a tag in it', async () => {
    const { desk, written } = imitate({ plain: true });
    expect(await write(desk)).toMatchObject({ ok: true });
    expect(written[0]).toContain('https://tracker.test/issues/1?a=1&b=2');
    expect(written[0]).not.toMatch(/<[a-z/]/i);
  });

  it('does not believe a desk that kept nothing', async () => {
    const { desk } = imitate({ deaf: true });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
  });

  it('writes nothing when the desk shows another ticket', async () => {
    const { desk, written } = imitate();
    expect(await write(desk, '413')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(written).toEqual([]);
  });
});

const faqs = (...list: [number, string][]) => ({
  $html: `<div id="content"><div id="faq">${list.length} found<ol>${list.map(([id, title]) => `<li><a href="faq.php?id=${id}" class="previewfaq">${title}</a></li>`).join('')}</ol></div></div>`,
});
const article = (id: string, title: string) => ({
  id,
  title,
  url: `https://help.orchard.test/support/kb/faq.php?id=${id}`,
  excerpt: '',
  updatedAt: null,
});

describeSearch({
  reader: osTicket,
  ticketId: '412',
  deskUrl: 'https://help.orchard.test/support/',
  answers: {
    '/support/kb/index.php?a=search&q=export': faqs([3, 'Exporting reports'], [5, 'Invoices as <b>PDF</b>']),
    '/support/kb/index.php?a=search&q=OR 1 1 x y z': { $html: '<strong class="faded">nothing</strong>' },
    '/support/kb/index.php?a=search&q=invoice': faqs([5, 'Invoices as <b>PDF</b>']),
  },
  articles: [article('5', 'Invoices as PDF'), article('3', 'Exporting reports')],
});
