import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import type { CueKind } from './cues/cue';
import { tellsFactsOnly } from './fact-sentence';
import { HEADING_KINDS, HEADINGS, type HeadingKind } from './heading-words';
import type { Field } from './segment';
import { hasCue, type Sentence } from './sentence';

let books: readonly (readonly [HeadingKind, PhraseBook])[] | undefined;

/** Sentences under one heading; `start` is where the content begins, behind a heading on the same line. */
export interface Section {
  readonly field: Field;
  /** The heading as it is written. */
  readonly heading: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

interface Heading {
  readonly kind: HeadingKind;
  readonly text: string;
  /** Where the words after the heading begin; null when nothing stands on its line. */
  readonly restAt: number | null;
}

/** Marks of Markdown and wikis around a heading, and of a list before it. */
const BEFORE = /^[\s#*_=>[\]({|+-]{0,12}(?:\d{1,2}[.)]\s*)?[*_]{0,3}$/;
const AFTER = /^[\s*_\])}]{0,6}(?:[:：=-]+|[–—]|\?\s*:?)?[\s*_=#:-]{0,8}/;

/** Within a line only a colon makes a heading: `It is empty. To reproduce: open the board`. */
function toHeading(sentence: Sentence): Heading | null {
  const opensLine = sentence.gap !== 'sentence';
  books ??= HEADING_KINDS.map((kind) => [kind, new PhraseBook(toPhrases(HEADINGS[kind]))] as const);
  const at = sentence.words.findIndex(({ text }) => !/^(?:\d{1,2}|the|my|das|der|le|la|el|o|os)$/.test(text));
  if (at < 0 || at > 2) return null;
  for (const [kind, book] of books) {
    const size = book.matchAt(sentence.words, at);
    const first = sentence.words[0];
    const last = sentence.words[at + size - 1];
    if (size === 0 || !first || !last) continue;
    if (!BEFORE.test(sentence.text.slice(0, first.start - sentence.start).slice(-20))) continue;
    const rest = sentence.text.slice(last.end - sentence.start);
    const sign = AFTER.exec(rest)?.[0] ?? '';
    const restAt = last.end + sign.length;
    if (!opensLine && !/[:：]/.test(sign)) continue;
    if (restAt >= sentence.end) return { kind, text: sentence.text, restAt: null };
    if (!/[:：=?–—-]/.test(sign)) continue;
    // `Result - set` and `steps-by-step` are words, `Result: none` is a heading.
    if (!/[:：?=]/.test(sign) && !/^\s/.test(sign)) continue;
    return { kind, text: sentence.text.slice(0, restAt - sentence.start).trim(), restAt };
  }
  return null;
}

/** What stands for nothing under a heading. */
const NOTHING =
  /^[\s.\-–—_*…?]*(?:n\/?a|none|nothing here|tbd|todo|see (?:above|below|title|summary)|siehe (?:oben|unten)|keine?|aucune?|ninguno?|nenhum|нет|[12]\.?\s*[23]?\.?)?[\s.\-–—_*…]*$/i;

/** Whether a line is a heading of one of the parts with nothing behind it. */
export function isBareHeading(sentence: Sentence): boolean {
  const heading = toHeading(sentence);
  return heading !== null && heading.kind !== 'other' && heading.restAt === null;
}

/** Everything the text says under headings of the three parts, in order. Empty headings are left out. */
export function findSections(sentences: readonly Sentence[]): Section[] {
  const headings = sentences.map(toHeading);
  const sections: Section[] = [];
  for (const [at, heading] of headings.entries()) {
    if (!heading || heading.kind === 'other') continue;
    const from = heading.restAt === null ? at + 1 : at;
    const to = sectionEnd(sentences, headings, from, heading.restAt !== null, heading.kind);
    const start = heading.restAt ?? sentences[from]?.start ?? 0;
    const told = sentences.slice(from, to);
    const empty = told.every((it) => NOTHING.test(it.text.slice(Math.max(0, start - it.start)).slice(0, 60)));
    if (told.length > 0 && !empty)
      sections.push({ field: heading.kind, heading: heading.text, from, to, start });
  }
  return sections;
}

/** What tells something else in words of its own, on the line of a heading, stands under it no more. */
const TURNING: Readonly<Record<Field, readonly CueKind[]>> = {
  steps: ['failure', 'negation', 'outcome', 'expectation', 'duty', 'before', 'normal'],
  actual: ['expectation', 'duty', 'wish', 'reproduction'],
  expected: ['failure', 'negation', 'reproduction', 'contrast'],
};

function turnsFrom(sentence: Sentence, field: Field): boolean {
  if (sentence.shapes.has('numbered')) return false;
  if (tellsFactsOnly(sentence.text)) return true;
  return TURNING[field].some((kind) => hasCue(sentence, kind));
}

function sectionEnd(
  sentences: readonly Sentence[],
  headings: readonly (Heading | null)[],
  from: number,
  inline: boolean,
  field: Field,
): number {
  let to = from;
  while (to < sentences.length) {
    const sentence = sentences[to];
    if (!sentence || (to > from && headings[to]) || (!inline && to === from && headings[to])) break;
    const before = sentences[to - 1];
    const listed = sentence.shapes.has('numbered') || sentence.shapes.has('bullet');
    if (inline && to > from && sentence.gap === 'sentence' && turnsFrom(sentence, field)) break;
    if (to > from && sentence.gap === 'paragraph' && !listed && !before?.shapes.has('colon')) break;
    to += 1;
  }
  return to;
}
