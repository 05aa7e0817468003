import { attribute, selectAll } from '@/lib/ticket/dom';
import { emailIn } from './authors';
import { findDate } from './dates';
import { AROUND, closest, holds, isVisible, lineOf, ownText, partsOf } from './elements';
import { type Field, fieldOf } from './label-words';
import { rowsOf } from './rows';
import type { Stamp } from './stamps';

export interface Labelled {
  readonly element: Element;
  readonly value: string;
}

const isField = (element: Element): boolean =>
  /^(SELECT|INPUT)$/.test(element.nodeName) &&
  !/^(hidden|checkbox|radio|submit|button|password)$/.test(attribute(element, 'type'));

/** What a field shows: what is chosen or typed in it, else its words, of a short one the first. */
function shownIn(element: Element, isShort: boolean): string {
  const field = [element, ...selectAll(element, 'select,input')].find(isField);
  const chosen = field && (selectAll(field, 'option[selected]')[0]?.textContent || attribute(field, 'value'));
  const words = [element, ...partsOf(element, 50)].filter(isVisible).map(ownText);
  return chosen?.trim() || (isShort && words.find((text) => /[\p{L}\d]/u.test(text))) || lineOf(element);
}

/** What stands in a label, next to it or above that; under a heading of a column, the cell. */
function besides(label: Element): Element | null {
  const inner = label.firstElementChild;
  if (inner && (isField(inner) || /[\p{L}\d]/u.test(lineOf(inner)))) return inner;
  for (let up: Element | null = label, step = 0; up && step < 3; step += 1) {
    const next: Element | null = up.nextElementSibling;
    const row: Element | null = up.parentElement;
    if (up.nodeName === 'TH' && row && !selectAll(row, 'td')[0]) {
      const below = row.nextElementSibling ?? row.parentElement?.nextElementSibling?.firstElementChild;
      return below?.children[Array.from(row.children).indexOf(up)] ?? null;
    }
    if (next && shownIn(next, false)) return next;
    if (row && lineOf(row).length > lineOf(label).length + 2) return null;
    up = row;
  }
  return null;
}

/** The words right behind a label, in its line or, after one line break, in the next. */
function behind(label: Element): string {
  let breaks = 0;
  for (let node = label.nextSibling; node && breaks < 2; node = node.nextSibling) {
    const text = node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    if (/[\p{L}\d]/u.test(text)) return text.replace(/^[\s:：–—-]+|\s+$/g, '');
    if (node.nodeName === 'BR') breaks += 1;
    else if (node.nodeType === 1 && lineOf(node as Element)) return breaks ? lineOf(node as Element) : '';
  }
  return '';
}

const NO_ORGANIZATION =
  /^(n\/?a|none|no|nil|unknown|not set|not specified|individual|private|keine?|unbekannt|privat|aucune?|inconnue?|ningun[ao]|nenhum|nessun[ao]|geen|brak|нет|немає|не указан[ао]?|žádn[áýé]|ingen|ei|yok|なし|无|없음|لا يوجد|אין|καμία|nincs|niciun[ăa])$/i;

/** A wrong organization is worse than none: it must look like a name, alone. */
const isOrganization = (value: string, element: Element): boolean =>
  /\p{L}{2}/u.test(value) &&
  value.length <= 80 &&
  !/[:：]|https?|\?$/.test(value) &&
  !emailIn(value) &&
  !findDate(value, true) &&
  !NO_ORGANIZATION.test(value) &&
  (lineOf(element) !== value || selectAll(element, 'a').length < 2);

/** Pairs of a known label and its value, wherever they stand: lists, tables, forms, `Label: value` in one line. */
export function findLabelled(root: Element, posts: readonly Element[]): Map<Field, Labelled> {
  const found = new Map<Field, Labelled>();
  const add = (field: Field | undefined, element: Element, value: string) => {
    if (
      !field ||
      found.has(field) ||
      !/[\p{L}\d]/u.test(value) ||
      (value.length > 160 && field !== 'description') ||
      (field === 'organization' && !isOrganization(value, element))
    )
      return;
    if ((field !== 'status' && fieldOf(value)) || posts.some((post) => holds(post, element))) return;
    if (!closest(element, AROUND) && isVisible(element)) found.set(field, { element, value });
  };
  const all = partsOf(root, 100_000);
  const byId = new Map(all.filter(isField).map((element) => [attribute(element, 'id'), element]));
  for (const element of all) {
    const own = ownText(element);
    const field = element.nodeName === 'OPTION' ? undefined : fieldOf(own);
    if (field) {
      const next = byId.get(attribute(element, 'for') || ' ') ?? besides(element);
      const said = next && isField(next) ? '' : behind(element);
      add(
        field,
        next ?? element,
        said || (next ? shownIn(next, /status|priority|assignee/.test(field)) : ''),
      );
    }
    add('number', element, /^(?:\p{L}{1,12} ?)?#\s?(\d{1,20})$/u.exec(own)?.[1] ?? '');
    for (const line of [attribute(element, 'title'), attribute(element, 'aria-label'), ...rowsOf(element)]) {
      const [, label = '', value = ''] = /^([^:：]{1,40})[:：]\s*(\S.{0,159})$/.exec(line) ?? [];
      add(fieldOf(label), element, value);
    }
  }
  return found;
}

/** The time a field shows: the one made for machines where there is one. */
export function momentOf(
  field: Labelled | undefined,
  stamps: readonly Stamp[],
  dayFirst: boolean,
): number | null {
  if (!field) return null;
  return (
    stamps.find(({ element }) => holds(field.element, element))?.at ??
    findDate(field.value, dayFirst)?.at ??
    null
  );
}
