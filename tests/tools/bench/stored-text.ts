import { BlockDatabase } from '@/lib/knowledge/index/block-database';

const KEY = 'whole';

/** One text in IndexedDB: how an index that has no store of its own is kept over a restart. */
export class StoredText {
  readonly #database = new BlockDatabase('bench');

  async save(text: string): Promise<void> {
    await this.#database.put([[KEY, new TextEncoder().encode(text)]]);
  }

  async load(): Promise<string> {
    const [bytes] = await this.#database.get([KEY]);
    if (!bytes) throw new Error('Nothing was stored.');
    return new TextDecoder().decode(bytes);
  }

  async size(): Promise<number> {
    const [bytes] = await this.#database.get([KEY]);
    return bytes?.byteLength ?? 0;
  }
}
