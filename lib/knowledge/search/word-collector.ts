import type { Entry } from './entry';
import { hashKey, type TermHash } from './hash';
import type { Language } from './language';
import type { RecordFacts } from './record-terms';
import { encodeVocabulary, type KnownWord, LONGEST_WORD } from './vocabulary';

/** Collects the words of a segment, and how many records hold each once its postings are written. */
export class WordCollector {
  /** Terms of a word; it has several where records of several languages hold it. */
  readonly #words = new Map<string, TermHash[]>();
  /** Words of titles that were taken in before, by language. */
  readonly #known = new Map<Language, Set<Entry>>();

  /** The words a record is found by while they are typed. */
  take({ title, named }: RecordFacts['shown'], language: Language): void {
    for (const entry of named) {
      const { key } = entry;
      if (key) this.add(key.text, key.term);
      // As a whole it is the key.
      for (const { text, term } of entry.words(language)) if (text !== key?.text) this.add(text, term);
    }
    const known = this.#known.get(language) ?? new Set();
    this.#known.set(language, known);
    for (const entry of title) {
      if (known.has(entry)) continue;
      known.add(entry);
      for (const { text, term } of entry.words(language)) this.add(text, term);
    }
  }

  add(text: string, { high, low }: TermHash): void {
    if (text === '' || text.length > LONGEST_WORD) return;
    const known = this.#words.get(text);
    if (!known) this.#words.set(text, [{ high, low }]);
    else if (!known.some((it) => it.high === high && it.low === low)) known.push({ high, low });
  }

  /** Counts what the words lead to, while postings are written. */
  counter(): TermCounter {
    return new TermCounter([...this.#words.values()].flat().map(hashKey));
  }

  /** The block of the words that living records hold. */
  encode(counter: TermCounter): Uint8Array {
    const words: KnownWord[] = [];
    for (const text of [...this.#words.keys()].sort()) {
      const terms = (this.#words.get(text) ?? []).map((term) => ({ key: hashKey(term), term }));
      for (const { key, term } of terms.sort((a, b) => a.key - b.key)) {
        const count = counter.countOf(key);
        if (count > 0) words.push({ text, ...term, count });
      }
    }
    return encodeVocabulary(words);
  }
}

/** Counts the records of some terms, while all terms pass by in the order of their hash. */
export class TermCounter {
  /** Sorted. */
  readonly #keys: Float64Array;
  readonly #counts: Uint16Array;
  #at = 0;

  constructor(keys: readonly number[]) {
    this.#keys = Float64Array.from(new Set(keys)).sort();
    this.#counts = new Uint16Array(this.#keys.length);
  }

  /** Whether the term is one of those that are counted. */
  wants(key: number): boolean {
    while ((this.#keys[this.#at] ?? Number.POSITIVE_INFINITY) < key) this.#at += 1;
    return this.#keys[this.#at] === key;
  }

  /** Tells the count of the term that was wanted last. */
  set(count: number): void {
    this.#counts[this.#at] = count;
  }

  countOf(key: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return this.#keys[low] === key ? (this.#counts[low] ?? 0) : 0;
  }
}
