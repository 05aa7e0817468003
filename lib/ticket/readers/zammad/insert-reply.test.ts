import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Page } from '@/lib/ticket/ticket-reader';
import { insertReply } from './insert-reply';

/** After ticket_zoom/article_new.jst.eco; two tickets are mounted, as after a change between them. */
const form = (id: string, body: string, internal = '') => `
  <div id="content_permanent_Ticket-${id}" class="content_permanent">
    <form class="article-add is-public" data-type="note">
      <input type="hidden" name="type" value="note">
      <input type="hidden" name="internal" value="${internal}">
      <div class="textBubble">
        <div class="js-textarea articleNewEdit-body" contenteditable="true" data-name="body">${body}</div>
      </div>
    </form>
  </div>`;

const SIGNATURE = '<div data-signature="true" data-signature-id="1">Ida<br>Marlow Support</div>';

function page(html: string, address = 'https://desk.test/#ticket/zoom/17'): Page {
  document.body.innerHTML = html;
  return {
    url: new URL(address),
    document,
    fetch: vi.fn(),
    signal: new AbortController().signal,
    selection: '',
  };
}

const box = (id: string) =>
  document.querySelector<HTMLElement>(`#content_permanent_Ticket-${id} .articleNewEdit-body`);
const reply = { ticketId: '17', text: 'Hello Mira,\n\n<b>soon</b>', append: false };

describe('the reply box of Zammad', () => {
  const submitted = vi.fn();
  beforeEach(() => {
    submitted.mockReset();
    document.addEventListener('submit', submitted);
  });

  it('gets the text, line by line and never as markup, and the desk hears of it', () => {
    const given = page(form('17', '<br>') + form('23', ''));
    const heard = vi.fn();
    document.body.addEventListener('input', heard, { once: true });
    expect(insertReply(reply, given)).toEqual({
      ok: true,
      value: { written: 'inserted', visibility: 'public' },
    });
    expect(box('17')?.innerHTML).toBe('Hello Mira,<br><br>&lt;b&gt;soon&lt;/b&gt;');
    expect(box('23')?.innerHTML).toBe('');
    expect(heard).toHaveBeenCalledOnce();
    expect(submitted).not.toHaveBeenCalled();
    expect(given.fetch).not.toHaveBeenCalled();
  });

  it('keeps what the agent wrote, and adds below it when asked to', () => {
    const given = page(form('17', 'Dear Mira'));
    expect(insertReply(reply, given)).toMatchObject({ value: { written: 'holds-text' } });
    expect(box('17')?.innerHTML).toBe('Dear Mira');
    expect(insertReply({ ...reply, append: true }, given)).toMatchObject({ value: { written: 'inserted' } });
    expect(box('17')?.innerHTML).toBe('Dear Mira<br><br>Hello Mira,<br><br>&lt;b&gt;soon&lt;/b&gt;');
  });

  it('counts a pasted picture as something of the agent’s', () => {
    expect(insertReply(reply, page(form('17', '<img src="data:,">')))).toMatchObject({
      value: { written: 'holds-text' },
    });
  });

  it('writes above the signature, which is no text of the agent', () => {
    insertReply({ ...reply, text: 'Soon.' }, page(form('17', `<br><br>${SIGNATURE}`)));
    expect(box('17')?.innerHTML).toBe(`Soon.${SIGNATURE}`);
  });

  it('says that the box is set to internal, and leaves it so', () => {
    expect(insertReply(reply, page(form('17', '', 'true')))).toMatchObject({
      value: { visibility: 'internal' },
    });
    expect(document.querySelector<HTMLInputElement>('[name=internal]')?.value).toBe('true');
  });

  it.each([
    ['another ticket in front', 'https://desk.test/#ticket/zoom/23', form('17', '') + form('23', '')],
    ['a dashboard', 'https://desk.test/#dashboard', form('17', '')],
  ])('refuses %s', (_, address, html) => {
    expect(insertReply(reply, page(html, address))).toMatchObject({ error: { kind: 'not-found' } });
    expect(document.body.innerHTML).toBe(html);
  });

  it('says when there is no box', () => {
    expect(insertReply(reply, page('<main></main>'))).toMatchObject({ error: { kind: 'changed-layout' } });
  });

  it('takes no id that is more than a number', () => {
    expect(insertReply({ ...reply, ticketId: '17 .x, *' }, page(form('17', '')))).toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});
