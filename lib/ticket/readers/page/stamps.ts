import { attribute, selectAll } from '@/lib/ticket/dom';
import { findDate, toMoment } from './dates';
import { AROUND, closest, isVisible, lineOf, ownText, partsOf } from './elements';

/** A place where the page shows a time. */
export interface Stamp {
  readonly element: Element;
  readonly at: number;
}

const MACHINE = ['datetime', 'data-timestamp', 'data-time', 'data-datetime', 'data-date', 'data-utime'];
const SPOKEN = ['title', 'data-original-title', 'data-bs-original-title', 'data-tooltip'];
/** When somebody joined or something was changed says nothing about who wrote. */
const OTHER = /^(join|regist|member|due|updat|last|modif|edit|beigetreten|geändert|inscrit|изменен|регистр)/i;
const MAX_STAMPS = 3_000;

/** In English a page tells whether it writes the month first; in other languages the day comes first. */
export const isDayFirst = (page: Document): boolean =>
  /^(?!en($|-us))\w/i.test(attribute(page.documentElement, 'lang'));

/** All times that can be seen, in the order of the page. Those made for machines win over what people read. */
export function findStamps(root: Element, dayFirst: boolean): Stamp[] {
  const stamps: Stamp[] = [];
  const taken = new Set<Element | null | undefined>();
  for (const element of partsOf(root, 100_000)) {
    const up = element.parentElement;
    if (taken.has(up) || taken.has(up?.parentElement) || stamps.length >= MAX_STAMPS) continue;
    const machine = MACHINE.map((name) => attribute(element, name)).find(Boolean);
    const said = machine ? [machine] : SPOKEN.map((name) => attribute(element, name));
    let at = said.reduce<number | null>(
      (found, value) => found ?? (value ? toMoment(value, dayFirst) : null),
      null,
    );
    if (!machine && at && selectAll(element, 'time').length > 0) at = null;
    const own = ownText(element);
    at ??= findDate(own, dayFirst)?.at ?? null;
    if (!at || OTHER.test(lineOf(element)) || closest(element, AROUND) || !isVisible(element)) continue;
    taken.add(element);
    stamps.push({ element, at });
  }
  return stamps;
}
