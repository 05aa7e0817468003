/**
 * Where the index keeps its blocks. `put` is atomic and durable when it resolves; `get` of a missing key is
 * `undefined`. Bytes that were handed over or out are never changed by either side.
 */
export interface BlockStore {
  get(keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  put(entries: readonly (readonly [key: string, bytes: Uint8Array])[]): Promise<void>;
  /** Deletes every key that starts with the prefix. */
  delete(prefix: string): Promise<void>;
}

/** Keeps blocks in memory: for tests, commands and benchmarks. */
export class MemoryBlockStore implements BlockStore {
  readonly #blocks: Map<string, Uint8Array>;

  constructor(blocks: Iterable<readonly [string, Uint8Array]> = []) {
    this.#blocks = new Map(blocks);
  }

  async get(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    return keys.map((key) => this.#blocks.get(key));
  }

  async put(entries: readonly (readonly [string, Uint8Array])[]): Promise<void> {
    for (const [key, bytes] of entries) this.#blocks.set(key, bytes);
  }

  async delete(prefix: string): Promise<void> {
    for (const key of this.#blocks.keys()) {
      if (key.startsWith(prefix)) this.#blocks.delete(key);
    }
  }

  /** Size of all blocks. */
  get bytes(): number {
    return [...this.#blocks.values()].reduce((sum, block) => sum + block.byteLength, 0);
  }

  keys(): string[] {
    return [...this.#blocks.keys()];
  }

  entries(): IterableIterator<[string, Uint8Array]> {
    return this.#blocks.entries();
  }
}
