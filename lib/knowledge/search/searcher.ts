import { weighAlternatives } from './alternatives';
import { BlockCache } from './block-cache';
import type { BlockStore } from './block-store';
import { type Bucket, readBucket, SHARD_RECORDS } from './bucket';
import { beginningsOf, completionsOf } from './completions';
import { type Accept, acceptIn } from './filter';
import type { TermHash } from './hash';
import { Lexicon, type Run } from './lexicon';
import { Listing, type RecordPage } from './listing';
import { type SearchParameters, searchParameters } from './parameters';
import { analyzeQuery } from './query-terms';
import { MissingBlockError } from './read-blocks';
import { explainMatch } from './reasons';
import type { Match, Reason, SearchFilter, SearchQuery, SearchRecord } from './record';
import { type Features, Reranker } from './rerank';
import { bucketKeysOf, type Candidate, chooseTerms, Scorer, type WeighedTerm, weighTerms } from './score';
import { type RecordTable, segmentPrefix, titlesKey, wordsKey } from './segment';
import { loadManifest, openSnapshot, type Snapshot } from './snapshot';
import { type IndexedTitle, readTitles, TITLES_PER_BLOCK, type TitleBlock } from './titles';
import { readVocabulary, type Vocabulary } from './vocabulary';

export interface SearchOptions {
  /** Matches to hand out. */
  readonly limit?: number;
  readonly filter?: SearchFilter;
  /** Leaves further records out, for those who measure. */
  readonly accept?: (id: string) => boolean;
  /** Hands out the records of these ids in this order, for the reasons; without it matches carry none. */
  readonly load?: (ids: readonly string[]) => Promise<readonly (SearchRecord | undefined)[]>;
}

export interface SearcherOptions {
  readonly parameters?: SearchParameters;
  /** Bytes of postings and titles that are kept at hand. */
  readonly cacheBytes?: number;
}

/** A candidate after the second look. */
export interface RankedCandidate {
  readonly candidate: Candidate;
  readonly features: Features;
  readonly score: number;
}

/** What one query came to. */
export interface Ranking {
  readonly ranked: RankedCandidate[];
  readonly weighed: WeighedTerm[];
  /** BM25F score that no record can exceed. */
  readonly highest: number;
  /** Records that could be found. */
  readonly count: number;
  readonly runs: readonly Run[];
}

const LIMIT = 10;
const CACHE_BYTES = 56_000_000;
const POSTINGS_SHARE = 0.78;
const TITLES_SHARE = 1 - POSTINGS_SHARE;
const TRIES = 3;
/** Queries and the few records that are explained repeat less than an index being filled. */
const REMEMBERED = 1 << 14;

/** Answers queries from the blocks in store. One stands in the search worker, one in `npm run eval`. */
export class Searcher {
  readonly #store: BlockStore;
  readonly #parameters: SearchParameters;
  readonly #lexicon = new Lexicon(REMEMBERED);
  readonly #scorer = new Scorer();
  readonly #listing = new Listing();
  readonly #buckets: BlockCache<Bucket>;
  readonly #titles: BlockCache<TitleBlock>;
  readonly #words: BlockCache<Vocabulary>;
  #snapshot: Promise<Snapshot> | undefined;

  constructor(store: BlockStore, options: SearcherOptions = {}) {
    const bytes = options.cacheBytes ?? CACHE_BYTES;
    this.#store = store;
    this.#parameters = options.parameters ?? searchParameters;
    this.#buckets = new BlockCache(store, readBucket, bytes * POSTINGS_SHARE);
    this.#titles = new BlockCache(store, readTitles, bytes * TITLES_SHARE);
    // Read by the first query of somebody who types; all or none of it is needed.
    this.#words = new BlockCache(store, readVocabulary, Number.POSITIVE_INFINITY);
  }

  /** Takes over what was written since; called when the writer says so. */
  async refresh(): Promise<void> {
    const before = await this.#snapshot?.catch(() => undefined);
    this.#snapshot = this.#openSnapshot(before);
    const { segments } = await this.#snapshot;
    const kept = new Set(segments.map(({ number }) => number));
    for (const { number } of before?.segments ?? []) {
      if (kept.has(number)) continue;
      this.#buckets.forget(segmentPrefix(number));
      this.#titles.forget(segmentPrefix(number));
      this.#words.forget(segmentPrefix(number));
    }
  }

