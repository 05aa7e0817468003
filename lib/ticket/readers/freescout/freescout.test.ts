import { describe, expect, it } from 'vitest';
import { escapeHtml } from '@/lib/ticket/note';
import type { Desk } from '@/lib/ticket/ticket-reader';
import { type DeskMood, describeNotes, note } from '@/tests/contracts/note-contract';
import { describeReader, jsonResponse, type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { describeSearch } from '@/tests/contracts/search-contract';
import expected7 from './fixtures/freescout-1.8.235-conversation-7.expected.json';
import ticket7 from './fixtures/freescout-1.8.235-conversation-7.json';
import expected58 from './fixtures/freescout-1.8.235-conversation-58.expected.json';
import ticket58 from './fixtures/freescout-1.8.235-conversation-58.json';
import { freeScout } from './freescout';

const BODY =
  /(<div class="thread-content" dir="auto">)[\s\S]*?(<\/div>(?:<div class="thread-attachments">|<\/div><\/div><div class="dropdown))/g;
const page = (html: string, answers = {}): Recorded => ({ ...ticket58, html, answers });

describeReader({
  reader: freeScout,
  cases: [
    { recorded: ticket58, expected: expected58 },
    { recorded: ticket7, expected: expected7 },
  ],
  foreign: [
    { ...ticket58, url: 'https://inbox.orchard.test/helpdesk/mailbox/4' },
    { ...ticket58, url: 'https://secure.helpscout.net/conversation/58' },
    page('<main><h1>Conversation 58</h1><p>Another product with such an address</p></main>'),
    page('<body data-conversation_id="58"><p>Another product with such a body</p></body>'),
  ],
  usesApi: false,
  selectors: [
    '.conv-numnav strong',
    '#conv-subj-value',
    '#conv-status .conv-info-val > span',
    '#conv-assignee .conv-user li.active a',
    '.conv-tags .fs-tag-name',
    '.customer-name',
    '.customer-email',
    '.customer-extra .customer-section > div',
    '#conv-layout-main',
    '.thread-content',
    '.thread-person strong',
    '.thread-date',
    '.thread-attachments li[data-attachment-id]',
    'a.attachment-link',
    '.text-help',
  ],
  poison: (recorded, { subject, body, rest }) => {
    let count = 0;
    const html = recorded.html
      .replace(
        /(id="conv-subj-value" class="form-control" value=")[^"]*/,
        (_, open) => open + escapeHtml(subject),
      )
      .replace(BODY, (_, open, close) => {
        count += 1;
        return `${open}${count === 1 ? body : rest.length > 1e6 ? 'Hello you' : rest}${close}`;
      });
    return { ...recorded, html };
  },
});

describe('FreeScout', () => {
  it.each([
    ['https://d.test/conversation/7', { ticketId: '7', basePath: '' }],
    ['https://d.test/help/conversation/7?folder_id=3#thread-9', { ticketId: '7', basePath: '/help' }],
    ['https://d.test/conversation/7/', { ticketId: '7', basePath: '' }],
    ['https://d.test/conversation/7/8', null],
    ['https://app.intercom.com/a/inbox/x/inbox/shared/all/conversation/7', null],
    ['https://d.test/conversation/abc', null],
    ['https://d.test/conversations/7', null],
    ['https://d.test/conversation/ajax', null],
  ])('locates %s', (address, place) => {
    const url = new URL(address);
    expect(freeScout.locate(url)).toEqual(place);
    if (place) expect(freeScout.matches.some((pattern) => pattern.test(url.href))).toBe(true);
  });

  it('waits for a conversation that is not the one of the address', async () => {
    const html = ticket58.html.replace('data-conversation_id="58"', 'data-conversation_id="57"');
    expect(await freeScout.read(toPage(page(html)))).toMatchObject({
      ok: false,
      error: { kind: 'half-loaded' },
    });
  });

  it('keeps the ticket when profile and customer are refused', async () => {
    const answers = {
      '/helpdesk/users/profile/3': { $status: 403 },
      '/helpdesk/customers/12/edit': { $status: 403 },
    };
    const result = await freeScout.read(toPage(page(ticket58.html, answers)));
    expect(result?.ok && result.value.unread.map(({ field }) => field)).toEqual([
      'message times',
      'organization',
    ]);
    expect(result?.ok && result.value.organization).toBeNull();
    expect(result?.ok && result.value.messages.map(({ author, at }) => [author, at])).toEqual([
      ['Dana Müller', null],
      ['you', null],
      ['Ines Duarte', null],
      ['Dana Müller', null],
    ]);
  });

  it('reads several hundred threads with two further requests', { timeout: 20_000 }, async () => {
    const thread = (id: number) =>
      `<div class="thread thread-type-customer" data-thread_id="${id}"><div class="thread-content">Message ${id}</div></div>`;
    const many = Array.from({ length: 600 }, (_, index) => thread(600 - index)).join('');
    const html = ticket58.html.replace(
      /(<div id="conv-layout-main">)[\s\S]*/,
      (_, open) => `${open}${many}</div>`,
    );
    let requests = 0;
    const recorded = toPage({ ...ticket58, html });
    const result = await freeScout.read({
      ...recorded,
      fetch: (...asked) => {
        requests += 1;
        return recorded.fetch(...asked);
      },
    });
    expect(result?.ok && result.value.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 600 }, (_, index) => `Message ${index + 1}`),
    );
    expect(requests).toBe(2);
  });
});

/** A tiny FreeScout that keeps what is posted to it. */
function imitate(mood: DeskMood & { refuses?: boolean; deaf?: boolean; html?: string } = {}) {
  const threads = [{ kind: 'customer', body: mood.customerQuotes ? 'see baton:0123456789' : 'Hello' }];
  const written: string[] = [];
  const forms: URLSearchParams[] = [];
  const html = () => {
    const list = threads.map(
      ({ kind, body }, index) =>
        `<div class="thread thread-type-${kind}" data-thread_id="${index + 1}"><div class="thread-content">${body}</div></div>`,
    );
    return (mood.html ?? ticket58.html).replace(
      /(<div id="conv-layout-main">)[\s\S]*/,
      (_, open) => `${open}${list.reverse().join('')}</div>`,
    );
  };
  const desk: Desk = {
    url: new URL('https://inbox.orchard.test/helpdesk/'),
    signal: new AbortController().signal,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input));
      if (mood.cannotBeRead) return jsonResponse('', { status: 500 });
      if (mood.loggedOut)
        return new Response('<form><input type="password" name="password"></form>', {
          headers: { 'content-type': 'text/html' },
        });
      if (init?.method === 'POST') {
        expect(pathname).toBe('/helpdesk/conversation/ajax');
        const headers = new Headers(init.headers);
        expect(headers.get('X-CSRF-TOKEN')).toBe('tok-1');
        const form = new URLSearchParams(String(init.body));
        forms.push(form);
        if (mood.refuses) return jsonResponse({ status: 'error', msg: 'Not enough permissions' });
        written.push(form.get('body') ?? '');
        if (!mood.deaf)
          threads.push({ kind: mood.publishes ? 'message' : 'note', body: form.get('body') ?? '' });
        return jsonResponse({ status: 'success', msg: '', redirect_url: 'https://inbox.orchard.test/' });
      }
      return new Response(html(), { headers: { 'content-type': 'text/html' } });
    },
  };
  return { desk, written, forms };
}

