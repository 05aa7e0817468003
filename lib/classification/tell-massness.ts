import { MASSNESS, type Massness, type Playbook } from '@/lib/playbook/playbook';
import { TextModel } from '@/lib/text-model/text-model';
import type { CustomerText } from './customer-texts';
import { loudestSentence } from './loudest';
import { findMassness, type MassnessWords } from './massness-words';
import { type Passage, sentencesOf, toPassages, wordsOf } from './passages';
import file from './weights/massness.json';
import { WIDTH } from './width';

/** `none`: it says nothing about who is hit. */
export const MASSNESS_LABELS = ['none', ...MASSNESS] as const;
/** Less sure, and nothing is said. */
const LEAST_SHARE = 0.45;
/** Beyond one organization more is asked for where the rules are silent: `In Firefox: the same` speaks of browsers. */
const LEAST_ALONE = 0.65;

let model: TextModel<(typeof MASSNESS_LABELS)[number]> | undefined;

/** What the rules find in a passage, as the model learned to weigh it. */
export const massnessHints = (ruled: MassnessWords | null): string[] => [ruled?.massness ?? 'none'];

function tellPassage(passage: Passage, playbook: Playbook): MassnessWords | null {
  const ruled = findMassness(passage, playbook);
  // Words of the team's own playbook are not outvoted.
  if (ruled?.massness === 'everyone') return ruled;
  model ??= new TextModel(file, MASSNESS_LABELS);
  const { label, share } = model.classify(wordsOf(sentencesOf(passage)), massnessHints(ruled));
  if (label === 'none') return null;
  const least = ruled || WIDTH[label] < WIDTH.several ? LEAST_SHARE : LEAST_ALONE;
  if (share < least) return null;
  return ruled?.massness === label
    ? ruled
    : { massness: label, quote: loudestSentence(model, passage, label) };
}

/** The widest reach the words of the customer speak of, with the sentence; null when they say nothing about it. */
export function tellMassness(texts: readonly CustomerText[], playbook: Playbook): MassnessWords | null {
  return toPassages(texts)
    .map((passage) => tellPassage(passage, playbook))
    .reduce<MassnessWords | null>(
      (widest, it) => (it && (!widest || width(it) > width(widest)) ? it : widest),
      null,
    );
}

const width = ({ massness }: { massness: Massness }): number => WIDTH[massness];
