import * as z from 'zod/mini';
import { address, body, line, lines, moment, recordId, text, title } from './record-fields';

export const ArticleSchema = z.object({
  kind: z.literal('article'),
  id: recordId,
  title,
  /** Plain text. */
  text,
  body,
  labels: lines,
  /** Whether customers may read it. */
  audience: z.enum(['internal', 'public']),
  /** Who keeps it right; empty = nobody named. */
  owner: line,
  /** When somebody last confirmed that it is right. */
  verifiedAt: moment,
  url: address,
  createdAt: moment,
  updatedAt: moment,
});

/** What the team wrote down for agents or customers. */
export type Article = z.infer<typeof ArticleSchema>;
