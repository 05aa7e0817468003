import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '@/lib/ticket/ticket-reader';
import { requestTrackerDesk } from './desk';
import { insertReply } from './insert-reply';

const REPLY_PAGE = 'https://desk.test/rt/Ticket/Update.html?Action=Respond&id=7';

interface Box {
  readonly id?: string;
  readonly type?: 'response' | 'private';
  /** Of the plain field. */
  readonly value?: string;
  /** What CKEditor shows in its frame; without it the field is a plain one, null = it is not up yet. */
  readonly rich?: string | null;
}

/** After html/Ticket/Update.html and the page of a real RT 5.0.3, in which CKEditor 4 stands. */
function show({ id = '7', type = 'response', value = '', rich }: Box = {}): void {
  document.body.innerHTML = `<form name="TicketUpdate" action="Update.html" method="post">
    <input type="hidden" class="hidden" name="id" value="${id}">
    <select name="UpdateType" id="UpdateType">
      <option value="private">Comments (Not sent to requestors)</option>
      <option value="response">Reply to requestors</option>
    </select>
    <textarea class="form-control messagebox ${rich === undefined ? '' : 'richtext'}" name="UpdateContent" id="UpdateContent"></textarea>
    ${rich ? '<div id="cke_UpdateContent" class="cke"><iframe class="cke_wysiwyg_frame cke_reset"></iframe></div>' : ''}
  </form>`;
  const [select, field] = [document.querySelector('select'), document.querySelector('textarea')];
  if (select) select.value = type;
  if (field) field.value = value;
  const inside = document.querySelector('iframe')?.contentDocument;
  if (!inside || !rich) return;
  inside.body.innerHTML = rich;
  inside.body.setAttribute('contenteditable', 'true');
  inside.body.className = 'cke_editable cke_editable_themed';
}

const page = (address = REPLY_PAGE): Page => ({
  url: new URL(address),
  document,
  fetch: vi.fn(),
  signal: new AbortController().signal,
  selection: '',
});

const field = () => document.querySelector('textarea')?.value;
const editor = () => document.querySelector('iframe')?.contentDocument?.body.innerHTML;
const reply = { ticketId: '7', text: 'Hello Mira,\n\n<b>soon</b>', append: false };
const INSERTED = { ok: true, value: { written: 'inserted', visibility: 'public' } };

describe('the reply page of Request Tracker', () => {
  const submitted = vi.fn();
  beforeEach(() => {
    submitted.mockReset();
    document.addEventListener('submit', submitted);
  });
  afterEach(() => {
    expect(submitted).not.toHaveBeenCalled();
    document.removeEventListener('submit', submitted);
  });

  it('has the address that the desk names', () => {
    expect(requestTrackerDesk.replyAddress?.('https://desk.test/rt', '7')).toBe(REPLY_PAGE);
    expect(requestTrackerDesk.locate(new URL(REPLY_PAGE))).toEqual({ ticketId: '7', basePath: '/rt' });
  });

  it('gets the text in its editor, line by line and never as markup, and hears of it', () => {
    show({ rich: '<p><br></p>' });
    const heard = vi.fn();
    document.querySelector('iframe')?.contentDocument?.addEventListener('input', heard);
    expect(insertReply(reply, page())).toEqual(INSERTED);
    expect(editor()).toBe('Hello Mira,<br><br>&lt;b&gt;soon&lt;/b&gt;');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('gets the text in place of the hint that the editor writes into an empty box', () => {
    show({ rich: 'Type your message here' });
    const box = document.querySelector('iframe')?.contentDocument?.body;
    box?.classList.add('placeholder');
    expect(insertReply({ ...reply, text: 'Soon.' }, page())).toEqual(INSERTED);
    expect(editor()).toBe('Soon.');
    // The editor takes a box that is marked so for empty.
    expect(box?.className).toBe('cke_editable cke_editable_themed');
  });

  it('gets the text in its plain field', () => {
    show();
    expect(insertReply(reply, page())).toEqual(INSERTED);
    expect(field()).toBe(reply.text);
  });

  it.each([
    [
      'words',
      { rich: '<p>Dear Mira</p>' },
      'Dear Mira</p><br><br>Hello Mira,<br><br>&lt;b&gt;soon&lt;/b&gt;',
    ],
    ['a picture', { rich: '<p><img src="data:,"></p>' }, '"></p><br><br>Hello Mira'],
    ['a quotation in the plain field', { value: '> It stops.\n' }, `> It stops.\n\n${reply.text}`],
  ])('keeps %s of the agent, and adds below when asked to', (_, box, after) => {
    show(box);
    const before = [field(), editor()];
    expect(insertReply(reply, page())).toMatchObject({ value: { written: 'holds-text' } });
    expect([field(), editor()]).toEqual(before);
    expect(insertReply({ ...reply, append: true }, page())).toEqual(INSERTED);
    expect('rich' in box ? editor() : field()).toContain(after);
  });

  it.each([
    ['<p>&nbsp;</p><p>--&nbsp;<br>Ida<br>Support</p>', '<p>--&nbsp;<br>Ida<br>Support</p>'],
    ['<p>&nbsp;</p><p>--&nbsp;</p><p>Ida</p>', '<p>--&nbsp;</p><p>Ida</p>'],
  ])('writes above the signature %s', (rich, signature) => {
    show({ rich });
    expect(insertReply({ ...reply, text: 'Soon.' }, page())).toEqual(INSERTED);
    expect(editor()).toBe(`Soon.${signature}`);
  });

  it('writes above the signature of the plain field', () => {
    show({ value: '\n\n-- \nIda\nSupport\n' });
    expect(insertReply({ ...reply, text: 'Soon.' }, page())).toEqual(INSERTED);
    expect(field()).toBe('Soon.\n\n-- \nIda\nSupport\n');
  });

  it('says that the message is for colleagues alone, and leaves it so', () => {
    show({ type: 'private' });
    expect(insertReply(reply, page())).toMatchObject({ value: { visibility: 'internal' } });
    expect(document.querySelector('select')?.value).toBe('private');
  });

  it('waits for an editor that is not up, or shows its source', () => {
    show({ rich: null });
    expect(insertReply(reply, page())).toMatchObject({ error: { kind: 'half-loaded' } });
    expect(field()).toBe('');
  });

  it('is named where the ticket’s page has no box', () => {
    document.body.innerHTML = '<main>Ticket</main>';
    expect(insertReply(reply, page('https://desk.test/rt/Ticket/Display.html?id=7'))).toEqual({
      ok: true,
      value: { written: 'other-page', visibility: null },
    });
  });

  it.each([
    ['another ticket in the address', {}, 'https://desk.test/rt/Ticket/Update.html?id=8'],
    ['another ticket in the form', { id: '8' }, REPLY_PAGE],
    ['a search', {}, 'https://desk.test/rt/Search/Results.html?id=7'],
  ])('refuses %s', (_, box, address) => {
    show(box);
    expect(insertReply(reply, page(address))).toMatchObject({ error: { kind: 'not-found' } });
    expect(field()).toBe('');
  });
});
