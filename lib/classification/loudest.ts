import type { TextModel } from '@/lib/text-model/text-model';
import { type Passage, sentencesOf, wordsOf } from './passages';

const LONGEST_QUOTE = 80;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);

/** The sentence that speaks for a label more than the others, word for word, cut where it is long. */
export function loudestSentence<Label extends string>(
  model: TextModel<Label>,
  passage: Passage,
  label: Label,
): string {
  const spoken = sentencesOf(passage).map((sentence) => ({
    text: sentence.text,
    voice: sum(model.voices(wordsOf([sentence]), label)),
  }));
  const [loudest] = spoken.toSorted((a, b) => b.voice - a.voice);
  const text = loudest?.text ?? '';
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.slice(0, LONGEST_QUOTE);
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
}
