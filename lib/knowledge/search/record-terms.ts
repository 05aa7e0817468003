import type { Entry } from './entry';
import { signatureKeys } from './found';
import { weighOccurrences } from './impact';
import { LANGUAGES, type Language, languageOf } from './language';
import { type Lexicon, termsOf } from './lexicon';
import { keyMark, partMark, signatureMark, versionMark } from './marks';
import type { FieldParameters, SearchParameters } from './parameters';
import type { SearchRecord } from './record';
import type { Term } from './term';

/** Titles beyond this are no titles; what is compared letter by letter stays short. */
const LONGEST_TITLE = 400;
const MOST_MARKS = 60;
const MOST_KEYS = 20;

export const cutTitle = (title: string): string => title.slice(0, LONGEST_TITLE);

/** Takes in the occurrences of a record's terms. */
export interface TermSink {
  count(term: Term, kind: 'strong' | 'weak', weight: number): void;
  /** All terms of a run. */
  countRun(entry: Entry, language: Language, kind: 'strong' | 'weak', weight: number): void;
}

/** What reading a record's terms tells besides them. */
export interface RecordFacts {
  readonly language: Language;
  /** Terms of the text. */
  readonly length: number;
  /** Hashes (`Term.high`) of the title's terms in order, each once. */
  readonly titleTerms: Uint32Array;
  /** What is also found by its beginning. */
  readonly shown: { readonly title: readonly Entry[]; readonly named: readonly Entry[] };
  /** The facts that are compared as a whole. */
  readonly marks: ReadonlySet<number>;
}

/** Hands over every term of the record and tells what was learned on the way. */
export function readRecord(
  record: SearchRecord,
  parameters: SearchParameters,
  lexicon: Lexicon,
  sink: TermSink,
): RecordFacts {
  const { fields, longestText, mostLinked } = parameters;
  const linked = (record.linked ?? []).slice(0, mostLinked);
  const join = (texts: readonly string[]) => joinCut(texts, longestText);
  const title = lexicon.entries(cutTitle(record.title));
  const text = lexicon.entries(record.text.slice(0, longestText));
  const named = lexicon.entries(join(record.signatures ?? []));
  const linkedTitles = lexicon.entries(join(linked.map((it) => cutTitle(it.title))));
  const linkedTexts = lexicon.entries(join(linked.map((it) => it.text)));
  const language = languageOf([...title, ...text.slice(0, SAMPLE)]);
  const send = (kind: 'strong' | 'weak', entries: readonly Entry[], field: FieldParameters): number => {
    let length = 0;
    for (const entry of entries) length += entry.size(language);
    const weight = weighOccurrences(1, length, field);
    for (const entry of entries) sink.countRun(entry, language, kind, weight);
    return length;
  };
  send('strong', title, fields.title);
  send('strong', named, fields.signatures);
  const ofKey = weighOccurrences(1, fields.signatures.usualLength, fields.signatures);
  for (const { key } of named) if (key) sink.count(key.term, 'strong', ofKey);
  send('strong', linkedTitles, fields.linkedTitles);
  send('strong', lexicon.entries(join(record.parts ?? [])), fields.parts);
  const length = send('weak', text, fields.text);
  send('weak', linkedTexts, fields.linkedTexts);
  const marks = marksOf(record, [title, named, text, linkedTitles, linkedTexts]);
  return {
    language,
    length,
    titleTerms: Uint32Array.from(new Set(termsOf(title, language).map(({ high }) => high))),
    shown: { title, named },
    marks,
  };
}

/** More runs of the text than any language guess looks at. */
const SAMPLE = 200;

function joinCut(texts: readonly string[], longest: number): string {
  let joined = '';
  for (const text of texts) {
    if (joined.length >= longest) break;
    joined += `${text.slice(0, longest - joined.length)}\n`;
  }
  return joined;
}

function marksOf(record: SearchRecord, texts: readonly (readonly Entry[])[]): Set<number> {
  const marks = new Set((record.signatures ?? []).slice(0, MOST_KEYS).map(keyMark));
  for (const part of record.parts ?? []) marks.add(partMark(part));
  for (const version of record.versions ?? []) marks.add(versionMark(version));
  for (const entries of texts) {
    for (const key of signatureKeys(entries)) if (marks.size < MOST_MARKS) marks.add(signatureMark(key));
  }
  return marks;
}

export const languageNumber = (language: Language): number => Math.max(0, LANGUAGES.indexOf(language));
