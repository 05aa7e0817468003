import { bucketBytes } from './bucket';
import { type BucketWriter, bucketBits } from './bucket-writer';
import type { Entry } from './entry';
import { Growing } from './growing';
import { toCode } from './impact';
import type { Language } from './language';
import type { Term } from './term';
import { TermNumbers } from './term-numbers';

/** What a run comes to that stands for no term, or for more than one. */
const NONE = -1;
const SEVERAL = -2;

/** Collects the postings of one record after the other and sorts them by term in the end. */
export class PostingCollector {
  readonly #terms = new TermNumbers();
  readonly #postingTerms = new Growing((length) => new Uint32Array(length));
  readonly #records = new Growing((length) => new Uint16Array(length));
  readonly #codes = new Growing((length) => new Uint8Array(length));
  /** Strong and weak sums of term n at 2n and 2n + 1, for the record at hand. */
  #sums = new Float32Array(4096);
  readonly #touched: number[] = [];

  get postings(): number {
    return this.#postingTerms.length;
  }

  /** Adds an occurrence of a weight above 0 for the record at hand. */
  count(term: Term, field: 'strong' | 'weak', weight: number): void {
    this.#add(this.#numberOf(term), field, weight);
  }

  /** Adds the terms of a run. Nearly every run stands for one or none, and then its terms need not be looked at. */
  countRun(run: Entry, language: Language, field: 'strong' | 'weak', weight: number): void {
    if (run.owner !== this || run.countedIn !== language) this.#remember(run, language);
    if (run.counted >= 0) this.#add(run.counted, field, weight);
    else if (run.counted === SEVERAL) for (const term of run.terms(language)) this.count(term, field, weight);
  }

  #add(term: number, field: 'strong' | 'weak', weight: number): void {
    const at = term * 2;
    const sums = this.#sums;
    if (sums[at] === 0 && sums[at + 1] === 0) this.#touched.push(term);
    const slot = field === 'strong' ? at : at + 1;
    sums[slot] = (sums[slot] as number) + weight;
  }

  #remember(run: Entry, language: Language): void {
    const [first, ...others] = run.terms(language);
    run.owner = this;
    run.countedIn = language;
    run.counted = others.length > 0 ? SEVERAL : first ? this.#numberOf(first) : NONE;
  }

  /** Ends the record at hand. Records come in ascending order. */
  endRecord(record: number): void {
    const sums = this.#sums;
    for (const term of this.#touched) {
      this.#postingTerms.push(term);
      this.#records.push(record);
      this.#codes.push(toCode(sums[term * 2] as number, sums[term * 2 + 1] as number));
      sums[term * 2] = 0;
      sums[term * 2 + 1] = 0;
    }
    this.#touched.length = 0;
  }

  /** Bits that number the buckets. */
  get bits(): number {
    return bucketBits(bucketBytes(this.#terms.size, this.postings));
  }

  /** Hands every term over in the order of its hash. */
  write(writer: BucketWriter): void {
    const starts = this.#startOfTerms();
    const { records, codes } = this.#byTerm(starts);
    const highs = this.#terms.highs;
    const lows = this.#terms.lows;
    for (const term of sortByHash(highs, lows)) {
      writer.term({ high: highs[term] ?? 0, low: lows[term] ?? 0 });
      const end = starts[term + 1] ?? 0;
      for (let at = starts[term] ?? 0; at < end; at += 1) {
        writer.posting(records[at] as number, codes[at] as number);
      }
    }
    writer.finish();
  }

  #numberOf(term: Term): number {
    if (term.owner === this) return term.number;
    const number = this.#terms.numberOf(term);
    term.owner = this;
    term.number = number;
    if (number * 2 >= this.#sums.length) {
      const larger = new Float32Array(this.#sums.length * 2);
      larger.set(this.#sums);
      this.#sums = larger;
    }
    return number;
  }

  #startOfTerms(): Uint32Array {
    const starts = new Uint32Array(this.#terms.size + 1);
    for (const term of this.#postingTerms.values) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    for (let term = 0; term < this.#terms.size; term += 1) {
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    }
    return starts;
  }

  /** Postings in the order of their term; within a term they stay in the order of their record. */
  #byTerm(starts: Uint32Array): { records: Uint16Array; codes: Uint8Array } {
    const next = starts.slice();
    const records = new Uint16Array(this.postings);
    const codes = new Uint8Array(this.postings);
    for (let posting = 0; posting < codes.length; posting += 1) {
      const term = this.#postingTerms.at(posting);
      const at = next[term] as number;
      records[at] = this.#records.at(posting);
      codes[at] = this.#codes.at(posting);
      next[term] = at + 1;
    }
    return { records, codes };
  }
}

/** Numbers of the terms in the order of their hash: three passes of eleven bits, then the few that are still equal. */
function sortByHash(highs: Uint32Array, lows: Uint16Array): Uint32Array {
  let order = Uint32Array.from(highs.keys());
  for (const shift of [0, 11, 22]) order = sortByDigit(order, highs, shift);
  for (let at = 1; at < order.length; at += 1) {
    const term = order[at] ?? 0;
    let to = at;
    for (; to > 0; to -= 1) {
      const before = order[to - 1] ?? 0;
      if (highs[before] !== highs[term] || (lows[before] ?? 0) <= (lows[term] ?? 0)) break;
      order[to] = before;
    }
    order[to] = term;
  }
  return order;
}

function sortByDigit(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(2049);
  for (const key of keys) {
    const digit = ((key >>> shift) & 2047) + 1;
    next[digit] = (next[digit] ?? 0) + 1;
  }
  for (let digit = 0; digit < 2048; digit += 1) next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const term of order) {
    const digit = ((keys[term] ?? 0) >>> shift) & 2047;
    const at = next[digit] ?? 0;
    sorted[at] = term;
    next[digit] = at + 1;
  }
  return sorted;
}
