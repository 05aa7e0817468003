import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import expected903 from './fixtures/otrs-6.0-ticket-903.expected.json';
import ticket903 from './fixtures/otrs-6.0-ticket-903.json';
import expected17 from './fixtures/znuny-7.1-ticket-17.expected.json';
import ticket17 from './fixtures/znuny-7.1-ticket-17.json';
import { znuny } from './znuny';

const page = (html: string, answers = {}): Recorded => ({ ...ticket17, html, answers });
const login =
  '<body class="LoginScreen"><div id="LoginBox"><form><input name="Action" value="Login"><input type="password" name="Password"></form></div></body>';
const toHtml = (html: string) => new Response(html, { headers: { 'content-type': 'text/html' } });
const withRows = (html: string, rows: string) =>
  html.replace(
    /(<table id="ArticleTable"[^>]*>[\s\S]*?<tbody>)[\s\S]*?(<\/tbody>)/,
    (_, a, b) => a + rows + b,
  );
const row = (id: number, classes: string, subject = 'Subject', ticketId = 17) =>
  `<tr class="${classes}"><td class="No"><input type="hidden" class="ArticleInfo" value="/znuny/index.pl?Action=AgentTicketZoom;Subaction=ArticleUpdate;Count=${id};TicketID=${ticketId};ArticleID=${id};"/><input type="hidden" class="ArticleID" value="${id}"/><input type="hidden" class="SortData" value="${id}"/></td><td class="Sender"><a href="#">Dana</a><input class="SortData" value="dana@customer.test"></td><td class="Subject"><input class="SortData" value="${escapeHtml(subject)}"></td><td class="Created"><div title="02.03.2026 10:00"></div><input class="SortData" value="2026-03-02 10:00:00"></td></tr>`;
const article = (id: number, body: string) =>
  `<div><a name="Article${id}"></a><div class="WidgetSimple"><div class="ArticleBody">${body}</div></div></div>`;

describeReader({
  reader: znuny,
  cases: [
    { recorded: ticket17, expected: expected17 },
    { recorded: ticket903, expected: expected903 },
  ],
  foreign: [
    { ...ticket17, url: 'https://desk.orchard.test/znuny/index.pl?Action=AgentTicketQueue;TicketID=17' },
    page('<main><h1>Ticket 17</h1><p>Another product with such an address</p></main>'),
  ],
  usesApi: false,
  selectors: [
    '.ticketHeaderTitleStatusFlag',
    '.Headline .Flag',
    '.Headline h1',
    '.ticketHeaderTitleHeadline',
    '#ArticleTable',
    '#ArticleItems',
    'input.ArticleInfo',
    'td.Sender a',
    'td.Created input.SortData',
    'fieldset.TableLike',
    '.Value[class*="StateID-"]',
    '.FixedValueSmall',
    'iframe[id^="Iframe"]',
    '.ArticleBody',
    '.SidebarColumn',
    '#ResetArticleFilter',
    'ul.ArticleAttachments',
  ],
  poison: (recorded, { subject, body, rest, fieldName }) => {
    const answers = structuredClone(recorded.answers) as Record<string, { $html: string }>;
    // The first article is the last that is listed.
    for (const [path, answer] of Object.entries(answers)) {
      if (path.includes('HTMLView'))
        answer.$html = path.includes('ArticleID=41') ? body : rest.length > 1e6 ? 'Hello you' : rest;
    }
    const html = recorded.html
      .replace(/(&mdash; )Export[^<]*/, (_, open) => open + escapeHtml(subject))
      .replace('<label>Plan:', () => `<label>${fieldName}:`);
    return { ...recorded, html, answers };
  },
});

