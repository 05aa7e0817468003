import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchForNews } from './page-watch';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<main><article><p>The export stops at 42 % since Monday.</p><time>3 minutes ago, yesterday</time></article></main>';
});
afterEach(() => vi.useRealTimers());

async function newsAfter(change: () => void): Promise<number> {
  const onNews = vi.fn();
  const stop = watchForNews(document, onNews);
  change();
  await vi.advanceTimersByTimeAsync(2_000);
  stop();
  return onNews.mock.calls.length;
}

const main = () => document.querySelector('main') as Element;
const add = (html: string) => main().insertAdjacentHTML('beforeend', html);

it('tells of a new message once, however many steps it was drawn in', async () => {
  const steps = () => {
    add('<article><p>It also happens in another browser.</p></article>');
    add('<article><p>And on the phone of a colleague.</p></article>');
  };
  expect(await newsAfter(steps)).toBe(1);
});

it('tells of a text that changed in place', async () => {
  const change = () => {
    const text = document.querySelector('p')?.firstChild;
    if (text) text.nodeValue = 'The status of this ticket is now solved.';
  };
  expect(await newsAfter(change)).toBe(1);
});

it.each([
  ['old text that is drawn again', () => add(main().innerHTML)],
  ['a clock', () => add('<time>4 minutes ago, yesterday</time>')],
  ['a counter', () => add('<b>12</b>')],
  ['a draft', () => add('<div contenteditable="true">Dear customer, thank you for writing</div>')],
  ['a script', () => add('<script type="x">const long = "enough to be a text";</script>')],
  ['an attribute', () => main().setAttribute('title', 'something entirely new and long')],
])('is silent about %s', async (_, change) => expect(await newsAfter(change)).toBe(0));

it('is silent once it was stopped', async () => {
  const onNews = vi.fn();
  const stop = watchForNews(document, onNews);
  add('<p>A new message that nobody waits for.</p>');
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(onNews).not.toHaveBeenCalled();
});
