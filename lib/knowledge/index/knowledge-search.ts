import type { KnowledgeKind, StoredRecord } from '@/lib/knowledge/knowledge-record';
import { isTelling } from '@/lib/knowledge/search/reasons';
import type { SearchFilter, SearchQuery } from '@/lib/knowledge/search/record';
import type { Searcher } from '@/lib/knowledge/search/searcher';
import type { KnowledgeFilter, KnowledgePage, KnownAbout } from '@/lib/knowledge/search-client';
import { toLabel, toSearchRecord } from '@/lib/knowledge/to-search-record';

/** Matches shown per kind. */
const SHOWN = 3;
/**
 * A match with less in common is left out: three wrong hints cost an agent more than none. In the public sets right
 * answers lie above it in 95 of 100 cases, the best wrong one in 90, so it only keeps out what has next to nothing.
 */
const WEAKEST = 0.05;
/** Rows of one search that can be asked for. */
const MOST_ROWS = 500;

/** The records of these keys that there are. */
type Load = (recordKeys: readonly string[]) => Promise<readonly StoredRecord[]>;

/** What the search worker answers, over one searcher and the store of records. */
export class KnowledgeSearch {
  readonly #searcher: Searcher;
  readonly #load: Load;

  constructor(searcher: Searcher, load: Load) {
    this.#searcher = searcher;
    this.#load = load;
  }

  async findKnown(query: SearchQuery): Promise<KnownAbout> {
    const counts = await this.#searcher.countLabels();
    const find = async (kind: KnowledgeKind) => {
      if (!counts.has(toLabel('kind', kind))) return [];
      const filter = { labels: [[toLabel('kind', kind)]] };
      const { rows } = await this.#find(query, filter, 0, SHOWN, SHOWN);
      return rows.filter(({ match }) => match && match.strength >= WEAKEST && match.reasons.some(isTelling));
    };
    const [bugs, articles, cards] = await Promise.all([
      find('known-bug'),
      find('article'),
      find('feature-card'),
    ]);
    return { bugs, articles, cards, searched: await this.#searcher.count() };
  }

  async search(text: string, filter: KnowledgeFilter, from: number, count: number): Promise<KnowledgePage> {
    const { labels, since } = filter;
    const narrowed: SearchFilter = { labels, ...(since === null ? {} : { since }) };
    if (text.trim() !== '')
      return this.#find({ title: text, typing: true }, narrowed, from, count, MOST_ROWS);
    const { ids, total } = await this.#searcher.list(narrowed, from, count);
    const records = await this.#load(ids);
    return { rows: records.map((record) => ({ record, match: null })), total };
  }

  countLabels(): Promise<ReadonlyMap<string, number>> {
    return this.#searcher.countLabels();
  }

  /** Only the rows asked for are loaded and explained. */
  async #find(
    query: SearchQuery,
    filter: SearchFilter,
    from: number,
    count: number,
    most: number,
  ): Promise<KnowledgePage> {
    const loaded = new Map<string, StoredRecord>();
    const load = async (ids: readonly string[]) => {
      const records = await this.#load(ids.slice(from, from + count));
      for (const record of records) loaded.set(record.recordKey, record);
      return ids.map((id) => {
        const record = loaded.get(id);
        return record && toSearchRecord(record);
      });
    };
    const matches = await this.#searcher.search(query, { limit: most, filter, load });
    const rows = matches.slice(from, from + count).flatMap((match) => {
      // A record may have gone since the index was written.
      const record = loaded.get(match.id);
      return record ? [{ record, match }] : [];
    });
    return { rows, total: matches.length };
  }
}
