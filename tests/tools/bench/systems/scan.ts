import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';
import { StoredText } from '../stored-text';
import { type BenchSystem, LIMIT, toText } from '../system';

interface Line {
  readonly id: string;
  readonly text: string;
}

const toLine = ({ id, title, text }: SearchRecord): Line => ({ id, text: `${title} ${text}`.toLowerCase() });

/** No index at all: how many of the query's words does each record hold. */
export class LinearScan implements BenchSystem {
  readonly #stored = new StoredText();
  #lines: Line[] = [];

  async build(records: readonly SearchRecord[]): Promise<void> {
    this.#lines = records.map(toLine);
    await this.#stored.save(JSON.stringify(this.#lines));
  }

  async open(): Promise<void> {
    this.#lines = JSON.parse(await this.#stored.load());
  }

  async search(query: SearchQuery): Promise<string[]> {
    const words = [...new Set(toText(query).toLowerCase().split(/\s+/))].filter((word) => word.length > 3);
    const best = this.#lines.map(({ id, text }) => ({
      id,
      found: words.reduce((sum, word) => sum + Number(text.includes(word)), 0),
    }));
    best.sort((a, b) => b.found - a.found);
    return best.slice(0, LIMIT).map(({ id }) => id);
  }

  async update(records: readonly SearchRecord[]): Promise<void> {
    const changed = new Map(records.map((record) => [record.id, toLine(record)]));
    this.#lines = this.#lines.map((line) => changed.get(line.id) ?? line);
    await this.#stored.save(JSON.stringify(this.#lines));
  }

  size(): Promise<number> {
    return this.#stored.size();
  }
}
