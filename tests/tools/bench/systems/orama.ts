import {
  type AnyOrama,
  create,
  insertMultiple,
  load,
  type RawData,
  save,
  search,
  updateMultiple,
} from '@orama/orama';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { StoredText } from '../stored-text';
import { type BenchSystem, LIMIT, toText } from '../system';

const createIndex = (): AnyOrama => create({ schema: { id: 'string', title: 'string', text: 'string' } });
const toDocument = ({ id, title, text }: SearchRecord) => ({ id, title, text });

export class Orama implements BenchSystem {
  readonly #stored = new StoredText();
  #index = createIndex();

  async build(records: readonly SearchRecord[]): Promise<void> {
    await insertMultiple(this.#index, records.map(toDocument));
    await this.#save();
  }

  async open(): Promise<void> {
    // Our own text, written by `save` of the same version.
    load(this.#index, JSON.parse(await this.#stored.load()) as RawData);
  }

  async search(query: SearchQuery): Promise<string[]> {
    const { hits } = await search(this.#index, { term: toText(query), limit: LIMIT, threshold: 1 });
    return hits.map(({ id }) => id);
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    await updateMultiple(
      this.#index,
      records.map(({ id }) => id),
      records.map(toDocument),
    );
    await this.#save();
  }

  size(): Promise<number> {
    return this.#stored.size();
  }

  async #save(): Promise<void> {
    await this.#stored.save(JSON.stringify(save(this.#index)));
  }
}
