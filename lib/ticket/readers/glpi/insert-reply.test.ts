import { describeReplies, drawFrameBox, frameBox, type ShownBox } from '@/tests/contracts/reply-contract';
import { glpi } from './glpi';

const FRAME = '#new-ITILFollowup-block iframe';
const find = (selector: string) => document.querySelector(selector);

/** After templates/components/itilobject/footer.html.twig and timeline/form_followup.html.twig, once Answer was pressed. */
function draw({ held, internal }: ShownBox): void {
  document.body.innerHTML = `<div id="new-itilobject-form">
    <div class="timeline-item collapse show" id="new-ITILFollowup-block"><div class="itilfollowup">
      <form name="asset_form" method="post" action="/front/itilfollowup.form.php">
        <input type="hidden" name="itemtype" value="Ticket"><input type="hidden" name="items_id" value="57">
        <textarea name="content" id="content_81" style="display: none"></textarea>
        <div role="application" class="tox tox-tinymce"><div class="tox-edit-area">
          <iframe id="content_81_ifr" class="tox-edit-area__iframe"></iframe></div></div>
        <input type="hidden" name="is_private" value="0">
        <input type="checkbox" name="is_private" value="1" ${internal ? 'checked' : ''}>
      </form></div></div>
    <div class="timeline-item collapse" id="new-TicketTask-block"><form><iframe></iframe></form></div></div>`;
  drawFrameBox(FRAME, held);
}

describeReplies({
  reader: glpi,
  ticketId: '57',
  url: 'https://desk.test/front/ticket.form.php?id=57',
  draw,
  box: () => frameBox(FRAME),
  empty: '<p><br data-mce-bogus="1"></p>',
  visibility: 'public',
  canBeInternal: true,
  refuses: [
    ['a form that Answer has not opened', () => find('.show')?.classList.remove('show'), 'changed-layout'],
    ['an editor that is not up', () => frameBox(FRAME)?.removeAttribute('contenteditable'), 'half-loaded'],
    ['the form of another ticket', () => find('[name="items_id"]')?.setAttribute('value', '9'), 'not-found'],
    [
      'the form of a change',
      () => find('[name="itemtype"]')?.setAttribute('value', 'Change'),
      'changed-layout',
    ],
  ],
});