  /** Records that can be found. */
  async count(): Promise<number> {
    return (await this.#open()).count;
  }

  /** Records that meet the filter, newest first; those without `at` are the last. Reads no block. */
  async list(filter: SearchFilter, from: number, count: number): Promise<RecordPage> {
    return this.#listing.page(await this.#open(), filter, from, count);
  }

  /** How many records carry each label. */
  async countLabels(): Promise<ReadonlyMap<string, number>> {
    return this.#listing.countLabels(await this.#open());
  }

  /** Bytes of blocks kept in memory. */
  get cachedBytes(): number {
    return this.#buckets.bytes + this.#titles.bytes + this.#words.bytes;
  }

  /** The best matches with the reason for each, best first. A query without a known word finds nothing. */
  async search(query: SearchQuery, options: SearchOptions = {}): Promise<Match[]> {
    const ranking = await this.rank(query, options);
    const { ranked, highest } = ranking;
    const best = ranked.slice(0, options.limit ?? LIMIT);
    const records = options.load ? await options.load(best.map(({ candidate }) => candidate.id)) : [];
    const explain = options.load ? explainMatch(query, ranking, this.#parameters, this.#lexicon) : () => [];
    return best.map(({ candidate, score }, at) => {
      const record = records[at];
      const reasons: Reason[] = record ? explain(record) : [];
      return { id: candidate.id, score, strength: Math.min(1, candidate.score / highest), reasons };
    });
  }

  /** All candidates with what was seen of them; `search` for those who tune it. */
  async rank(query: SearchQuery, options: SearchOptions = {}): Promise<Ranking> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#rank(query, options);
      } catch (error) {
        // A merge took away a segment this snapshot still names.
        if (!(error instanceof MissingBlockError) || attempt === TRIES) throw error;
        await this.refresh();
      }
    }
  }

  async #rank(query: SearchQuery, options: SearchOptions): Promise<Ranking> {
    const parameters = this.#parameters;
    const snapshot = await this.#open();
    const text = `${query.title}\n${query.body ?? ''}`.slice(0, parameters.longestText);
    const runs = this.#lexicon.runs(text);
    const entries = runs.map(({ entry }) => entry);
    const analyzed = analyzeQuery(query, snapshot.languageShares, parameters, this.#lexicon);
    const completions = query.typing ? await this.#completions(query.title, snapshot) : [];
    const needed = this.#buckets.get(bucketKeysOf([...analyzed.terms, ...completions], snapshot));
    const buckets = needed instanceof Map ? needed : await needed;
    const weighed = weighTerms(analyzed, snapshot, buckets);
    const unfinished = weighAlternatives(completions, analyzed, snapshot, buckets);
    if (unfinished) weighed.unshift(unfinished);
    const chosen = chooseTerms(weighed, analyzed.rank.terms, parameters.mostPostings);
    const accepts = snapshot.segments.map(({ table }) => acceptBy(table, options));
    const candidates = this.#scorer.best(snapshot, chosen, analyzed, parameters.candidates, accepts);
    const bestScore = candidates[0]?.score ?? 0;
    const reranker = new Reranker(query, analyzed, weighed, candidates, entries, parameters);
    const looked = candidates
      .map((candidate) => ({ candidate, first: candidate.score / bestScore + reranker.prior(candidate) }))
      .sort((a, b) => b.first - a.first || (a.candidate.id < b.candidate.id ? -1 : 1))
      .slice(0, parameters.reranked)
      .map(({ candidate }) => candidate);
    const titleOf = await this.#titlesOf(looked);
    const ranked = looked.map((candidate) => {
      const features = reranker.features(candidate, titleOf(candidate), bestScore);
      return { candidate, features, score: reranker.score(features) };
    });
    ranked.sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
    const highest = chosen.reduce((sum, { weight }) => sum + weight, 0);
    return { ranked, weighed, highest, count: snapshot.count, runs };
  }

  async #completions(title: string, snapshot: Snapshot): Promise<TermHash[]> {
    const beginnings = beginningsOf(title, this.#lexicon);
    if (beginnings.length === 0) return [];
    const keys = snapshot.segments.map(({ number }) => wordsKey(number));
    const vocabularies = await this.#words.get(new Set(keys));
    return completionsOf(beginnings, [...vocabularies.values()]);
  }

  async #titlesOf(candidates: readonly Candidate[]): Promise<(candidate: Candidate) => IndexedTitle> {
    const keyOf = ({ segment: { number, shard }, record }: Candidate) =>
      titlesKey(number, Math.floor((shard * SHARD_RECORDS + record) / TITLES_PER_BLOCK));
    const needed = this.#titles.get(new Set(candidates.map(keyOf)));
    const blocks = needed instanceof Map ? needed : await needed;
    return (candidate) => {
      const title = blocks.get(keyOf(candidate))?.at(candidate.record % TITLES_PER_BLOCK);
      return title ?? { letters: new Uint8Array(0), terms: new Uint32Array(0) };
    };
  }

  #open(): Promise<Snapshot> {
    this.#snapshot ??= this.#openSnapshot();
    return this.#snapshot;
  }

  async #openSnapshot(known?: Snapshot): Promise<Snapshot> {
    const open = async () => openSnapshot(this.#store, await loadManifest(this.#store), known);
    try {
      return await open().catch(open);
    } catch (error) {
      // A failed start must not be kept: the next query tries again.
      this.#snapshot = undefined;
      throw error;
    }
  }
}

function acceptBy(table: RecordTable, { filter, accept }: SearchOptions): Accept {
  const meets = filter ? acceptIn(table, filter) : () => true;
  return accept ? (record) => meets(record) && accept(table.ids.at(record)) : meets;
}
