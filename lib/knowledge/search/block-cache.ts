import type { BlockStore } from './block-store';
import { readBlocks } from './read-blocks';

interface Sized {
  readonly bytes: number;
}

interface Kept<T> {
  readonly block: T;
  /** Number of the query that used it last. */
  used: number;
}

/** Share of the limit that is left when blocks have to go, so that this happens rarely. */
const LEFT = 0.85;

/** Keeps what was read of one kind of block; those not used for the longest time go when it gets too much. */
export class BlockCache<T extends Sized> {
  readonly #store: BlockStore;
  readonly #read: (bytes: Uint8Array) => T | null;
  readonly #mostBytes: number;
  readonly #blocks = new Map<string, Kept<T>>();
  #bytes = 0;
  #turn = 0;

  constructor(store: BlockStore, read: (bytes: Uint8Array) => T | null, mostBytes: number) {
    this.#store = store;
    this.#read = read;
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Every block of the keys. Returns at once where all are at hand: an await costs more than a warm query's share. */
  get(keys: ReadonlySet<string>): Map<string, T> | Promise<Map<string, T>> {
    this.#turn += 1;
    const found = new Map<string, T>();
    const missing: string[] = [];
    for (const key of keys) {
      const kept = this.#blocks.get(key);
      if (!kept) missing.push(key);
      else {
        kept.used = this.#turn;
        found.set(key, kept.block);
      }
    }
    return missing.length === 0 ? found : this.#load(missing, found);
  }

  /** Forgets blocks that will not be asked for again. */
  forget(prefix: string): void {
    for (const key of this.#blocks.keys()) if (key.startsWith(prefix)) this.#drop(key);
  }

  async #load(missing: readonly string[], found: Map<string, T>): Promise<Map<string, T>> {
    const turn = this.#turn;
    const blocks = await readBlocks(this.#store, missing, this.#read);
    for (const [at, block] of blocks.entries()) {
      const key = missing[at] ?? '';
      found.set(key, block);
      // Two queries may have loaded it at the same time.
      this.#drop(key);
      this.#blocks.set(key, { block, used: turn });
      this.#bytes += block.bytes;
    }
    if (this.#bytes > this.#mostBytes) this.#makeRoom();
    return found;
  }

  #makeRoom(): void {
    const byAge = [...this.#blocks].sort(([, a], [, b]) => a.used - b.used);
    for (const [key] of byAge) {
      if (this.#bytes <= this.#mostBytes * LEFT) break;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const kept = this.#blocks.get(key);
    if (!kept) return;
    this.#blocks.delete(key);
    this.#bytes -= kept.block.bytes;
  }
}
