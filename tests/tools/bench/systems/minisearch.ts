import MiniSearch, { type Options } from 'minisearch';
import { stem } from 'porter2';
import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { StoredText } from '../stored-text';
import { type BenchSystem, LIMIT, toText } from '../system';

const DEFAULT: Options<SearchRecord> = { fields: ['title', 'text'] };

const STOP_WORDS = new Set(
  'a an and are as at be but by can for from have if in is it not of on or that the this to we when will with'.split(
    ' ',
  ),
);

const TUNED: Options<SearchRecord> = {
  ...DEFAULT,
  processTerm: (term) => {
    const word = term.toLowerCase();
    return STOP_WORDS.has(word) ? null : stem(word);
  },
  searchOptions: { boost: { title: 2 } },
};

class MiniSearchSystem implements BenchSystem {
  readonly #options: Options<SearchRecord>;
  readonly #stored = new StoredText();
  #index: MiniSearch<SearchRecord>;

  constructor(options: Options<SearchRecord>) {
    this.#options = options;
    this.#index = new MiniSearch(options);
  }

  async build(records: readonly SearchRecord[]): Promise<void> {
    this.#index.addAll(records);
    await this.#save();
  }

  async open(): Promise<void> {
    this.#index = MiniSearch.loadJSON(await this.#stored.load(), this.#options);
  }

  async search(query: SearchQuery): Promise<string[]> {
    return this.#index
      .search(toText(query))
      .slice(0, LIMIT)
      .map(({ id }) => String(id));
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    for (const record of records) this.#index.discard(record.id);
    this.#index.addAll(records);
    await this.#save();
  }

  size(): Promise<number> {
    return this.#stored.size();
  }

  async #save(): Promise<void> {
    await this.#stored.save(JSON.stringify(this.#index));
  }
}

export const createMiniSearch = (): BenchSystem => new MiniSearchSystem(DEFAULT);
export const createTunedMiniSearch = (): BenchSystem => new MiniSearchSystem(TUNED);
