import type { Entry } from './entry';
import { hashKey } from './hash';
import { LANGUAGES, type Language, languageOf } from './language';
import { type Lexicon, termsOf } from './lexicon';
import type { RankParameters, SearchParameters } from './parameters';
import type { SearchQuery } from './record';
import { cutTitle } from './record-terms';
import type { Term } from './term';

/** A term of the query before anything is known about its rarity. */
export interface QueryTerm {
  readonly high: number;
  readonly low: number;
  /** Occurrences, those in the title weighed. */
  count: number;
  readonly inTitle: boolean;
}

export interface AnalyzedQuery {
  readonly rank: RankParameters;
  readonly terms: readonly QueryTerm[];
}

/** Different terms of one query that are looked up at all: a log of 20,000 signs can hold thousands. */
const MOST_TERMS = 400;
/** Runs of the title that may be the key of a record. */
const MOST_KEYS = 20;
/** A language that fewer than this share of the records are written in is not tried on texts that do not tell theirs. */
const RARE_LANGUAGE = 0.02;
/** Texts of fewer words may hold none that tells their language. */
const SHORT = 20;

/**
 * The terms of a query. A short one may not tell its language; it is then cut in every language that a fair share of
 * the records is written in, as stems that do not exist cost nothing.
 */
export function analyzeQuery(
  query: SearchQuery,
  languageShares: readonly number[],
  parameters: SearchParameters,
  lexicon: Lexicon,
): AnalyzedQuery {
  const title = cutTitle(query.title);
  const body = (query.body ?? '').slice(0, parameters.longestText);
  const rank = body.trim() === '' ? parameters.title : parameters.full;
  const terms = new Map<number, QueryTerm>();
  const titleEntries = lexicon.entries(title);
  const bodyEntries = lexicon.entries(body);
  for (const language of languagesIn([...titleEntries, ...bodyEntries], languageShares)) {
    // Words that read the same in a second language must not count twice.
    const before = new Set(terms.keys());
    const add = ({ high, low }: Term, weight: number, inTitle: boolean) => {
      const key = hashKey({ high, low });
      if (before.has(key)) return;
      const known = terms.get(key);
      if (known) known.count += weight;
      else if (terms.size < MOST_TERMS) terms.set(key, { high, low, count: weight, inTitle });
    };
    const titleTerms = termsOf(titleEntries, language);
    for (const term of titleTerms) add(term, rank.titleWeight, true);
    for (const term of termsOf(bodyEntries, language)) add(term, 1, false);
  }
  for (const { key } of titleEntries.slice(0, MOST_KEYS)) {
    if (!key) continue;
    const { high, low } = key.term;
    // Not as a word of the title: that most records lack it must not make them less alike.
    terms.set(hashKey(key.term), { high, low, count: rank.titleWeight, inTitle: false });
  }
  return { rank, terms: [...terms.values()] };
}

function languagesIn(entries: readonly Entry[], shares: readonly number[]): Set<Language> {
  const languages = new Set<Language>([languageOf(entries)]);
  if (entries.length >= SHORT) return languages;
  for (const [at, language] of LANGUAGES.entries()) {
    if ((shares[at] ?? 0) >= RARE_LANGUAGE) languages.add(language);
  }
  return languages;
}
