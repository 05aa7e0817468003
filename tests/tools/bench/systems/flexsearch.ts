import { Document, IndexedDB } from 'flexsearch';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { StoredText } from '../stored-text';
import { type BenchSystem, LIMIT, toText } from '../system';

const createDocument = () => new Document({ document: { id: 'id', index: ['title', 'text'] } });
const toDocument = ({ id, title, text }: SearchRecord) => ({ id, title, text });

/** `suggest`: records that lack some of the words count too; without it a long query finds nothing. */
async function find(index: Document, query: SearchQuery): Promise<string[]> {
  const fields = await index.search(toText(query), { limit: LIMIT, suggest: true, merge: true });
  return fields.slice(0, LIMIT).map(({ id }) => String(id));
}

/** In memory; kept over a restart as the parts it exports. */
export class FlexSearchInMemory implements BenchSystem {
  readonly #stored = new StoredText();
  #index = createDocument();

  async build(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) this.#index.add(toDocument(record));
    await this.#save();
  }

  async open(): Promise<void> {
    const parts: [string, string][] = JSON.parse(await this.#stored.load());
    for (const [key, part] of parts) this.#index.import(key, part);
  }

  search(query: SearchQuery): Promise<string[]> {
    return find(this.#index, query);
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) this.#index.update(toDocument(record));
    await this.#save();
  }

  size(): Promise<number> {
    return this.#stored.size();
  }

  async #save(): Promise<void> {
    const parts: [string, string][] = [];
    await this.#index.export((key: string, part: string) => {
      parts.push([key, part]);
    });
    await this.#stored.save(JSON.stringify(parts));
  }
}

/** Over its own IndexedDB store. */
export class FlexSearchInDatabase implements BenchSystem {
  readonly #index = createDocument();

  async build(records: readonly SearchRecord[]): Promise<void> {
    await this.open();
    for (const record of records) await this.#index.addAsync(record.id, toDocument(record));
    await this.#index.commit();
  }

  async open(): Promise<void> {
    await this.#index.mount(new IndexedDB('bench-flexsearch'));
  }

  search(query: SearchQuery): Promise<string[]> {
    return find(this.#index, query);
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) await this.#index.updateAsync(record.id, toDocument(record));
    await this.#index.commit();
  }

  async size(): Promise<number> {
    return (await navigator.storage.estimate()).usage ?? 0;
  }
}