describeNotes({ reader: freeScout, ticketId: '58', badIds: ['ajax', '5/../6', ''], imitate });

describe('FreeScout notes', () => {
  const write = (desk: Desk, id = '58') => freeScout.addNote?.(note(id), desk);

  it('keeps status and assignee as they are', async () => {
    const { desk, forms } = imitate();
    await write(desk);
    const { body: _, ...fields } = Object.fromEntries(forms[0] ?? []);
    expect(fields).toEqual({
      action: 'send_reply',
      is_note: '1',
      conversation_id: '58',
      mailbox_id: '4',
      status: '1',
      user_id: '3',
    });
  });

  it('finds the status in the list when the editor does not say it', async () => {
    const { desk, forms } = imitate({ html: ticket58.html.replace(' data-note-status="1"', '') });
    await write(desk);
    expect(forms[0]?.get('status')).toBe('1');
  });

  it.each([
    ['deleted', ticket58.html.replace(/data-user_id="\d+"|data-user_id="-1"/g, '')],
    ['a draft', ticket58.html.replace('name="mailbox_id"', 'name="other"')],
    ['without a token', ticket58.html.replace('content="tok-1"', 'content=""')],
  ])('writes nothing into a conversation that is %s', async (_, html) => {
    const { desk, written } = imitate({ html });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(written).toEqual([]);
  });

  it('says that the desk refused', async () => {
    const { desk } = imitate({ refuses: true });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });

  it('does not believe a desk that kept nothing', async () => {
    const { desk } = imitate({ deaf: true });
    expect(await write(desk)).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
  });

  it('writes nothing when the desk shows another conversation', async () => {
    const { desk, written } = imitate();
    expect(await write(desk, '59')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(written).toEqual([]);
  });
});

const row = (id: number, subject: string, options: { icon?: string; active?: boolean } = {}) =>
  `<tr class="conv-row ${options.active === false ? '' : 'conv-active'}" data-conversation_id="${id}"><td class="conv-customer"><a href="https://inbox.orchard.test/helpdesk/conversation/${id}?folder_id=2" title="lee@pear.test"> Lee Park&nbsp;<span class="conv-counter">3</span><small class="conv-owner-mobile text-help">Sam</small><span class="conv-email">lee@pear.test</span></a></td><td class="conv-subject"><a href="#"><span class="conv-fader"></span><p>${options.icon ? `<i class="glyphicon glyphicon-${options.icon} text-help"></i> ` : ''}<span class="fs-tag pull-left"><span class="fs-tag-name">Telegram</span></span>${subject}</p><p class="conv-preview">${subject} preview</p></a></td><td class="conv-number"><a href="#"><i>#</i>${id + 1000}</a></td></tr>`;
const results = (...rows: string[]) => ({
  $html: `<select name="f[status][]"><option value="1">Active</option><option value="2">Pending</option><option value="3">Closed</option></select><table class="table-conversations table"><tbody>${rows.join('')}</tbody></table>`,
});
const asked = (filter: string, word: string) =>
  `/helpdesk/search?f[${filter}]=${word}&f[status][]=1&f[status][]=2&f[state][]=2`;
const similar = (id: number, subject: string, status = 'Active') => ({
  ticketId: String(id),
  number: String(id + 1000),
  url: `https://inbox.orchard.test/helpdesk/conversation/${id}`,
  subject,
  status,
  requester: { id: 'lee@pear.test', name: 'Lee Park', email: 'lee@pear.test' },
  organization: { id: 'pear.test', name: 'pear.test', source: 'email', url: null },
  updatedAt: null,
});

describeSearch({
  reader: freeScout,
  ticketId: '58',
  deskUrl: 'https://inbox.orchard.test/helpdesk/',
  answers: {
    [asked('subject', 'export')]: results(
      row(58, 'Itself'),
      row(60, 'Export fails'),
      row(61, 'Closed', { icon: 'lock' }),
    ),
    [asked('body', 'export')]: results(row(60, 'Export fails'), row(62, 'Cannot save', { active: false })),
    [asked('subject', 'OR 1 1 x y z')]: { $html: '<p>There are no conversations here</p>' },
    [asked('subject', 'invoice')]: results(
      row(62, 'Cannot save', { active: false }),
      row(63, 'Invoice <b>lost</b>'),
    ),
  },
  tickets: [similar(62, 'Cannot save', 'Pending'), similar(60, 'Export fails'), similar(63, 'Invoice lost')],
});
