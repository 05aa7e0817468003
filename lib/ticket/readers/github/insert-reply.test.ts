import { describeReplies, type ShownBox } from '@/tests/contracts/reply-contract';
import { github } from './github';

const find = (selector: string) => document.querySelector(selector);

const issue = (composer: string) => `
  <h1><bdi data-testid="issue-title">Export stops</bdi> <span>#88</span></h1>
  <div data-testid="issue-body"><a data-testid="issue-body-header-link" href="https://github.com/team/app/issues/88#issue-1">yesterday</a>
    <div class="markdown-body"><p>It stops.</p></div></div>
  ${composer}`;

const react = ({ held }: ShownBox) => `<div data-testid="comment-composer">
  <h2 id="comment-composer-heading">Add a comment</h2>
  <textarea aria-labelledby="comment-composer-heading" placeholder="Use Markdown to format your comment">${held}</textarea></div>`;

const rendered = ({ held }: ShownBox) => `<form class="js-new-comment-form" method="post">
  <textarea name="comment[body]" id="new_comment_field" class="js-comment-field">${held}</textarea></form>`;

for (const composer of [react, rendered]) {
  describeReplies({
    reader: github,
    ticketId: '88',
    url: 'https://github.com/team/app/issues/88',
    draw: (box) => {
      document.body.innerHTML = issue(composer(box));
    },
    box: () => find('textarea'),
    empty: '',
    visibility: 'everyone',
    canBeInternal: false,
    refuses: [
      [
        'an issue without a comment box',
        () => {
          find('[data-testid="comment-composer"], form')?.replaceChildren();
        },
        'changed-layout',
      ],
      [
        'two boxes',
        () => document.body.insertAdjacentHTML('beforeend', composer({ held: '' })),
        'changed-layout',
      ],
      ['a page that still shows another issue', () => find('h1 span')?.replaceChildren('#5'), 'not-found'],
    ],
  });
}
