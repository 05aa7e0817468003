import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { closest, holds, lineOf, wordsOf } from './elements';
import { isNoise, type PagePost, readPost } from './post';
import type { Stamp } from './stamps';

const MAX_CLIMB = 40;
const SAMPLE = 8;

/** Times that look alike belong to parts that are alike; the largest groups first. */
function groupsOf(stamps: readonly Stamp[]): Stamp[][] {
  const groups = new Map<string, Stamp[]>();
  for (const stamp of stamps) {
    const { nodeName, parentElement } = stamp.element;
    const kind = nodeName + attribute(stamp.element, 'class').replace(/\d/g, '') + parentElement?.nodeName;
    const group = groups.get(kind);
    if (group) group.push(stamp);
    else groups.set(kind, [stamp]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).slice(0, 30);
}

/** How much a post looks like one: text in a named part weighs most; rows of links or of change logs hardly anything. */
function weigh({ element, text, form, name }: PagePost): number {
  const links = selectAll(element, 'a').reduce((sum, link) => sum + lineOf(link).length, 0);
  const table = element.nodeName === 'TR' && closest(element, 'table');
  const isRow = (table && selectAll(table, 'th').length > 2) || links > lineOf(element).length * 0.6;
  return (
    Math.min(text.length, 300) ** 0.5 *
    (form || 0.1) *
    (isRow ? 0.3 : 1) *
    (name ? 1 : 0.3) *
    (closest(element, 'a,[aria-selected]') ? 0.1 : 1)
  );
}

const kindOf = (element: Element): string => element.nodeName + wordsOf(element).split(' ')[0];

/** Parts of one kind, each with a time, an author and a text: the shape that conversations have on nearly every site. */
export function readConversation(root: Element, stamps: readonly Stamp[], base: string): PagePost[] {
  // How many times of any kind stand in a part: a post holds hardly more than one.
  const totals = new Map<Element, number>();
  for (const { element } of stamps) {
    let up: Element | null = element;
    for (let step = 0; up && step < MAX_CLIMB; step += 1, up = up.parentElement)
      totals.set(up, (totals.get(up) ?? 0) + 1);
  }
  let score = 0;
  let best = (): PagePost[] => [];
  for (const group of groupsOf(stamps.filter(({ element }) => holds(root, element)))) {
    // Around each time, innermost first, what holds no other time of the group.
    const counts = new Map<Element, number>();
    const paths = group.slice(0, LIMITS.messages).map(({ element }) => {
      const path: Element[] = [];
      for (
        let up: Element | null = element;
        up && path.length < MAX_CLIMB;
        up = up === root ? null : up.parentElement
      ) {
        path.push(up);
        counts.set(up, (counts.get(up) ?? 0) + 1);
      }
      return path;
    });
    const kinds = new Map<string, Map<Stamp, Element>>();
    for (const [index, path] of paths.entries()) {
      const stamp = group[index] as Stamp;
      for (const [depth, element] of path.entries()) {
        if (counts.get(element) !== 1) break;
        if (element === root && group.length > 1) break;
        const { parentElement } = element;
        for (const kind of [kindOf(element), `${parentElement && kindOf(parentElement)}>${depth}`])
          kinds.set(kind, (kinds.get(kind) ?? new Map()).set(stamp, element));
      }
    }
    const isLone = group.length === 1;
    const likely = [...kinds.values()].filter(({ size }) => size * 3 > group.length);
    // Outermost first: a part further in must be better to be taken. Around a lone time the smallest is enough.
    for (const blocks of (isLone ? likely : likely.reverse()).slice(0, 24)) {
      let isFound = false;
      for (const isSplit of [false, true]) {
        // Where head and text stand side by side, what follows a head up to the next belongs to it.
        const read = ([stamp, block]: [Stamp, Element]): PagePost => {
          const parts = [block];
          let next = block.nextElementSibling;
          for (; isSplit && next && parts.length < 7 && !totals.has(next); next = next.nextElementSibling)
            if (!isNoise(next)) parts.push(next);
          return readPost(parts, stamp, base);
        };
        const sample = [...blocks].slice(0, SAMPLE).map((it) => {
          const post = read(it);
          return isLone && post.form === 0
            ? 0
            : weigh(post) / Math.max(1, (totals.get(it[1]) ?? 0) - (isLone ? 0 : 1));
        });
        const mean = sample.reduce((all, weight) => all + weight, 0) / sample.length;
        const sum = mean * blocks.size * (isLone ? 0.2 : 1);
        if (sum <= score * (isSplit ? 1.3 : 1.1)) continue;
        score = sum;
        isFound = isLone;
        best = () => [...blocks].map(read);
      }
      if (isFound) break;
    }
  }
  return best().filter(({ text, folded }) => text || folded);
}
