import { describe, expect, it } from 'vitest';
import { describeReplies, drawFrameBox, frameBox, type ShownBox } from '@/tests/contracts/reply-contract';
import { uvdesk } from './uvdesk';

const FRAME = '#reply-area_ifr';
const URL_OF_TICKET = 'https://desk.test/en/member/ticket/view/31';
const find = (selector: string) => document.querySelector(selector);

/** After Resources/views/ticket.html.twig with TinyMCE 4; the field holds the agent's signature as HTML. */
function draw({ held }: ShownBox, signature = ''): void {
  document.body.innerHTML = `
    <div class="uv-main-info-block"><div class="uv-aside-title"><h6>Ticket #31</h6></div></div>
    <div class="uv-ticket-main uv-ticket-reply">
      <div class="uv-tab-view uv-tab-view-active" id="reply"><form method="post">
        <input name="threadType" value="reply" type="hidden">
        <div class="mce-tinymce"><iframe id="reply-area_ifr"></iframe></div>
        <textarea class="uv-field" name="reply" id="reply-area" style="display: none">${signature}</textarea>
      </form></div>
      <div class="uv-tab-view" id="note"><form method="post"><iframe id="note-area_ifr"></iframe></form></div>
    </div>`;
  drawFrameBox(FRAME, held);
}

describeReplies({
  reader: uvdesk,
  ticketId: '31',
  url: URL_OF_TICKET,
  draw,
  box: () => frameBox(FRAME),
  empty: '<p><br data-mce-bogus="1"></p>',
  visibility: 'public',
  canBeInternal: false,
  refuses: [
    ['a ticket without a reply tab', () => find('#reply-area')?.remove(), 'changed-layout'],
    ['an editor that is not up', () => frameBox(FRAME)?.removeAttribute('contenteditable'), 'half-loaded'],
    ['a page that still shows another ticket', () => find('h6')?.replaceChildren('Ticket #8'), 'not-found'],
  ],
});

describe('the signature of UVdesk', () => {
  it('stays below the text', () => {
    draw({ held: '<p>Ida<br>Support</p>' }, 'Ida&lt;br/&gt;Support');
    const signal = new AbortController().signal;
    const page = { url: new URL(URL_OF_TICKET), document, fetch, signal, selection: '' };
    const reply = { ticketId: '31', text: 'Soon.', append: false };
    expect(uvdesk.insertReply?.(reply, page)).toMatchObject({ value: { written: 'inserted' } });
    expect(frameBox(FRAME)?.innerHTML).toBe('Soon.<p>Ida<br>Support</p>');
  });
});
