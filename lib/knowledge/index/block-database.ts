import type { BlockStore } from '@/lib/knowledge/search/block-store';

const STORE = 'blocks';

/**
 * The index in an IndexedDB of its own, without Dexie: a cold search worker opens nothing but this before it answers.
 * Everything in it can be built again, so writes are relaxed; one put is one transaction, and so is all or nothing.
 */
export class BlockDatabase implements BlockStore {
  readonly #name: string;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(name = 'baton-search') {
    this.#name = name;
  }

  async get(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    const blocks = await this.#store('readonly');
    return Promise.all(keys.map((key) => settled<unknown>(blocks.get(key)).then(toBytes)));
  }

  async put(entries: readonly (readonly [key: string, bytes: Uint8Array])[]): Promise<void> {
    const blocks = await this.#store('readwrite');
    for (const [key, bytes] of entries) blocks.put(bytes, key);
    await committed(blocks.transaction);
  }

  async delete(prefix: string): Promise<void> {
    const blocks = await this.#store('readwrite');
    blocks.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
    await committed(blocks.transaction);
  }

  close(): void {
    void this.#opening?.then((database) => database.close());
    this.#opening = undefined;
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      // A failed start must not be kept: the next call tries again.
      this.#opening = undefined;
      throw error;
    });
    const database = await this.#opening;
    return database.transaction(STORE, mode, { durability: 'relaxed' }).objectStore(STORE);
  }

  #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request).then((database) => {
      // Another context deletes or upgrades it: whoever holds it open would block that for ever.
      database.onversionchange = () => this.close();
      database.onclose = () => this.close();
      return database;
    });
  }
}

const toBytes = (value: unknown): Uint8Array | undefined => (value instanceof Uint8Array ? value : undefined);

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
