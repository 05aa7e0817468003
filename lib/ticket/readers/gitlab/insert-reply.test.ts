import { describe, expect, it } from 'vitest';
import { describeReplies, type ShownBox } from '@/tests/contracts/reply-contract';
import { gitlab } from './gitlab';

const ISSUE = 'https://gitlab.test/team/desk/-/issues/42';
const find = (selector: string) => document.querySelector(selector);

/** After work_item_add_note.vue with an answer begun in a thread, or notes/components/comment_form.vue. */
const form = (id: string, { held, internal }: ShownBox) => `<li class="timeline-entry note-form">
  <form class="new-note common-note-form gfm-form js-main-target-form">
    <textarea id="${id}" class="note-textarea js-gfm-input markdown-area" dir="auto">${held}</textarea>
    <div class="note-form-actions"><div class="gl-form-checkbox custom-control custom-checkbox">
      <input type="checkbox" class="custom-control-input" data-testid="internal-note-checkbox" ${internal ? 'checked' : ''}>
    </div></div>
  </form></li>`;

const draw = (box: ShownBox) => {
  document.body.innerHTML = `<ul>
    <li class="note note-wrapper note-comment discussion-reply-holder"><form class="js-main-target-form">
      <textarea class="note-textarea js-gfm-input">half a thought</textarea></form></li>
    ${form('work-item-add-or-edit-comment', box)}</ul>`;
};

const contract = {
  reader: gitlab,
  ticketId: '42',
  url: ISSUE,
  box: () => find('.note-form textarea'),
  empty: '',
  visibility: 'public',
  canBeInternal: true,
} as const;

describeReplies({
  ...contract,
  draw,
  refuses: [
    [
      'the rich editor',
      () => {
        const field = find('.note-form textarea');
        field?.replaceWith(Object.assign(document.createElement('input'), { type: 'hidden' }));
      },
      'changed-layout',
    ],
    [
      'a second item in the drawer',
      () => find('ul')?.insertAdjacentHTML('afterend', form('drawer', { held: '' })),
      'changed-layout',
    ],
  ],
});

describe('what GitLab would make of a text', () => {
  it.each([
    ['Hello Mira,\n\nsoon.\n\nIda\nSupport', 'Hello Mira,\n\nsoon.\n\nIda  \nSupport'],
    ['/close\nall of it', '\\/close  \nall of it'],
  ])('is prevented in %j', (text, written) => {
    draw({ held: '' });
    const signal = new AbortController().signal;
    const page = { url: new URL(ISSUE), document, fetch, signal, selection: '' };
    gitlab.insertReply?.({ ticketId: '42', text, append: false }, page);
    expect((contract.box() as HTMLTextAreaElement).value).toBe(written);
  });
});
