import { encodeIds } from './ids';
import { type BlockEntry, encodeTable, idsKey, tableKey, titlesKey } from './segment';
import { encodeTitles, type IndexedTitle, TITLES_PER_BLOCK } from './titles';

/** One record as the table keeps it. */
export interface TableRow {
  readonly id: string;
  readonly title: IndexedTitle;
  /** Milliseconds since 1970 or NaN. */
  readonly time: number;
  readonly linked: number;
  readonly language: number;
  readonly length: number;
  readonly marks: Iterable<number>;
  readonly labels: Iterable<string>;
}

/** Collects what is kept of records besides their words. */
export class TableBuilder {
  readonly #ids: string[] = [];
  readonly #titles: IndexedTitle[] = [];
  readonly #times: number[] = [];
  readonly #linked: number[] = [];
  readonly #languages: number[] = [];
  readonly #lengths: number[] = [];
  readonly #marks: number[] = [];
  readonly #markStarts: number[] = [0];
  /** Position of every label. */
  readonly #labels = new Map<string, number>();
  readonly #labelNumbers: number[] = [];
  readonly #labelStarts: number[] = [0];

  get count(): number {
    return this.#ids.length;
  }

  add(row: TableRow): void {
    this.#ids.push(row.id);
    this.#titles.push(row.title);
    this.#times.push(row.time);
    this.#linked.push(row.linked);
    this.#languages.push(row.language);
    this.#lengths.push(row.length);
    for (const mark of row.marks) this.#marks.push(mark);
    this.#markStarts.push(this.#marks.length);
    for (const label of row.labels) this.#labelNumbers.push(this.#numberOf(label));
    this.#labelStarts.push(this.#labelNumbers.length);
  }

  /** The blocks of ids, table and titles. */
  *blocks(segment: number): Generator<BlockEntry> {
    yield [idsKey(segment), encodeIds(this.#ids)];
    yield [
      tableKey(segment),
      encodeTable({
        times: Float64Array.from(this.#times),
        linked: Uint16Array.from(this.#linked),
        languages: Uint8Array.from(this.#languages),
        lengths: Uint8Array.from(this.#lengths),
        markStarts: Uint32Array.from(this.#markStarts),
        marks: Uint32Array.from(this.#marks),
        labels: [...this.#labels.keys()],
        labelStarts: Uint32Array.from(this.#labelStarts),
        labelNumbers: Uint32Array.from(this.#labelNumbers),
      }),
    ];
    for (let at = 0; at < this.#titles.length; at += TITLES_PER_BLOCK) {
      const titles = this.#titles.slice(at, at + TITLES_PER_BLOCK);
      yield [titlesKey(segment, at / TITLES_PER_BLOCK), encodeTitles(titles)];
    }
  }

  #numberOf(label: string): number {
    const known = this.#labels.get(label);
    if (known !== undefined) return known;
    this.#labels.set(label, this.#labels.size);
    return this.#labels.size - 1;
  }
}
