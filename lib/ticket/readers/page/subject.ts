import { toLine } from '@/lib/ticket/bounds';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { AROUND, closest, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';

const CALLED =
  /subj|summary|object-?title|(issue|ticket|topic|conversation|case|thread|task|card|request|question|discussion)-?(title|heading)/;

/** Without the number before or behind it and the words that announce it. */
export function toSubject(raw: string, number: string): string {
  const line = toLine(raw)
    .replace(/^(subject|betreff|objet|asunto|тема|件名)\s*[:：]\s*/i, '')
    .replace(
      /^[[(]?\s*((ticket|case|issue|bug|task|request|incident|заявка|demande|anfrage)\s*(#|№|id|:|no\.?)*\s*[A-Z]*-?\d+|[#№]\s?\d+|[A-Z][A-Z0-9]+-\d+|T\d+|\d{4,})\s*[\])]?\s*([:|·—–-]\s+|(?=[\p{Lu}“])|$)/iu,
      '',
    )
    .replace(/^“(.*)”$/, '$1');
  const [, start = '', tail = ''] = /^(.+\S)\s*[(#]+([\w-]+)\)?$/.exec(line) ?? [];
  return start && (number.endsWith(tail) || tail.endsWith(number || ' ')) ? start : line;
}

/** The heading that repeats most of the window's title and stands where subjects stand. */
export function findSubject(page: Document, number: string, labelled: string): string {
  const title = toLine(selectAll(page, 'head > title')[0]?.textContent);
  const parts = title.split(/ [|·•—–:-]+ | :: /).map((part) => toSubject(part, number));
  const site = parts.length > 1 ? parts.at(-1) : '';
  const scores = new Map<string, number>();
  let order = 0;
  for (const element of partsOf(page.documentElement, 5_000)) {
    const rank = attribute(element, 'aria-level') || /^H([1-4])$/.exec(element.nodeName)?.[1];
    const level = rank ? 5 - +rank : 0;
    const words = wordsOf(element);
    const isCalled = CALLED.test(words) || /^(subject|betreff|件名)$/i.test(attribute(element, 'aria-label'));
    const shown =
      element.nodeName === 'INPUT'
        ? isCalled && attribute(element, 'value')
        : level
          ? lineOf(element)
          : ownText(element);
    if (!shown || shown.length > 500) continue;
    const text = toSubject(shown, number);
    const inTitle = text.length > 3 && title.includes(text);
    if (!(level || isCalled || inTitle || closest(element, 'h1')) || !/\p{L}/u.test(text)) continue;
    if (closest(element, `${AROUND.replace('[contenteditable=true],', '')},head`) || !isVisible(element))
      continue;
    order += 0.05;
    const score =
      (inTitle ? 5 + Math.min(text.length, 80) / 6 : 0) +
      level * 0.7 +
      (isCalled ? 4 : 0) + (closest(element, 'h1') ? 2 : 0) - (parts.length > 2 && parts.indexOf(text) > 0 ? 3 : 0) +
      (/title|heading/.test(words) ? 1 : 0) -
      (text === site || (text.length < 9 && parts.indexOf(text) > 0) ? 7 : 0) -
      Math.min(order, 2);
    scores.set(text, Math.max(score, scores.get(text) ?? 0) + 0.3);
  }
  if ((globalThis as any).DBG) console.log([...scores].sort((a, b) => b[1] - a[1]).slice(0,5));
  const [best, score] = [...scores].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (labelled && score < 8) return toSubject(labelled, number);
  if (score > 1.5) return best;
  const open = selectAll(page, 'meta[property="og:title"]')[0];
  return (
    (open && toSubject(attribute(open, 'content'), number)) ||
    parts.filter((part) => part !== site).sort((a, b) => b.length - a.length)[0] ||
    title
  );
}
