import type { CardQuestion } from './feature-card';

/** Each question as engineering is asked it when it hands a feature over. */
export const QUESTION_WORDS: Readonly<Record<CardQuestion, string>> = {
  name: 'What is the name of the feature?',
  goal: 'What’s the goal behind this feature?',
  audience: 'Who is its ideal audience?',
  location: 'Where can it be found?',
  appearance: 'What does it look like?',
  turnOff: 'How do you turn it off?',
  debugLogs: 'Can you access debug logs?',
  failures: 'How can this feature go wrong?',
  collect: 'When it does go wrong, what needs to be collected?',
  knownIssues: 'Are there any known issues?',
  tradeoffs: 'What are some of the tradeoffs you had to make for technical reasons?',
};
