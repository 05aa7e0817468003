import * as z from 'zod/mini';

/** A known bug or article the agent used for this ticket, with what engineering hears of it. */
export const KnownUseSchema = z.object({
  recordKey: z.string(),
  kind: z.enum(['known-bug', 'article']),
  /** What people say, e.g. `APP-12`; empty where the record has no such name. */
  key: z.string(),
  title: z.string(),
  /** http(s), or empty. */
  url: z.string(),
  /** Text of the "+1" for the bug's issue; empty = there is nothing to tell. */
  comment: z.string(),
  /** Key of the delivery that brings the "+1" there; null = the agent carries it. */
  deliveryKey: z.nullable(z.string()),
  at: z.number(),
});

export type KnownUse = z.infer<typeof KnownUseSchema>;