describe('Znuny', () => {
  it.each([
    ['https://d.test/otrs/index.pl?Action=AgentTicketZoom;TicketID=7', { ticketId: '7', basePath: '/otrs' }],
    [
      'https://d.test/index.pl?Action=AgentTicketZoom&TicketID=7&ArticleID=9#9',
      { ticketId: '7', basePath: '' },
    ],
    [
      'https://d.test/znuny/index.pl?TicketID=7;Action=AgentTicketZoom',
      { ticketId: '7', basePath: '/znuny' },
    ],
    ['https://d.test/otrs/index.pl?Action=AgentTicketZoom;TicketNumber=2026030210000017', null],
    ['https://d.test/otrs/index.pl?Action=AgentTicketNote;TicketID=7', null],
    ['https://d.test/otrs/index.pl?Action=AgentTicketZoom;TicketID=7x', null],
    ['https://d.test/otrs/customer.pl?Action=CustomerTicketZoom;TicketID=7', null],
  ])('locates %s', (address, place) => {
    const url = new URL(address);
    expect(znuny.locate(url)).toEqual(place);
    if (place) expect(znuny.matches.some((pattern) => pattern.test(url.href))).toBe(true);
  });

  it.each([
    ['logged out', login, 'logged-out'],
    ['of another ticket', ticket17.html.replaceAll('TicketID=17', 'TicketID=18'), 'half-loaded'],
  ])('says what is wrong with a page that is %s', async (_, html, kind) => {
    expect(await znuny.read(toPage(page(html)))).toMatchObject({ ok: false, error: { kind } });
  });

  it('says that the session ended while the articles were read', async () => {
    const result = await znuny.read(toPage(ticket17, () => toHtml(login)));
    expect(result).toMatchObject({ ok: false, error: { kind: 'logged-out' } });
  });

  it('reads a mail that holds a password field', async () => {
    const answers = Object.fromEntries(
      Object.entries(ticket17.answers).map(([path, answer]) => [
        path,
        path.includes('HTMLView') ? { $html: '<p>Is this real?</p><input type="password">' } : answer,
      ]),
    );
    const result = await znuny.read(toPage({ ...ticket17, answers }));
    expect(result?.ok && result.value.messages[0]?.text).toBe('Is this real?');
  });

  it('takes what is not called public for internal, except a customer’s words', async () => {
    const html = withRows(
      ticket17.html,
      ['agent', 'system', 'customer', 'x'].map((it, i) => row(i + 1, it)).join(''),
    ).replace(
      /(<div id="ArticleItems"[^>]*>)[\s\S]*?(<\/main>)/,
      (_, a, b) => `${a}${[1, 2, 3, 4].map((id) => article(id, 'x')).join('')}</div>${b}`,
    );
    const result = await znuny.read(toPage(page(html)));
    expect(result?.ok && result.value.messages.map(({ visibility }) => visibility)).toEqual([
      'internal',
      'internal',
      'public',
      'internal',
    ]);
  });

  it('fetches nothing from addresses that are none of the ticket', async () => {
    const asked: string[] = [];
    const html = ticket17.html
      .replace('Action=AgentTicketArticleContent', 'Action=AgentTicketDelete')
      .replaceAll('Subaction=ArticleUpdate', 'Subaction=TicketDelete');
    const result = await znuny.read(
      toPage(page(html), (path) => {
        asked.push(path);
        return toHtml('');
      }),
    );
    expect(asked).toEqual([]);
    expect(result?.ok && result.value.unread).toHaveLength(4);
  });

  it('reads several hundred articles, page by page and a few at a time', { timeout: 20_000 }, async () => {
    const listed = (from: number, count: number) =>
      withRows(
        ticket17.html,
        Array.from({ length: count }, (_, i) => row(from + i, 'customer VisibleForCustomer')).join(''),
      )
        .replace(/<div id="ArticleItems"[\s\S]*?<\/main>/, '<div id="ArticleItems"></div></main>')
        .replace(
          '<div class="TicketList">',
          '<div class="ArticlePages"><a class="Active" data-page="1">1</a><a data-page="2">2</a></div><div class="TicketList">',
        );
    let open = 0;
    let most = 0;
    let requests = 0;
    const result = await znuny.read(
      toPage(page(listed(1, 250)), async (path) => {
        requests += 1;
        open += 1;
        most = Math.max(most, open);
        await Promise.resolve();
        open -= 1;
        if (path.includes('ArticlePage=2')) return toHtml(listed(251, 100));
        const id = Number(/ArticleID=(\d+)/.exec(path)?.[1]);
        return toHtml(article(id, `Message ${id}`));
      }),
    );
    expect(result?.ok && result.value.messages).toHaveLength(300);
    expect(result?.ok && result.value.messages[0]?.text).toBe('Message 1');
    expect(result?.ok && result.value.messages.at(-1)?.text).toBe('Message 350');
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual(['messages']);
    expect(requests).toBe(301);
    expect(most).toBeLessThanOrEqual(4);
  });
});

