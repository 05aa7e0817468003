import { MOST_RECORDS } from './segment';
import type { OpenSegment } from './snapshot';

/** Segments of one order of size that are let stand before they become one. */
const WIDTH = 6;
const SMALLEST = 200;
/** A segment is written anew when so much of it is deleted. */
const MOST_DEAD = 0.3;

const aliveIn = ({ count, deadCount }: OpenSegment): number => count - deadCount;
const orderOf = (segment: OpenSegment): number =>
  Math.max(0, Math.ceil(Math.log(aliveIn(segment) / SMALLEST) / Math.log(WIDTH)));

/** The segments to become one next, or none. Those of like size, so that no record is copied more than a few times. */
export function chooseMerge(segments: readonly OpenSegment[]): OpenSegment[] {
  const worn = segments.find(({ count, deadCount }) => deadCount > count * MOST_DEAD);
  if (worn) return [worn];
  const orders = new Map<number, OpenSegment[]>();
  for (const segment of segments) {
    const order = orderOf(segment);
    orders.set(order, [...(orders.get(order) ?? []), segment]);
  }
  for (const group of [...orders].sort(([a], [b]) => a - b).map(([, members]) => members)) {
    const fitting = takeFitting(group);
    if (group.length >= WIDTH && fitting.length > 1) return fitting;
  }
  return [];
}

/** Groups for making as few segments as possible: what is done once after the first fill. */
export function chooseCompaction(segments: readonly OpenSegment[]): OpenSegment[] {
  const worn = segments.find(({ deadCount }) => deadCount > 0);
  const fitting = takeFitting([...segments].sort((a, b) => aliveIn(a) - aliveIn(b)));
  if (fitting.length > 1) return fitting;
  return worn ? [worn] : [];
}

/** As many of them as one segment can take. */
function takeFitting(segments: readonly OpenSegment[]): OpenSegment[] {
  const fitting: OpenSegment[] = [];
  let sum = 0;
  for (const segment of segments) {
    if (sum + aliveIn(segment) > MOST_RECORDS) break;
    sum += aliveIn(segment);
    fitting.push(segment);
  }
  return fitting;
}
