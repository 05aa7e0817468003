import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';
import { toSubject } from './subject-words';

const CALLED =
  /subj|summary|object-?title|(issue|ticket|topic|conversation|case|thread|task|card|question|discussion)-?(title|heading)/;
/** A code, or the name of the kind. */
const NO_SUBJECT = /^([A-Z\d-]+|[Tt]icket|[Cc]ase|[Ii]ssue|[Tt]ask|[Rr]equest)$/;

const HEADINGS = 'h1,h2,h3,h4,[aria-level]';
const levelOf = (heading: Element): number =>
  +(attribute(heading, 'aria-level') || /^H([1-4])$/.exec(heading.nodeName)?.[1] || 5);

/** What the page calls itself: a way home, or words in the bar above everything. */
const isBanner = (element: Element): boolean => {
  if (/^(\/|\.\/|https?:\/\/[^/]+\/?)$/.test(attribute(closest(element, 'a[href]') ?? element, 'href')))
    return true;
  const bar = closest(element, 'header,[role=banner]');
  return bar !== null && selectAll(bar, 'nav')[0] !== undefined;
};

/** The highest heading that stands before the conversation in the smallest part of the page that holds both. */
function headingAbove(post: Element | undefined): Element | undefined {
  for (let up = post?.parentElement; post && up; up = up.parentElement) {
    const above = selectAll(up, HEADINGS).filter(
      (it) =>
        (Node.prototype.compareDocumentPosition.call(it, post) & 4) !== 0 &&
        !holds(it, post) &&
        !closest(it, `${AROUND},aside`) &&
        !isBanner(it) &&
        isVisible(it),
    );
    if (above.length) return above.sort((a, b) => levelOf(a) - levelOf(b))[0];
  }
  return undefined;
}

/** The heading that repeats most of the window's title and stands where subjects stand. */
export function findSubject(
  page: Element,
  title: string,
  number: string,
  labelled: string,
  posts: readonly Element[],
): string {
  const parts = title.split(/ [|·•—–:-]+ | :: /).map((part) => toSubject(part, number));
  const scores = new Map<string, number>();
  const above = headingAbove(posts[0]);
  for (const element of partsOf(page, 5_000)) {
    const rank = attribute(element, 'aria-level') || /^H([1-4])$/.exec(element.nodeName)?.[1];
    const level = rank && !selectAll(element, 'div')[0] ? 5 - +rank : 0;
    const isCalled = CALLED.test(wordsOf(element));
    const shown =
      (level && lineOf(element)) ||
      ownText(element) ||
      (isCalled && (toLine(attribute(element, 'value')) || lineOf(element)));
    const text = shown && shown.length < 500 ? toSubject(shown, number) : '';
    const inTitle = text.length > 3 && title.includes(text);
    const inHeading = closest(element, 'h1');
    if (!(level || isCalled || inTitle || inHeading) || !/\p{L}/u.test(text) || NO_SUBJECT.test(text))
      continue;
    const inPost = posts.some((post) => holds(post, element));
    if (inPost && !level) continue;
    if (closest(element, `${AROUND},aside,head,[role=listbox]`) || !isVisible(element)) continue;
    const part = parts.indexOf(text);
    const isSite =
      (part > 0 && (part === parts.length - 1 || text.length < 9)) ||
      (part === 0 && parts.length > 1 && isBanner(element));
    const score =
      (inTitle ? 5 + Math.min(text.length, 80) / 6 : 0) +
      level * 0.7 +
      (isCalled ? 4 : 0) +
      (inHeading ? 2 : 0) +
      (above && holds(above, element) ? 2 : 0) -
      (inPost ? 0.5 : 0) -
      (isSite ? 7 : part > 0 && parts.length > 2 ? 3 : 0) -
      Math.min(scores.size / 20, 2);
    scores.set(text, Math.max(score, scores.get(text) ?? 0) + 0.3);
  }
  const [best = '', score = 0] = [...scores].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (labelled && score < 8) return toSubject(labelled, number);
  return score > 1.5
    ? best
    : (parts.slice(0, -1).sort((a, b) => b.length - a.length)[0] ?? (parts[0] || title));
}
