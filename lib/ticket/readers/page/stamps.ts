import { attribute, selectAll } from '@/lib/ticket/dom';
import { findDate, toMoment } from './dates';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf } from './elements';

/** A place where the page shows a time. */
export interface Stamp {
  readonly element: Element;
  readonly at: number;
}

/** For machines first, then what people read when they point at it. */
const NAMES = 'datetime data-timestamp data-time data-datetime data-date title data-original-title'.split(
  ' ',
);
/** When somebody joined or something was changed says nothing about who wrote. */
const OTHER = /^(join|regist|member|due|updat|last|modif|edit|beigetreten|geändert|inscrit|изменен|регистр)/i;
const ELSEWHERE = `${AROUND},aside,[role=complementary],[contenteditable=true]`;

/** All times that can be seen, in the order of the page; bounded. */
export function findStamps(root: Element, dayFirst: boolean): Stamp[] {
  const stamps: Stamp[] = [];
  const taken = new Set<Element | null | undefined>();
  for (const element of partsOf(root, 100_000)) {
    const up = element.parentElement;
    if (taken.has(up) || taken.has(up?.parentElement) || stamps.length > 2_999) continue;
    const [value = ''] = NAMES.map((name) => attribute(element, name)).filter(Boolean);
    const marked = value && toMoment(value, dayFirst);
    // What is inside says it more exactly.
    const isOuter = marked && selectAll(element, 'time').length > 0;
    const at = (!isOuter && marked) || findDate(ownText(element), dayFirst)?.at;
    if (!at || OTHER.test(lineOf(element)) || closest(element, ELSEWHERE) || !isVisible(element)) continue;
    // The same time once more, in another form.
    const last = stamps.at(-1);
    const near = up?.parentElement;
    if (last?.at === at && near && holds(near, last.element) && lineOf(near).length < 100) continue;
    taken.add(element);
    stamps.push({ element, at });
  }
  return stamps;
}
