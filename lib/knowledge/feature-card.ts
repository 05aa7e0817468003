import * as z from 'zod/mini';
import { address, line, lines, moment, recordId, text, title } from './record-fields';

/** The questions engineering answers when it hands a feature to support, in the order they are asked. */
export const CARD_QUESTIONS = [
  'name',
  'goal',
  'audience',
  'location',
  'appearance',
  'turnOff',
  'debugLogs',
  'failures',
  'collect',
  'knownIssues',
  'tradeoffs',
] as const;

export type CardQuestion = (typeof CARD_QUESTIONS)[number];

export const FeatureCardSchema = z.object({
  kind: z.literal('feature-card'),
  id: recordId,
  /** Name of the feature. */
  title,
  /** Other names customers use for it. */
  aliases: lines,
  /** Answers as plain text; empty = not answered. */
  answers: z.object({
    name: text,
    goal: text,
    audience: text,
    location: text,
    appearance: text,
    turnOff: text,
    debugLogs: text,
    failures: text,
    collect: text,
    knownIssues: text,
    tradeoffs: text,
  }),
  /** Recordings, videos, screenshots, the public article. */
  links: z.array(z.object({ label: line, url: address })),
  owner: line,
  verifiedAt: moment,
  /** When the feature was released; a card verified before is suspect. */
  releasedAt: moment,
  url: address,
  updatedAt: moment,
});

/** What engineering told support about one feature. */
export type FeatureCard = z.infer<typeof FeatureCardSchema>;

/** How many of the questions are answered. */
export function countAnswers(card: Pick<FeatureCard, 'answers'>): number {
  return CARD_QUESTIONS.filter((question) => card.answers[question].trim() !== '').length;
}
