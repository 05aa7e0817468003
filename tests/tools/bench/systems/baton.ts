import { BlockDatabase } from '@/lib/knowledge/index/block-database';
import { IndexWriter } from '@/lib/knowledge/search/index-writer';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { Searcher } from '@/lib/knowledge/search/searcher';
import { type BenchSystem, LIMIT } from '../system';

/** As many as the background worker takes in at a time. */
const BATCH = 4_000;

class CountingDatabase extends BlockDatabase {
  readonly #sizes = new Map<string, number>();

  override async put(entries: readonly (readonly [string, Uint8Array])[]): Promise<void> {
    for (const [key, bytes] of entries) this.#sizes.set(key, bytes.byteLength);
    await super.put(entries);
  }

  override async delete(prefix: string): Promise<void> {
    for (const key of this.#sizes.keys()) if (key.startsWith(prefix)) this.#sizes.delete(key);
    await super.delete(prefix);
  }

  get bytes(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }
}

/** The shipped engine over the shipped store. */
export class Baton implements BenchSystem {
  readonly #database = new CountingDatabase('bench');
  readonly #writer = new IndexWriter(this.#database);
  readonly #searcher = new Searcher(this.#database);

  async build(records: readonly SearchRecord[]): Promise<void> {
    for (let at = 0; at < records.length; at += BATCH) {
      await this.#writer.apply({ put: records.slice(at, at + BATCH) });
    }
    await this.#writer.compact();
  }

  async open(): Promise<void> {
    await this.#searcher.count();
  }

  async search(query: SearchQuery): Promise<string[]> {
    return (await this.#searcher.search(query, { limit: LIMIT })).map(({ id }) => id);
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    await this.#writer.apply({ put: records });
    await this.#searcher.refresh();
  }

  async size(): Promise<number> {
    return this.#database.bytes;
  }
}
