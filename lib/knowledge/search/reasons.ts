import { type Found, pagesIn, signaturesIn } from './found';
import { hashKey } from './hash';
import { languageOf } from './language';
import type { Lexicon, Run } from './lexicon';
import type { SearchParameters } from './parameters';
import type { Reason, ReasonKind, SearchQuery, SearchRecord, TextRange } from './record';
import { cutTitle } from './record-terms';
import type { WeighedTerm } from './score';

/** Words that are shown for one reason. */
const MOST_WORDS = 5;
/** Places of one word that are marked. */
const MOST_PLACES = 3;
/** A word counts as rare when at most this share of the records holds it; in tiny collections every word may. */
const RARE_SHARE = 0.02;
const FEW_RECORDS = 5;
const SHORT_NUMBER = /^\d{1,4}$/;

interface Field {
  readonly name: TextRange['field'];
  readonly text: string;
  readonly runs: readonly Run[];
}

/** `11` alone is a version, a day or a count: no reason why two texts are about the same. */
export const isTelling = ({ kind, words }: Reason): boolean =>
  kind !== 'rare words' || words.some((word) => !SHORT_NUMBER.test(word));

/** For one query: tells of a record what it has in common with it, the strongest reason first. */
export function explainMatch(
  query: SearchQuery,
  { weighed, count, runs }: { weighed: readonly WeighedTerm[]; count: number; runs: readonly Run[] },
  parameters: SearchParameters,
  lexicon: Lexicon,
): (record: SearchRecord) => Reason[] {
  const signatures = new Set(signaturesIn(runs).map(({ key }) => key));
  const pages = new Set(pagesIn(runs).map(({ key }) => key));
  const mostFound = Math.max(FEW_RECORDS, count * RARE_SHARE);
  const rare = new Map(
    weighed.flatMap(({ term, found, idf, alternatives = [term] }) =>
      found === 0 || found > mostFound ? [] : alternatives.map((it) => [hashKey(it), idf] as const),
    ),
  );
  const toField = (name: Field['name'], text: string): Field => ({ name, text, runs: lexicon.runs(text) });
  return (record) => {
    const title = toField('title', cutTitle(record.title));
    const text = toField('text', record.text.slice(0, parameters.longestText));
    const linked = (record.linked ?? []).slice(0, parameters.mostLinked).map((it) => it.text);
    const hiddenText = [...(record.signatures ?? []), ...linked].join('\n').slice(0, parameters.longestText);
    const hidden = { text: hiddenText, runs: lexicon.runs(hiddenText) };
    const reasons = [
      common('same error code', signatures, [title, text], signaturesIn, hidden),
      common('same page', pages, [title, text], pagesIn, hidden),
      samePart(query, record),
      sameVersion(query, runs, record),
      rareWords(rare, [title, text]),
    ];
    return reasons.filter((reason) => reason !== null);
  };
}

/** What both texts hold of a kind; in `hidden` it counts and is not marked. */
function common(
  kind: ReasonKind,
  asked: ReadonlySet<string>,
  fields: readonly Field[],
  find: (runs: readonly Run[]) => Found[],
  hidden: { readonly text: string; readonly runs: readonly Run[] },
): Reason | null {
  if (asked.size === 0) return null;
  const words = new Map<string, string>();
  const ranges: TextRange[] = [];
  const take = (text: string, { key, start, end }: Found): boolean => {
    if (!asked.has(key) || (words.size === MOST_WORDS && !words.has(key))) return false;
    if (!words.has(key)) words.set(key, text.slice(start, end));
    return true;
  };
  for (const { name, text, runs } of fields) {
    for (const found of find(runs)) {
      if (take(text, found)) ranges.push({ field: name, start: found.start, end: found.end });
    }
  }
  for (const found of find(hidden.runs)) take(hidden.text, found);
  return words.size === 0 ? null : { kind, words: [...words.values()], ranges };
}

const fold = (text: string): string => text.trim().toLowerCase();

function samePart(query: SearchQuery, record: SearchRecord): Reason | null {
  const asked = new Set((query.parts ?? []).map(fold));
  const words = (record.parts ?? []).filter((part) => asked.has(fold(part))).slice(0, MOST_WORDS);
  return words.length === 0 ? null : { kind: 'same part', words, ranges: [] };
}

/** The version the ticket gives, or one of the record's that the ticket's text names. */
function sameVersion(query: SearchQuery, runs: readonly Run[], record: SearchRecord): Reason | null {
  const bare = (version: string) => fold(version).replace(/^v(?=\d)/, '');
  const given = query.version === undefined ? '' : bare(query.version);
  const named = new Set(runs.map(({ entry }) => bare(entry.run)));
  const words = (record.versions ?? []).filter((version) => {
    const own = bare(version);
    return own !== '' && (own === given || (own.includes('.') && named.has(own)));
  });
  return words.length === 0 ? null : { kind: 'same version', words: words.slice(0, MOST_WORDS), ranges: [] };
}

/** The rarest words both hold, with the places where the record has them. */
function rareWords(rare: ReadonlyMap<number, number>, fields: readonly Field[]): Reason | null {
  const language = languageOf(fields.flatMap(({ runs }) => runs.map(({ entry }) => entry)));
  const places = new Map<number, { idf: number; word: string; ranges: TextRange[] }>();
  for (const { name, text, runs } of fields) {
    for (const { entry, start, end } of runs) {
      for (const term of entry.terms(language)) {
        const key = hashKey(term);
        const idf = rare.get(key);
        if (idf === undefined) continue;
        const place = places.get(key) ?? { idf, word: text.slice(start, end), ranges: [] };
        places.set(key, place);
        if (place.ranges.length < MOST_PLACES) place.ranges.push({ field: name, start, end });
      }
    }
  }
  const best = [...places.values()].sort((a, b) => b.idf - a.idf || (a.word < b.word ? -1 : 1));
  const words = new Map<string, readonly TextRange[]>();
  for (const { word, ranges } of best) {
    // A compound and its parts stand at the same place: the compound says it all.
    const known = [...words.values()].flat();
    const covered = ranges.every((range) => known.some((it) => overlaps(it, range)));
    if (!covered && !words.has(word)) words.set(word, ranges);
    if (words.size === MOST_WORDS) break;
  }
  if (words.size === 0) return null;
  const ranges = [...words.values()].flat();
  return { kind: 'rare words', words: [...words.keys()], ranges: distinct(ranges) };
}

const overlaps = (a: TextRange, b: TextRange): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

function distinct(ranges: readonly TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges) if (!kept.some((it) => overlaps(it, range))) kept.push(range);
  return kept.sort((a, b) => Number(a.field === 'text') - Number(b.field === 'text') || a.start - b.start);
}
