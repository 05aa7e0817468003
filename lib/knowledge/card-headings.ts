import { CARD_QUESTIONS, type CardQuestion } from './feature-card';

/** Each question as engineering is asked it, and the short headings that mean the same. */
const HEADINGS: Readonly<Record<CardQuestion, readonly string[]>> = {
  name: ['What is the name of the feature?', 'Name', 'Feature name', 'Feature'],
  goal: ['What’s the goal behind this feature?', 'Goal', 'Goals', 'Purpose', 'What is it for?'],
  audience: ['Who is its ideal audience?', 'Audience', 'Who is it for?', 'Who uses it?'],
  location: ['Where can it be found?', 'Location', 'Where', 'Where to find it'],
  appearance: ['What does it look like?', 'Appearance', 'Screenshots', 'Looks'],
  turnOff: [
    'How do you turn it off?',
    'How to turn it off',
    'Turn off',
    'Turning it off',
    'Switch off',
    'Disable',
  ],
  debugLogs: ['Can you access debug logs?', 'Debug logs', 'Logs', 'Where are the logs?'],
  failures: [
    'How can this feature go wrong?',
    'How can it go wrong?',
    'Failures',
    'What can go wrong',
    'Failure modes',
  ],
  collect: [
    'When it does go wrong, what needs to be collected?',
    'What needs to be collected?',
    'What must be collected',
    'What to collect',
    'Collect',
    'Evidence',
  ],
  knownIssues: ['Are there any known issues?', 'Known issues', 'Known bugs', 'Known problems'],
  tradeoffs: [
    'What are some of the tradeoffs you had to make for technical reasons?',
    'Tradeoffs',
    'Trade-offs',
    'Limitations',
  ],
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
    [question, ...HEADINGS[question]].map((known) => [normalise(known), question] as const),
  ),
);

/** The question a heading asks, or null for any other heading. */
export function toCardQuestion(heading: string): CardQuestion | null {
  return QUESTIONS.get(normalise(heading)) ?? null;
}
