import { describeReplies, type ShownBox } from '@/tests/contracts/reply-contract';
import { freeScout } from './freescout';

const find = (selector: string) => document.querySelector(selector);

/** After resources/views/conversations/view.blade.php and Summernote 0.8.9, once Reply was pressed. */
function draw({ held, internal }: ShownBox): void {
  document.body.setAttribute('data-conversation_id', '58');
  document.body.innerHTML = `<div class="conv-action-wrapper">
    <div class="conv-block conv-reply-block conv-action-block ${internal ? 'conv-note-block' : ''}">
      <form class="form-horizontal form-reply" method="POST" action="">
        <input type="hidden" name="conversation_id" value="58"><input type="hidden" name="mailbox_id" value="4">
        <input type="hidden" name="is_note" value="${internal ? '1' : ''}">
        <div class="conv-reply-body"><textarea id="body" name="body" style="display: none"></textarea>
          <div class="note-editor note-frame panel"><div class="note-editing-area">
            <textarea class="note-codable"></textarea>
            <div class="note-editable panel-body" contenteditable="true">${held}</div>
          </div></div></div>
      </form></div></div>`;
}

describeReplies({
  reader: freeScout,
  ticketId: '58',
  url: 'https://desk.test/conversation/58?folder_id=3',
  draw,
  box: () => find('.note-editable'),
  empty: '<div><br></div>',
  visibility: 'public',
  canBeInternal: true,
  refuses: [
    [
      'a box that Reply has not opened',
      () => find('.conv-reply-block')?.classList.add('hidden'),
      'changed-layout',
    ],
    ['forwarding', () => find('.conv-reply-block')?.classList.add('conv-forward-block'), 'changed-layout'],
    ['the source of the text', () => find('.note-editor')?.classList.add('codeview'), 'changed-layout'],
    [
      'the form of another conversation',
      () => find('[name="conversation_id"]')?.setAttribute('value', '7'),
      'not-found',
    ],
    [
      'a page that still shows another conversation',
      () => document.body.setAttribute('data-conversation_id', '7'),
      'not-found',
    ],
  ],
});
