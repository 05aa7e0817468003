import { countDead, type SegmentEntry } from './manifest';
import { MOST_RECORDS } from './segment';

/** Segments of one order of size that are let stand before they become one. */
const WIDTH = 6;
const SMALLEST = 200;
/** A segment is written anew when so much of it is deleted. */
const MOST_DEAD = 0.3;

const aliveIn = ({ count, dead }: SegmentEntry): number => count - countDead(dead);
const orderOf = (segment: SegmentEntry): number =>
  Math.max(0, Math.ceil(Math.log(aliveIn(segment) / SMALLEST) / Math.log(WIDTH)));

/** The segments to become one next, or none. Those of like size, so that no record is copied more than a few times. */
export function chooseMerge(segments: readonly SegmentEntry[]): SegmentEntry[] {
  const worn = segments.find(({ count, dead }) => countDead(dead) > count * MOST_DEAD);
  if (worn) return [worn];
  const orders = new Map<number, SegmentEntry[]>();
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
export function chooseCompaction(segments: readonly SegmentEntry[]): SegmentEntry[] {
  const worn = segments.find(({ dead }) => countDead(dead) > 0);
  const fitting = takeFitting([...segments].sort((a, b) => aliveIn(a) - aliveIn(b)));
  if (fitting.length > 1) return fitting;
  return worn ? [worn] : [];
}

/** As many of them as one segment can take. */
function takeFitting(segments: readonly SegmentEntry[]): SegmentEntry[] {
  const fitting: SegmentEntry[] = [];
  let sum = 0;
  for (const segment of segments) {
    if (sum + aliveIn(segment) > MOST_RECORDS) break;
    sum += aliveIn(segment);
    fitting.push(segment);
  }
  return fitting;
}
