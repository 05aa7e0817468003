import type { Entry } from './entry';
import { signatureKeys } from './found';
import { LANGUAGES, type Language, languageOf } from './language';
import { type Lexicon, termsOf } from './lexicon';
import { labelMark, partMark, signatureMark, versionMark } from './marks';
import type { FieldParameters, SearchParameters } from './parameters';
import type { SearchRecord } from './record';
import type { Term } from './term';

/** Titles beyond this are no titles; what is compared letter by letter stays short. */
const LONGEST_TITLE = 400;
const MOST_MARKS = 60;

export const cutTitle = (title: string): string => title.slice(0, LONGEST_TITLE);

/** Receives an occurrence of a term in a field that holds `length` terms. */
export type OnFieldTerm = (
  term: Term,
  kind: 'strong' | 'weak',
  field: FieldParameters,
  length: number,
) => void;

/** What reading a record's terms tells besides them. */
export interface RecordFacts {
  readonly language: Language;
  /** Terms of the text. */
  readonly length: number;
  /** Hashes (`Term.high`) of the title's terms in order, each once. */
  readonly titleTerms: Uint32Array;
  /** The facts that are compared as a whole. */
  readonly marks: ReadonlySet<number>;
}

/** Calls back for every term of the record and tells what was learned on the way. */
export function readRecord(
  record: SearchRecord,
  parameters: SearchParameters,
  lexicon: Lexicon,
  onTerm: OnFieldTerm,
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
  const send = (kind: 'strong' | 'weak', terms: readonly Term[], field: FieldParameters) => {
    for (const term of terms) onTerm(term, kind, field, terms.length);
    return terms;
  };
  const read = (entries: readonly Entry[]) => termsOf(entries, language);
  const titleTerms = send('strong', read(title), fields.title);
  send('strong', read(named), fields.signatures);
  send('strong', read(linkedTitles), fields.linkedTitles);
  send('strong', read(lexicon.entries(join(record.parts ?? []))), fields.parts);
  const { length } = send('weak', read(text), fields.text);
  send('weak', read(linkedTexts), fields.linkedTexts);
  const marks = marksOf(record, [title, named, text, linkedTitles, linkedTexts]);
  return {
    language,
    length,
    titleTerms: Uint32Array.from(new Set(titleTerms.map(({ high }) => high))),
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
  const marks = new Set<number>();
  for (const label of record.labels ?? []) marks.add(labelMark(label));
  for (const part of record.parts ?? []) marks.add(partMark(part));
  for (const version of record.versions ?? []) marks.add(versionMark(version));
  for (const entries of texts) {
    for (const key of signatureKeys(entries)) if (marks.size < MOST_MARKS) marks.add(signatureMark(key));
  }
  return marks;
}

export const languageNumber = (language: Language): number => Math.max(0, LANGUAGES.indexOf(language));
