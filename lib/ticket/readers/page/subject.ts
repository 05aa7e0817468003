import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';

const CALLED =
  /subj|summary|object-?title|(issue|ticket|topic|conversation|case|thread|task|card|question|discussion)-?(title|heading)/;
/** A code, or the name of the kind. */
const NO_SUBJECT = /^([A-Z\d-]+|[Tt]icket|[Cc]ase|[Ii]ssue|[Tt]ask|[Rr]equest)$/;
/** The number of the ticket before its subject, with the words that announce it. */
const NUMBERED =
  /^[[(]?\s*((ticket|case|issue|bug|task|request|incident|заявка|demande|anfrage)\s*(#|№|id|:|no\.?)*\s*[A-Z]*-?\d+|[#№]\s?\d+|[A-Z][A-Z0-9]+-\d+|T\d+|\d{4,})\s*[\])]?\s*([:|·—–-]\s+|(?=[\p{Lu}“])|$)/iu;

function toSubject(raw: string, number: string): string {
  const line = raw
    .replace(/^(subject|betreff|objet|asunto|тема|件名)\s*[:：]\s*/i, '')
    .replace(NUMBERED, '')
    .replace(/^“(.*)”$/, '$1');
  const [, start, tail = ''] = /^(.+\S)\s*[(#]+([\w-]+)\)?$/.exec(line) ?? [];
  return start && (number.endsWith(tail) || tail.endsWith(number || ' ')) ? start : line;
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
    if (closest(element, `${AROUND},aside,head`) || !isVisible(element)) continue;
    const part = parts.indexOf(text);
    const isSite = part > 0 && (part === parts.length - 1 || text.length < 9);
    const score =
      (inTitle ? 5 + Math.min(text.length, 80) / 6 : 0) +
      level * 0.7 +
      (isCalled ? 4 : 0) +
      (inHeading ? 2 : 0) -
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
