import type { Word } from '@/lib/language/words';
import { tellsExpected, tellsStep } from './presence';
import type { Sentence } from './sentence';

/** Words of one sentence that are looked at; the rest of a long one says no more. */
const LOOKED_AT = 60;

/** A sentence with none of these says nothing of going wrong. */
const PLAIN_OF = ['failure', 'negation', 'outcome', 'contrast'];

/** What a sentence says for itself: cues and shape, the same in every language. */
export function sentenceFeatures(sentence: Sentence, titleWords: ReadonlySet<string>): string[] {
  const features = ['bias', ...new Set(sentence.cues.map(({ kind }) => `c:${kind}`))];
  features.push(...new Set(sentence.cues.filter(({ at }) => at <= 1).map(({ kind }) => `cf:${kind}`)));
  for (const shape of sentence.shapes) features.push(`s:${shape}`);
  const kinds = new Set<string>(sentence.cues.map(({ kind }) => kind));
  if (kinds.has('self') && kinds.has('done')) features.push('c:self+done');
  if (kinds.has('self') && kinds.has('imperative')) features.push('c:self+imperative');
  if (kinds.has('negation') && kinds.has('duty')) features.push('c:negation+duty');
  if (kinds.has('condition') && kinds.has('outcome')) features.push('c:condition+outcome');
  if (!PLAIN_OF.some((kind) => kinds.has(kind))) features.push('c:plain');
  if (tellsStep(sentence)) features.push('p:step');
  if (tellsExpected(sentence)) features.push('p:expected');
  features.push(`t:${titleShare(sentence.words, titleWords)}`);
  return features;
}

/** How much of the sentence the title says too, in four steps. */
function titleShare(words: readonly Word[], titleWords: ReadonlySet<string>): number {
  if (words.length === 0) return 0;
  const shared = words.filter(({ text }) => text.length > 3 && titleWords.has(text)).length / words.length;
  return shared === 0 ? 0 : shared < 0.2 ? 1 : shared < 0.4 ? 2 : 3;
}

/** Cues and shapes of which a whole block is asked whether any of its sentences has them. */
export function blockMarks(sentence: Sentence): string[] {
  return [
    ...new Set(sentence.cues.map(({ kind }) => `c:${kind}`)),
    ...[...sentence.shapes].map((shape) => `s:${shape}`),
    ...(tellsStep(sentence) ? ['p:step'] : []),
    ...(tellsExpected(sentence) ? ['p:expected'] : []),
  ];
}

/** How a block opens: the words of its first sentence count there and nowhere else. */
export function openingFeatures(sentence: Sentence, titleWords: ReadonlySet<string>): string[] {
  const words = sentence.words.slice(0, LOOKED_AT).map(({ text }) => (/^\d/.test(text) ? '0' : text));
  const features = new Set(sentenceFeatures(sentence, titleWords));
  for (const word of words) features.add(`w:${word}`);
  if (words[0] !== undefined) features.add(`f:${words[0]}`);
  return [...features];
}

/** Texts of three paragraphs and more keep their parts apart by blank lines and mostly tell them all; others do not. */
export type Layout = 'few' | 'many';

export function sizeFeatures(sentences: number, words: number, layout: Layout): string[] {
  const count = sentences === 1 ? '1' : sentences <= 3 ? '3' : sentences <= 8 ? '8' : 'many';
  const length = words <= 4 ? '4' : words <= 10 ? '10' : words <= 25 ? '25' : words <= 60 ? '60' : 'many';
  return ['told', `n:${count}`, `l:${length}`].map((name) => `${name}:${layout}`);
}

/** What speaks for or against a new block between two sentences. */
export function borderFeatures(before: Sentence, after: Sentence, layout: Layout): string[] {
  const features = [`g:${after.gap}`];
  const listed = (it: Sentence) => it.shapes.has('numbered') || it.shapes.has('bullet');
  if (listed(before) && listed(after)) features.push('g:in a list');
  else if (listed(after)) features.push('g:before a list');
  else if (listed(before)) features.push('g:after a list');
  if (before.shapes.has('colon')) features.push('g:after a colon');
  if (after.shapes.has('small')) features.push('g:before a small letter');
  if (before.shapes.has('code') && after.shapes.has('code')) features.push('g:in code');
  features.push(...new Set(after.cues.filter(({ at }) => at <= 1).map(({ kind }) => `gf:${kind}`)));
  if (after.shapes.has('url') && after.words.length < 15) features.push('g:before an address');
  return features.map((name) => `${name}:${layout}`);
}
