import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import type { Row } from './row';
import { rowToRecord } from './row-to-record';

/** A file of another kind breaks in every row: more are counted, not listed. */
const MOST_LISTED = 1_000;

/** Turns the rows of one file into records, each under an id of its own, and keeps account of those it cannot take. */
export class RowTaker {
  readonly #file: string;
  readonly #ids = new Set<string>();
  readonly #sameTitle = new Map<string, number>();
  #put: KnowledgeRecord[] = [];
  #broken: BrokenRecord[] = [];
  #refused = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Rows since the last `take`. */
  get size(): number {
    return this.#put.length + this.#broken.length;
  }

  add(row: Row): void {
    const taken = 'problem' in row ? row : rowToRecord(row.value);
    if ('problem' in taken) {
      this.#refuse(row.line, taken.problem);
      return;
    }
    const id = taken.record.id || this.#idFor(taken.record.title);
    if (this.#ids.has(id)) {
      this.#refuse(row.line, 'has the same id as a row before it, which was taken');
      return;
    }
    this.#ids.add(id);
    this.#put.push({ ...taken.record, id });
  }

  take(): { put: KnowledgeRecord[]; broken: BrokenRecord[] } {
    const batch = { put: this.#put, broken: this.#broken };
    this.#put = [];
    this.#broken = [];
    return batch;
  }

  /** The rest, with the number of those that were counted only. */
  finish(): { put: KnowledgeRecord[]; broken: BrokenRecord[] } {
    const { put, broken } = this.take();
    const more = this.#refused - MOST_LISTED;
    if (more <= 0) return { put, broken };
    const reason = `has ${more} more rows that cannot be taken; the first ${MOST_LISTED} are listed`;
    return { put, broken: [...broken, { id: `${this.#file} (more)`, reason }] };
  }

  #refuse(line: number, reason: string): void {
    this.#refused += 1;
    if (this.#refused <= MOST_LISTED) this.#broken.push({ id: `${this.#file}:${line}`, reason });
  }

  /** The same file dropped again must name its rows as before: by title, the second of one title by its number. */
  #idFor(title: string): string {
    const number = (this.#sameTitle.get(title) ?? 0) + 1;
    this.#sameTitle.set(title, number);
    return number === 1 ? title : `${title} (${number})`;
  }
}
