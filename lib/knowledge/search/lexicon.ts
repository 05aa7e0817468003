import { Entry } from './entry';
import type { Language } from './language';
import { scan } from './scan';
import type { Term } from './term';

/** A run at its place in a text. */
export interface Run {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

/** Runs kept in each of two generations, about 250 bytes each; one not met while a generation fills up is forgotten. */
const REMEMBERED = 1 << 16;

/**
 * An open hash table: finds the entry of a run without cutting the run out of the text. Two hashes with a seed of
 * their own stand for the run, so that nobody can write a text whose words are taken for others.
 */
class Generation {
  readonly #entries: (Entry | undefined)[];
  /** Beside the entries, so that those of other runs need not be fetched from memory. 0 = free, or as any hash. */
  readonly #hashes: Int32Array;
  readonly #mask: number;
  size = 0;

  /** Takes up to so many entries, a power of two. */
  constructor(most: number) {
    this.#entries = new Array<Entry | undefined>(most * 2).fill(undefined);
    this.#hashes = new Int32Array(most * 2);
    this.#mask = most * 2 - 1;
  }

  find(hash: number, second: number): Entry | undefined {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const known = this.#hashes[slot];
      if (known !== hash && known !== 0) continue;
      const entry = this.#entries[slot];
      if (!entry || (known === hash && entry.second === second)) return entry;
    }
  }

  add(entry: Entry): void {
    let slot = entry.hash & this.#mask;
    while (this.#entries[slot]) slot = (slot + 1) & this.#mask;
    this.#entries[slot] = entry;
    this.#hashes[slot] = entry.hash;
    this.size += 1;
  }
}

/**
 * Cuts texts into runs and remembers what it found out about each: a hundred thousand reports hold some hundred
 * thousand different runs, ten million in all.
 */
export class Lexicon {
  readonly #seed = (Math.random() * 0x100000000) | 0;
  readonly #most: number;
  #recent: Generation;
  #older: Generation;

  /** Remembers up to twice so many runs, a power of two. */
  constructor(most = REMEMBERED) {
    this.#most = most;
    this.#recent = new Generation(most);
    this.#older = new Generation(most);
  }

  /** Calls back for every run of the text; the text must be bounded by the caller. */
  each(text: string, onRun: (entry: Entry, start: number, end: number) => void): void {
    scan(
      text,
      (start, end, unspaced, hash, second) => {
        const entry =
          this.#recent.find(hash, second) ??
          this.#keep(
            this.#older.find(hash, second) ?? new Entry(text.slice(start, end), hash, second, unspaced),
          );
        onRun(entry, start, end);
      },
      this.#seed,
    );
  }

  /** The entries of the text's runs in order. */
  entries(text: string): Entry[] {
    const entries: Entry[] = [];
    if (text !== '') this.each(text, (entry) => entries.push(entry));
    return entries;
  }

  /** The runs of the text with their places. */
  runs(text: string): Run[] {
    const runs: Run[] = [];
    this.each(text, (entry, start, end) => runs.push({ entry, start, end }));
    return runs;
  }

  #keep(entry: Entry): Entry {
    if (this.#recent.size >= this.#most) {
      this.#older = this.#recent;
      this.#recent = new Generation(this.#most);
    }
    this.#recent.add(entry);
    return entry;
  }
}

/** The terms of runs in a text of this language, in order. */
export function termsOf(entries: readonly Entry[], language: Language): Term[] {
  const terms: Term[] = [];
  for (const entry of entries) for (const term of entry.terms(language)) terms.push(term);
  return terms;
}