const FORM = `<form action="/znuny/index.pl" method="post" name="compose" id="Compose"><input type="hidden" name="ChallengeToken" value="tok"><input type="hidden" name="Action" value="AgentTicketNote"/><input type="hidden" name="Subaction" value="Store"/><input type="hidden" name="TicketID" value="17"/><input type="hidden" name="Expand" value=""/><input type="hidden" name="FormID" value="171.5"/><input type="hidden" name="FormDraftAction"/>
<select name="NewStateID"><option value="4" selected>open</option></select><select name="DynamicField_Plan"><option value="a">a</option><option value="b" selected="selected">b</option></select><input type="checkbox" name="DynamicField_Done" value="1"><select name="InformUserID" multiple><option value="1" selected>x</option></select>
<input type="checkbox" id="CreateArticle" name="CreateArticle" value="1"><input type="text" id="Subject" name="Subject" value=""><textarea id="RichText" class="RichText" name="Body">template</textarea><input type="file" name="FileUpload"><input type="checkbox" name="IsVisibleForCustomer" checked="checked"></form>`;

interface Mood extends DeskMood {
  readonly form?: string;
  readonly filtered?: boolean;
  readonly deaf?: boolean;
  readonly plain?: boolean;
}

/** A tiny Znuny that keeps what is posted to it. */
function imitate(mood: Mood = {}) {
  const rows = [
    row(1, 'customer VisibleForCustomer', mood.customerQuotes ? 'see baton:0123456789' : 'Hello'),
  ];
  const written: string[] = [];
  const forms: URLSearchParams[] = [];
  const desk: Desk = {
    url: new URL('https://desk.orchard.test/znuny/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const url = new URL(String(input));
      expect(url.pathname).toBe('/znuny/index.pl');
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut) return toHtml(login);
      if (init?.method === 'POST') {
        const form = new URLSearchParams(String(init.body));
        forms.push(form);
        written.push(form.get('Body') ?? '');
        const classes = mood.publishes ? 'agent VisibleForCustomer' : 'agent NotVisibleForCustomer';
        if (!mood.deaf) rows.unshift(row(rows.length + 1, classes, form.get('Subject') ?? ''));
        return toHtml(mood.deaf && mood.form === undefined ? FORM : '<script>close()</script>');
      }
      if (url.search.includes('Action=AgentTicketNote'))
        return toHtml(`${mood.form ?? FORM}${mood.plain ? '' : '<script src="/js/ckeditor.js"></script>'}`);
      const html = withRows(ticket17.html, rows.join(''));
      return toHtml(mood.filtered ? `${html}<a id="ResetArticleFilter"></a>` : html);
    },
  };
  return { desk, written, forms };
}

describeNotes({ reader: znuny, ticketId: '17', badIds: ['17;Subaction=Delete', 'abc', ''], imitate });

describe('Znuny notes', () => {
  const write = (desk: Desk, id = '17') => znuny.addNote?.(note(id), desk);

  it('sends the form as it is, without anything that changes the ticket or shows the note', async () => {
    const { desk, forms } = imitate();
    await write(desk);
    const { Body: _, ...fields } = Object.fromEntries(forms[0] ?? []);
    expect(fields).toEqual({
      ChallengeToken: 'tok',
      Action: 'AgentTicketNote',
      Subaction: 'Store',
      TicketID: '17',
      FormID: '171.5',
      DynamicField_Plan: 'b',
      CreateArticle: '1',
      Subject: 'ABC-1 baton:0123456789',
    });
  });

  it('writes plain text where there is no editor, without a tag in it', async () => {
    const { desk, written } = imitate({ plain: true });
    expect(await write(desk)).toMatchObject({ ok: true });
    expect(written[0]).toContain('https://tracker.test/issues/1?a=1&b=2');
    expect(written[0]).not.toMatch(/<[a-z/]/i);
  });

  it.each([
    ['no form', '<div class="ErrorScreen"></div>'],
    ['the form of another ticket', FORM.replace('value="17"', 'value="18"')],
    ['another form', FORM.replace('AgentTicketNote', 'AgentTicketCompose')],
    ['no token', FORM.replace('value="tok"', '')],
  ])('writes nothing into %s', async (_, form) => {
    const { desk, written } = imitate({ form });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(written).toEqual([]);
  });

  it('writes nothing while a filter hides articles', async () => {
    const { desk, written } = imitate({ filtered: true });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(written).toEqual([]);
  });

  it.each([
    ['shows the form again', { deaf: true }, 'forbidden'],
    ['kept nothing', { deaf: true, form: FORM }, 'changed-layout'],
  ] as const)('does not believe a desk that %s', async (_, mood, kind) => {
    const { desk } = imitate(mood);
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind } });
  });

  it('writes nothing when the desk shows another ticket', async () => {
    const { desk, written } = imitate();
    expect(await write(desk, '18')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(written).toEqual([]);
  });
});
