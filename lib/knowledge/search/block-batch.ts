import type { BlockStore } from './block-store';
import type { BlockEntry } from './segment';

/** Enough for a transaction to be worth it, little enough to hold in memory twice. */
const BATCH_BYTES = 1_000_000;

/** Writes blocks in batches of about a megabyte. */
export class BlockBatch {
  readonly #store: BlockStore;
  #entries: BlockEntry[] = [];
  #bytes = 0;
  /** All bytes that were added. */
  total = 0;

  constructor(store: BlockStore) {
    this.#store = store;
  }

  add(entry: BlockEntry): void {
    this.#entries.push(entry);
    this.#bytes += entry[1].byteLength;
    this.total += entry[1].byteLength;
  }

  /** Writes what has gathered, if it is enough or `all` of it shall go. */
  async write(all = false): Promise<void> {
    if (this.#entries.length === 0 || (!all && this.#bytes < BATCH_BYTES)) return;
    const entries = this.#entries;
    this.#entries = [];
    this.#bytes = 0;
    await this.#store.put(entries);
  }
}
