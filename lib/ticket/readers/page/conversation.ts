import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { closest, holds, lineOf, wordsOf } from './elements';
import { isNoise, type PagePost, readPost } from './post';
import type { Stamp } from './stamps';
import { trimRepeated } from './trim-text';

const MAX_CLIMB = 40;
const SAMPLE = 8;

/** Where only some of the times stand behind a label, "Created:", these say something of the ticket. */
function withoutProperties(group: Stamp[]): Stamp[] {
  const isLabelled = ({ element }: Stamp) => {
    const label = element.previousElementSibling;
    return label !== null && lineOf(label).length < 30 && /[:：]$/.test(lineOf(label));
  };
  const others = group.filter((stamp) => !isLabelled(stamp));
  return others.length ? others : group;
}

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
  return [...groups.values()]
    .map(withoutProperties)
    .sort((a, b) => b.length - a.length)
    .slice(0, 30);
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

/** The short line above every block, where nothing holds both together: names above times. */
function leadsOf(blocks: readonly Element[], totals: ReadonlyMap<Element, number>): Map<Element, Element> {
  const leads = new Map<Element, Element>();
  const kinds = new Set<string>();
  for (const block of blocks) {
    const lead = block.previousElementSibling;
    const length = lead && !totals.has(lead) ? lineOf(lead).length : 0;
    if (!lead || length === 0 || length > 80 || kinds.add(kindOf(lead)).size > 1) return new Map();
    const [kind, next] = [kindOf(lead), block.nextElementSibling];
    if (kind === kindOf(block) || (next && kind === kindOf(next))) return new Map();
    leads.set(block, lead);
  }
  return blocks.length > 1 ? leads : new Map();
}

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
      const leads = leadsOf([...blocks.values()], totals);
      let isFound = false;
      const heads = new Set(leads.values());
      const isFree = (next: Element | null): next is Element =>
        next !== null && !totals.has(next) && !heads.has(next);
      for (const isSplit of [false, true]) {
        // Where head and text stand side by side, what follows a head up to the next belongs to it.
        const read = ([stamp, block]: [Stamp, Element]): PagePost => {
          const parts = [block];
          let next = block.nextElementSibling;
          for (; isSplit && isFree(next) && parts.length < 7; next = next.nextElementSibling)
            if (!isNoise(next)) parts.push(next);
          return readPost(parts, stamp, base, isSplit ? leads.get(block) : undefined);
        };
        let isSure = true;
        const sample = [...blocks].slice(0, SAMPLE).map((it) => {
          const post = read(it);
          isSure &&= post.form >= 1;
          const others = Math.max(1, (totals.get(it[1]) ?? 0) - (isLone ? 0 : 1));
          // Around a lone time nearly anything looks like a post below it: only where there is nothing better.
          const trust = !isLone || post.form >= 1 ? 1 : post.form === 0 ? 0 : 0.01;
          return (weigh(post) * trust) / others;
        });
        const mean = sample.reduce((all, weight) => all + weight, 0) / sample.length;
        const sum = mean * blocks.size * (isLone ? 0.2 : 1);
        if (sum <= score * (isSplit ? 1.3 : 1.1)) continue;
        score = sum;
        isFound = isLone && isSure;
        best = () => [...blocks].map(read);
      }
      if (isFound) break;
    }
  }
  return trimRepeated(best().filter(({ text, folded }) => text || folded));
}
