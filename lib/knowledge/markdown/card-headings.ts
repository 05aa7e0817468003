import { QUESTION_WORDS } from '@/lib/knowledge/card-questions';
import { CARD_QUESTIONS, type CardQuestion } from '@/lib/knowledge/feature-card';

/** Short headings that mean the same as a question. */
const HEADINGS: Readonly<Record<CardQuestion, readonly string[]>> = {
  name: ['Name', 'Feature name', 'Feature'],
  goal: ['Goal', 'Goals', 'Purpose', 'What is it for?'],
  audience: ['Audience', 'Who is it for?', 'Who uses it?'],
  location: ['Location', 'Where', 'Where to find it'],
  appearance: ['Appearance', 'Screenshots', 'Looks'],
  turnOff: ['How to turn it off', 'Turn off', 'Turning it off', 'Switch off', 'Disable'],
  debugLogs: ['Debug logs', 'Logs', 'Where are the logs?'],
  failures: ['How can it go wrong?', 'Failures', 'What can go wrong', 'Failure modes'],
  collect: [
    'What needs to be collected?',
    'What must be collected',
    'What to collect',
    'Collect',
    'Evidence',
  ],
  knownIssues: ['Known issues', 'Known bugs', 'Known problems'],
  tradeoffs: ['Tradeoffs', 'Trade-offs', 'Limitations'],
};

/** Without numbering, punctuation and marks of emphasis, so that `3. **What's the goal…**` is still the question. */
function normalise(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\d+ /, '');
}

const QUESTIONS: ReadonlyMap<string, CardQuestion> = new Map(
  CARD_QUESTIONS.flatMap((question) =>
    [question, QUESTION_WORDS[question], ...HEADINGS[question]].map(
      (known) => [normalise(known), question] as const,
    ),
  ),
);

/** The question a heading asks, or null for any other heading. */
export function toCardQuestion(heading: string): CardQuestion | null {
  return QUESTIONS.get(normalise(heading)) ?? null;
}
