import type { Word } from '@/lib/language/words';
import { TextModel } from '@/lib/text-model/text-model';
import file from './weights.json';

/** Ids of the default question sets; what sounds like none of them is `general`. */
export const SYMPTOM_LABELS = [
  'general',
  'sign-in',
  'payment',
  'mobile',
  'mail',
  'broken-text',
  'file',
  'looks-wrong',
  'slow',
  'no-page',
] as const;
export type Symptom = (typeof SYMPTOM_LABELS)[number];

/** Words named as the reason. */
const TELLING = 3;
/** What is told first counts a little more: what is told later answers a question. */
const LATER = 0.8;
/** Of several messages most tell nothing: one that is fairly sure is enough. */
const GENERAL_BELOW = 0.5;

let model: TextModel<Symptom> | undefined;

export interface ToldSymptom {
  readonly symptom: Symptom;
  /** Words of the text, the loudest first. */
  readonly because: readonly string[];
}

/** Words with the id of the set whose phrases stand in them; `general` without. */
export interface ToldWords {
  readonly words: readonly Word[];
  readonly phrased: string;
}

/** What the messages sound like taken together; what tells nothing of a symptom does not count. */
export function tellSymptom(told: readonly ToldWords[]): ToldSymptom {
  model ??= new TextModel(file, SYMPTOM_LABELS);
  const learned = model;
  const totals = new Float64Array(SYMPTOM_LABELS.length);
  told.forEach(({ words, phrased }, at) => {
    const shares = learned.shares(words, [phrased]);
    shares.forEach((share, label) => {
      totals[label] = (totals[label] ?? 0) + share * (at === 0 ? 1 : LATER);
    });
  });
  const heard = Math.max(...totals.subarray(1));
  const first = told[0];
  const isGeneral = !first || (told.length === 1 ? (totals[0] ?? 0) >= heard : heard < GENERAL_BELOW);
  const symptom = isGeneral ? 'general' : (SYMPTOM_LABELS[totals.indexOf(heard, 1)] as Symptom);
  return { symptom, because: loudestWords(learned, told, symptom) };
}

function loudestWords(learned: TextModel<Symptom>, told: readonly ToldWords[], symptom: Symptom): string[] {
  const spoken = told.flatMap(({ words }) => {
    const voices = learned.voices(words, symptom);
    return words.map(({ text }, at) => ({ text, voice: voices[at] ?? 0 }));
  });
  const loud = spoken.filter(({ voice }) => voice > 0).toSorted((a, b) => b.voice - a.voice);
  return [...new Set(loud.map(({ text }) => text))].slice(0, TELLING);
}
