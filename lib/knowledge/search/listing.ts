import { acceptIn } from './filter';
import { isDead } from './manifest';
import type { SearchFilter } from './record';
import type { RecordTable } from './segment';
import type { OpenSegment, Snapshot } from './snapshot';

/** One page of the records that meet a filter. */
export interface RecordPage {
  readonly ids: string[];
  /** Of all pages. */
  readonly total: number;
}

interface Listed {
  readonly snapshot: Snapshot;
  readonly filter: string;
  /** Segment's position · 65,536 + record's number, in the order of the list. */
  readonly places: Uint32Array;
}

const PER_SEGMENT = 0x10000;

/** Lists records newest first. Remembers the last list, as pages of the same are asked for while somebody scrolls. */
export class Listing {
  /** Record numbers in the order of the list. A segment never changes, so it is sorted once. */
  readonly #orders = new WeakMap<RecordTable, Uint16Array>();
  #last: Listed | undefined;
  #counted: { readonly snapshot: Snapshot; readonly counts: Map<string, number> } | undefined;

  page(snapshot: Snapshot, filter: SearchFilter, from: number, count: number): RecordPage {
    const { places } = this.#list(snapshot, filter);
    const first = Math.max(0, from);
    const page = places.subarray(first, first + Math.max(0, count));
    const ids = Array.from(page, (place) => {
      const segment = snapshot.segments[Math.floor(place / PER_SEGMENT)];
      return segment?.table.ids.at(place % PER_SEGMENT) ?? '';
    });
    return { ids, total: places.length };
  }

  /** How many records carry each label. */
  countLabels(snapshot: Snapshot): ReadonlyMap<string, number> {
    if (this.#counted?.snapshot !== snapshot) this.#counted = { snapshot, counts: countLabels(snapshot) };
    return this.#counted.counts;
  }

  #list(snapshot: Snapshot, filter: SearchFilter): Listed {
    const key = JSON.stringify([filter.labels, filter.since]);
    if (this.#last?.snapshot === snapshot && this.#last.filter === key) return this.#last;
    const heads = snapshot.segments.map(
      (segment, at) => new Head(segment, at, this.#orderOf(segment), filter),
    );
    const places = new Uint32Array(snapshot.count);
    let length = 0;
    for (let head = firstOf(heads); head; head = firstOf(heads)) {
      places[length] = head.segmentAt * PER_SEGMENT + head.record;
      length += 1;
      head.step();
    }
    this.#last = { snapshot, filter: key, places: places.slice(0, length) };
    return this.#last;
  }

  #orderOf({ table }: OpenSegment): Uint16Array {
    const known = this.#orders.get(table);
    if (known) return known;
    const { ids, times } = table;
    const names = Array.from(times, (_, record) => ids.at(record));
    const order = Uint16Array.from(times.keys()).sort(
      (a, b) => compareTimes(times[a] as number, times[b] as number) || compareIds(names[a], names[b]),
    );
    this.#orders.set(table, order);
    return order;
  }
}

/** Walks over the records of one segment that are listed. */
class Head {
  readonly segmentAt: number;
  readonly #table: RecordTable;
  readonly #order: Uint16Array;
  readonly #listed: (record: number) => boolean;
  #at = -1;

  constructor(segment: OpenSegment, segmentAt: number, order: Uint16Array, filter: SearchFilter) {
    const accept = acceptIn(segment.table, filter);
    this.segmentAt = segmentAt;
    this.#table = segment.table;
    this.#order = order;
    this.#listed = (record) => !isDead(segment.dead, record) && accept(record);
    this.step();
  }

  get ended(): boolean {
    return this.#at >= this.#order.length;
  }

  get record(): number {
    return this.#order[this.#at] ?? 0;
  }

  get time(): number {
    return this.#table.times[this.record] ?? Number.NaN;
  }

  get id(): string {
    return this.#table.ids.at(this.record);
  }

  step(): void {
    this.#at += 1;
    while (!this.ended && !this.#listed(this.record)) this.#at += 1;
  }
}

function firstOf(heads: readonly Head[]): Head | null {
  let first: Head | null = null;
  for (const head of heads) {
    if (head.ended) continue;
    if (!first || compareHeads(head, first) < 0) first = head;
  }
  return first;
}

/** Newest first, then by id. */
const compareHeads = (a: Head, b: Head): number => compareTimes(a.time, b.time) || compareIds(a.id, b.id);

/** The newer first, one that is not known last. */
function compareTimes(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : b - a;
}

const compareIds = (a = '', b = ''): number => (a < b ? -1 : Number(a > b));

/** How many living records carry each label. */
function countLabels({ segments }: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, dead, count } of segments) {
    const found = new Uint32Array(table.labels.length);
    for (let record = 0; record < count; record += 1) {
      if (isDead(dead, record)) continue;
      for (const label of table.labelNumbers.subarray(
        table.labelStarts[record],
        table.labelStarts[record + 1],
      )) {
        found[label] = (found[label] ?? 0) + 1;
      }
    }
    for (const [at, label] of table.labels.entries()) {
      const number = found[at] ?? 0;
      if (number > 0) counts.set(label, (counts.get(label) ?? 0) + number);
    }
  }
  return counts;
}
