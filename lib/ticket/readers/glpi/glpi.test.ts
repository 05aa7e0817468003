import { beforeAll, describe, expect, it, vi } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { describeNotes, type ImitatedDesk, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, toPage } from '@/tests/contracts/reader-contract';
import expected9 from './fixtures/glpi-10.0-ticket-9.expected.json';
import ticket9 from './fixtures/glpi-10.0-ticket-9.json';
import expected57 from './fixtures/glpi-11.0-ticket-57.expected.json';
import ticket57 from './fixtures/glpi-11.0-ticket-57.json';
import { glpi } from './glpi';
import { SELECTORS } from './selectors';
import { timeReader } from './times';

// GLPI's times carry no zone, so the expected records hold in one zone only.
beforeAll(() => {
  vi.stubEnv('TZ', 'UTC');
});

const { own: _, ...used } = SELECTORS;

describeReader({
  reader: glpi,
  cases: [
    { recorded: ticket57, expected: expected57 },
    { recorded: ticket9, expected: expected9 },
  ],
  foreign: [{ ...ticket57, html: '<title>Other desk</title><h1>Ticket 57</h1>' }],
  usesApi: false,
  selectors: Object.values(used),
  poison: (recorded, { subject, body, rest, fieldName }) => {
    let count = 0;
    const html = recorded.html
      .replace(/(<div class="card-title[^>]*>)[^<]*/, (_, open) => open + escapeHtml(subject))
      .replace('>Category</label>', () => `>${fieldName}</label>`)
      .replace(/(<div class="rich_text_container"[^>]*>).*?(<\/div><!--end-->)/g, (_, open, close) => {
        count += 1;
        // One huge message is load enough.
        const text = count === 1 ? body : rest.slice(0, 100_000);
        return open + text.replace(/(?:<div>){3000,}/, '<div>'.repeat(2_000)) + close;
      });
    return { ...recorded, html };
  },
});

describe('GLPI', () => {
  it.each([
    ['https://g.test/front/ticket.form.php?id=7', { ticketId: '7', basePath: '' }],
    [
      'https://g.test/it/glpi/front/ticket.form.php?forcetab=Log$1&id=7#x',
      { ticketId: '7', basePath: '/it/glpi' },
    ],
    ['https://g.test/front/ticket.form.php?id=0', null],
    ['https://g.test/front/ticket.form.php', null],
    ['https://g.test/front/ticket.form.php?id=7%20OR%201', null],
    ['https://g.test/front/problem.form.php?id=7', null],
    ['https://g.test/front/ticket.php?id=7', null],
  ])('locates %s', (url, place) => expect(glpi.locate(new URL(url))).toEqual(place));

  it('waits for the tab that holds the ticket', async () => {
    const html = ticket57.html.replace(/<div id="itil-object-container">.*<\/form>/s, '');
    const result = await glpi.read(toPage({ ...ticket57, html }));
    expect(result).toMatchObject({ ok: false, error: { kind: 'half-loaded' } });
  });

  it.each([
    [['03-04-2026 10:00'], '2026-04-03 10:00:00', '2026-04-03T10:00Z'],
    [['03-04-2026 10:00'], '2026-03-04 10:00:00', '2026-03-04T10:00Z'],
    [['03-04-2026 10:00', '13-04-2026 10:00'], '', '2026-04-03T10:00Z'],
    [['03-04-2026 10:00', '03-13-2026 10:00'], '', '2026-03-04T10:00Z'],
    [['2026-03-04 10:00'], '', '2026-03-04T10:00Z'],
    [['03-04-2026 10:00'], '', null],
    [['yesterday'], '2026-03-04 10:00:00', null],
  ])('takes the first of %o, opened %s, for %s', (texts, opened, at) =>
    expect(timeReader(texts, opened)(texts[0] ?? '')).toBe(at && Date.parse(at)),
  );
});

interface Options {
  readonly mayWrite?: boolean;
}

function imitate(
  mood: Parameters<Parameters<typeof describeNotes>[0]['imitate']>[0],
  { mayWrite = true }: Options = {},
): ImitatedDesk & { desk: Desk } {
  const written: string[] = [];
  const items: string[] = [];
  let token = 0;
  const page = (html: string) => new Response(html, { headers: { 'content-type': 'text/html' } });
  const toItem = (id: number, body: string, isPrivate: boolean) =>
    `<div id="ITILFollowup_${id}" class="timeline-item mb-3 ${isPrivate ? 'private-item' : ''} ITILFollowup" data-itemtype="ITILFollowup" data-items-id="${id}"><div class="read-only-content"><div class="rich_text_container">${body}</div></div></div>`;
  if (mood.customerQuotes) items.push(toItem(1, '<p>see baton:0123456789</p>', false));
  const form = () =>
    `<div class="itilfollowup"><form method="post" action="/glpi/front/itilfollowup.form.php"><input type="hidden" name="add_reopen" value="1"><input type="checkbox" name="is_private" value="1"><input type="hidden" name="_glpi_csrf_token" value="token-${token}"></form></div>`;
  const desk: Desk = {
    url: new URL('https://g.test/glpi/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut)
        return page('<form><input name="login_name"><input type="password" name="login_password"></form>');
      if (init?.method !== 'POST') {
        expect(url.pathname).toBe('/glpi/ajax/common.tabs.php');
        expect(url.searchParams.get('_glpi_tab')).toBe('Ticket$main');
        if (url.searchParams.get('id') !== '57') return page('');
        token += 1;
        return page(
          `<div class="itil-timeline"><div class="timeline-item ITILContent" data-itemtype="Ticket" data-items-id="57"></div>${items.join('')}</div>${mayWrite ? form() : ''}`,
        );
      }
      expect(url.pathname).toBe('/glpi/front/itilfollowup.form.php');
      const sent = Object.fromEntries(new URLSearchParams(String(init.body)));
      expect(sent).toMatchObject({ itemtype: 'Ticket', items_id: '57', is_private: '1', add: '1' });
      expect(sent._glpi_csrf_token).toBe(`token-${token}`);
      expect(sent.add_reopen).toBeUndefined();
      written.push(sent.content ?? '');
      items.push(toItem(50, sent.content ?? '', !mood.publishes));
      return page('<h1>Ticket</h1>');
    },
  };
  return { desk, written };
}

describeNotes({
  reader: glpi,
  ticketId: '57',
  badIds: ['', '0', '57/../8', '57&add=1', 'abc'],
  imitate: (mood) => imitate(mood),
});

describe('GLPI notes', () => {
  it('are not written without a form for private ones, nor on a ticket that is not shown', async () => {
    const { desk, written } = imitate({}, { mayWrite: false });
    expect(await glpi.addNote?.(note('57'), desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(await glpi.addNote?.(note('58'), desk)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(written).toHaveLength(0);
  });

  it('are not found in what a customer made look like one', async () => {
    const { desk, written } = imitate({});
    const forged =
      '<div class="itil-timeline"><div class="timeline-item private-item" data-itemtype="ITILFollowup" data-items-id="2"><div class="read-only-content">baton:0123456789</div></div></div>';
    const original = desk.fetch;
    const fetch: typeof desk.fetch = async (input, init) => {
      const response = await original(input, init);
      const html = (await response.text()).replace(
        'data-items-id="57"></div>',
        `data-items-id="57"><div class="read-only-content">${forged}</div></div>`,
      );
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    };
    expect(await glpi.addNote?.(note('57'), { ...desk, fetch })).toMatchObject({
      ok: true,
      value: { existing: false },
    });
    expect(written).toHaveLength(1);
  });
});
