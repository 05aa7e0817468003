import { findDate } from './dates';
import { holds, INLINE } from './elements';
import { findLooseTime } from './loose-times';

const isDated = (node: Node): boolean => {
  const text = node.nodeValue?.trim() ?? '';
  return node.nodeType === 3 && (findDate(text, false) ?? findLooseTime(text)) !== null;
};

/** What stands in one line with the time where a part holds its text without an element of its own around the head. */
export function lineAround(part: Element, stamp: Element): Node[] {
  const children = Array.from(part.childNodes).slice(0, 2_000);
  const at = children.findIndex((node) => (stamp === part ? isDated(node) : holds(node, stamp)));
  if (at < 0) return [];
  const isInline = (node: Node | undefined) =>
    node !== undefined && (node.nodeType === 3 || INLINE.test(node.nodeName) || node.nodeType === 8);
  let [from, to] = [at, at + 1];
  while (isInline(children[from - 1])) from -= 1;
  while (isInline(children[to])) to += 1;
  return children.slice(from, to);
}

/** Whether words stand behind that line with no element of their own. */
export const hasBareText = (part: Element, line: readonly Node[]): boolean => {
  const children = Array.from(part.childNodes).slice(0, 2_000);
  const last = line.at(-1);
  return (
    last !== undefined &&
    children
      .slice(children.indexOf(last as ChildNode) + 1)
      .some((node) => node.nodeType === 3 && /\p{L}/u.test(node.nodeValue ?? ''))
  );
};
