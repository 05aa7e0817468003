import type { CardQuestion } from '@/lib/knowledge/feature-card';

/** What a question is about in a word or two, for one line. */
export const CARD_WORDS: Readonly<Record<CardQuestion, string>> = {
  name: 'Name',
  goal: 'Goal',
  audience: 'For',
  location: 'Where',
  appearance: 'Looks',
  turnOff: 'Turn off',
  debugLogs: 'Logs',
  failures: 'Goes wrong',
  collect: 'Collect',
  knownIssues: 'Known issues',
  tradeoffs: 'Tradeoffs',
};
