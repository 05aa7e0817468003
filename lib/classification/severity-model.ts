import type { Severity } from '@/lib/playbook/playbook';
import { TextModel } from '@/lib/text-model/text-model';
import { loudestSentence } from './loudest';
import { type Passage, sentencesOf, wordsOf } from './passages';
import { findSignals, type Signal } from './severity-signals';
import file from './weights/severity.json';

/** `0`: it says nothing about how badly work is hit. */
export const SEVERITY_LABELS = ['0', '1', '2', '3', '4'] as const;
/** Less sure, and what the rules say stands. */
const LEAST_SHARE = 0.45;
/** Where the rules are silent, more is asked for. */
const LEAST_ALONE = 0.55;
/** Fewer words name a topic: `Reports`. Only rules read them. */
const FEWEST_WORDS = 4;

let model: TextModel<(typeof SEVERITY_LABELS)[number]> | undefined;

/** What the rules found in a passage, as the model learned to weigh it. */
export function severityHints(signals: readonly Signal[]): string[] {
  const top = Math.max(0, ...signals.map(({ level }) => level));
  return [`top ${top}`, ...new Set(signals.map(({ why }) => `why ${why}`))];
}

/** The gravest of what was said, the first of its kind; null of nothing. */
export function gravest(signals: readonly Signal[]): Signal | null {
  return signals.reduce<Signal | null>((top, it) => (top && top.level >= it.level ? top : it), null);
}

/**
 * The level a passage speaks for, with the customer's words; null when it says nothing about it. Learned was how a
 * problem is told: of an answer in the thread such as `Yes, in Chrome` (`opening` is false) nothing is said that the
 * rules do not hear as well.
 */
export function tellSeverity(passage: Passage, opening: boolean): Signal | null {
  model ??= new TextModel(file, SEVERITY_LABELS);
  const words = wordsOf(sentencesOf(passage));
  const signals = passage.flatMap(findSignals);
  if (words.length < FEWEST_WORDS || (signals.length === 0 && !opening)) return gravest(signals);
  const { label, share } = model.classify(words, severityHints(signals));
  if (share < (signals.length > 0 ? LEAST_SHARE : LEAST_ALONE)) return gravest(signals);
  if (label === '0') return null;
  const level = Number(label) as Severity;
  const ruled = signals.find((signal) => signal.level === level);
  return (
    ruled ?? {
      level,
      why: 'worded like other problems of this level',
      quote: loudestSentence(model, passage, label),
    }
  );
}
