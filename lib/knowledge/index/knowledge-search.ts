import type { KnowledgeKind, StoredRecord } from '@/lib/knowledge/knowledge-record';
import type { Match, SearchFilter, SearchQuery } from '@/lib/knowledge/search/record';
import type { Searcher } from '@/lib/knowledge/search/searcher';
import type { FoundRecord, KnowledgeFilter, KnowledgePage, KnownAbout } from '@/lib/knowledge/search-client';
import { toLabel, toSearchRecord } from '@/lib/knowledge/to-search-record';

/** Matches shown per kind. */
const SHOWN = 3;
/** A match with less in common is left out: three wrong hints cost an agent more than none. */
const WEAKEST = 0.12;
/** Rows of one search that can be asked for. */
const MOST_ROWS = 500;

type Load = (recordKeys: readonly string[]) => Promise<readonly (StoredRecord | undefined)[]>;

/** What the search worker answers, over one searcher and the store of records. */
export class KnowledgeSearch {
  readonly #searcher: Searcher;
  readonly #load: Load;

  constructor(searcher: Searcher, load: Load) {
    this.#searcher = searcher;
    this.#load = load;
  }

  async findKnown(query: SearchQuery): Promise<KnownAbout> {
    const find = (kind: KnowledgeKind) =>
      this.#find(query, { labels: [[toLabel('kind', kind)]] }, SHOWN, WEAKEST);
    const [bugs, articles, cards] = await Promise.all([
      find('known-bug'),
      find('article'),
      find('feature-card'),
    ]);
    return { bugs, articles, cards, searched: await this.#searcher.count() };
  }

  async search(text: string, filter: KnowledgeFilter, from: number, count: number): Promise<KnowledgePage> {
    const narrowed: SearchFilter = {
      labels: filter.labels,
      ...(filter.since === null ? {} : { since: filter.since }),
    };
    if (text.trim() === '') {
      const { ids, total } = await this.#searcher.list(narrowed, from, count);
      const records = await this.#load(ids);
      const rows = records.flatMap((record) => (record ? [{ record, match: null }] : []));
      return { rows, total };
    }
    const rows = await this.#find({ title: text, typing: true }, narrowed, MOST_ROWS, 0);
    return { rows: rows.slice(from, from + count), total: rows.length };
  }

  countLabels(): Promise<ReadonlyMap<string, number>> {
    return this.#searcher.countLabels();
  }

  async #find(
    query: SearchQuery,
    filter: SearchFilter,
    limit: number,
    weakest: number,
  ): Promise<FoundRecord[]> {
    const loaded = new Map<string, StoredRecord>();
    const load = async (ids: readonly string[]) => {
      const records = await this.#load(ids);
      for (const record of records) if (record) loaded.set(record.recordKey, record);
      return records.map((record) => (record ? toSearchRecord(record) : undefined));
    };
    const matches: Match[] = await this.#searcher.search(query, { limit, filter, load });
    return matches.flatMap((match) => {
      // A record may have gone since the index was written.
      const record = loaded.get(match.id);
      return record && match.strength >= weakest ? [{ record, match }] : [];
    });
  }
}
