import { attribute, selectAll } from '@/lib/ticket/dom';
import { findDate, toMoment } from './dates';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';
import { findLooseTime } from './loose-times';

/** A place where the page shows a time. */
export interface Stamp {
  readonly element: Element;
  /** Null when the page says too little of it. */
  readonly at: number | null;
}

/** For machines first, then what people read when they point at it. */
const NAMES =
  'datetime data-timestamp data-time data-datetime data-date data-created data-created-at data-sent-at title data-original-title'.split(
    ' ',
  );
/** When somebody joined or something was changed says nothing about who wrote. */
const OTHER = /^(join|regist|member|due|updat|last|modif|edit|beigetreten|geändert|inscrit|изменен|регистр)/i;
/** The same in front of the time, behind other words. */
const ABOUT =
  /(?<!\p{L})(join|regist|member since|last|modif|edit|beigetreten|dabei seit|registriert|inscrit|miembro desde|registrado|регистрация|на форуме)[^:]{0,12}:? *$/iu;
const ELSEWHERE = `${AROUND},aside,[role=complementary],[contenteditable=true]`;
const POST = /(^|[ -])(post|comment|message|reply|answer|note|entry|item)( |$)/;

/** The foot of a post is part of it, the foot of the page is not. */
function isElsewhere(element: Element): boolean {
  const found = closest(element, ELSEWHERE);
  const up = found?.nodeName === 'FOOTER' && found.parentElement;
  if (!up) return found !== null;
  return (!closest(up, 'article,li,details') && !POST.test(wordsOf(up))) || closest(up, ELSEWHERE) !== null;
}

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
    const own = ownText(element);
    const found = isOuter || !marked ? findDate(own, dayFirst) : null;
    const at = (!isOuter && marked) || found?.at;
    if (found && ABOUT.test(own.slice(0, found.from))) continue;
    if (!at || OTHER.test(lineOf(element)) || isElsewhere(element) || !isVisible(element)) continue;
    // The same time once more, in another form.
    const last = stamps.at(-1);
    const near = up?.parentElement;
    if (last?.at === at && near && holds(near, last.element) && lineOf(near).length < 100) continue;
    taken.add(element);
    stamps.push({ element, at });
  }
  return stamps;
}

/** With the times of which too little is said, such as "3 hours ago"; a day above them completes "10:41". */
export function withLooseStamps(root: Element, exact: readonly Stamp[]): Stamp[] {
  const stamps: Stamp[] = [];
  const known = new Map(exact.map((stamp) => [stamp.element, stamp]));
  let taken: Element | null = null;
  let day: number | null = null;
  for (const element of partsOf(root, 100_000)) {
    const stamp = known.get(element);
    if (stamp) {
      stamps.push(stamp);
      taken = element;
      if (!/\d[:h]\d\d/.test(lineOf(element))) day = stamp.at;
      continue;
    }
    const own = ownText(element);
    const loose = stamps.length < 3_000 && !findDate(own, false) && findLooseTime(own);
    if (!loose || (taken && holds(taken, element)) || OTHER.test(own)) continue;
    if (isElsewhere(element) || !isVisible(element)) continue;
    const { minutes } = loose;
    taken = element;
    stamps.push({ element, at: day !== null && minutes !== null ? day + minutes * 60_000 : null });
  }
  return stamps;
}
