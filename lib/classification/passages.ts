import type { Word } from '@/lib/language/words';
import type { CustomerText } from './customer-texts';
import type { Sentence } from './sentences';

/** A few sentences that belong together: a problem is told in so many. Parts keep the text they are quoted from. */
export type Passage = readonly CustomerText[];

const SENTENCES = 4;

/** The texts in passages; the subject and the opening of the first message are one. */
export function toPassages(texts: readonly CustomerText[]): Passage[] {
  const pieces = texts.map((told) => {
    const cuts: CustomerText[] = [];
    for (let at = 0; at < told.sentences.length; at += SENTENCES)
      cuts.push({ ...told, sentences: told.sentences.slice(at, at + SENTENCES) });
    return cuts;
  });
  const [subject = [], opening = [], ...others] = pieces;
  const first = [...subject, ...opening.slice(0, 1)];
  const rest = [...opening.slice(1), ...others.flat()].map((piece) => [piece]);
  return first.length > 0 ? [first, ...rest] : rest;
}

export const sentencesOf = (passage: Passage): Sentence[] => passage.flatMap(({ sentences }) => sentences);

export const wordsOf = (sentences: readonly Sentence[]): Word[] =>
  sentences.flatMap(({ clauses }) => clauses.flatMap(({ words }) => words));
