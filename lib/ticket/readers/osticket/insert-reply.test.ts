import { describe, expect, it } from 'vitest';
import { describeReplies, type ShownBox } from '@/tests/contracts/reply-contract';
import { osTicket } from './osticket';

const find = (selector: string) => document.querySelector(selector);

/** After include/staff/ticket-view.inc.php and what Redactor 3 makes of a `richtext` field. */
function draw({ held }: ShownBox): void {
  document.body.innerHTML = `
    <div class="sticky bar"><h2><a href="tickets.php?id=412">Ticket #880652</a></h2></div>
    <form id="reply" class="tab_content spellcheck exclusive save" data-lock-object-id="ticket/412" method="post">
      <input type="hidden" name="id" value="412"><input type="hidden" name="a" value="reply">
      <div class="redactor-box"><div class="redactor-styles redactor-in redactor-in-0" contenteditable="true">${held}</div>
      <textarea name="response" id="response" class="richtext draft draft-delete fullscreen redactor-source"></textarea></div>
    </form>
    <form id="note"><textarea name="note" class="richtext"></textarea></form>`;
}

describeReplies({
  reader: osTicket,
  ticketId: '412',
  url: 'https://desk.test/scp/tickets.php?id=412',
  draw,
  box: () => find('.redactor-in'),
  empty: '<p><br></p>',
  visibility: 'public',
  canBeInternal: false,
  refuses: [
    ['a ticket that may not be answered', () => find('form#reply')?.remove(), 'changed-layout'],
    ['an editor that is not up', () => find('.redactor-in')?.remove(), 'half-loaded'],
    ['the source of the text', () => find('#response')?.classList.add('redactor-source-open'), 'half-loaded'],
    [
      'the form of another ticket',
      () => find('#reply')?.setAttribute('data-lock-object-id', 'ticket/77'),
      'not-found',
    ],
    [
      'a page that still shows another ticket',
      () => find('h2 a')?.setAttribute('href', 'tickets.php?id=77'),
      'not-found',
    ],
  ],
});

describe('osTicket without rich text', () => {
  it('has a plain field', () => {
    draw({ held: '' });
    find('.redactor-in')?.remove();
    const field = find('#response') as HTMLTextAreaElement;
    field.className = 'draft';
    const url = new URL('https://desk.test/scp/tickets.php?id=412');
    const page = { url, document, fetch, signal: new AbortController().signal, selection: '' };
    const reply = { ticketId: '412', text: 'Soon.', append: false };
    expect(osTicket.insertReply?.(reply, page)).toMatchObject({ value: { written: 'inserted' } });
    expect(field.value).toBe('Soon.');
  });
});
