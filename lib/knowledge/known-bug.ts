import * as z from 'zod/mini';
import { address, body, LIMITS, line, lines, moment, recordId, text, title } from './record-fields';

export const BUG_STATUSES = ['open', 'in-progress', 'fixed', 'closed'] as const;

export const KnownBugSchema = z.object({
  kind: z.literal('known-bug'),
  id: recordId,
  /** What people say, e.g. `APP-12` or `#12`. */
  key: line,
  title,
  /** Plain text. */
  text,
  body,
  /** What the status means; `fixed` = solved for the customer, `closed` = ended otherwise (rejected, duplicate). */
  status: z.enum(BUG_STATUSES),
  /** The tracker's own word, e.g. `In Review`. */
  statusText: line,
  /** Parts, components, products, categories. */
  parts: lines,
  versions: lines,
  fixedIn: lines,
  /** Error codes, exception names, messages the source itself calls an error signature. */
  signatures: lines,
  /** What helps until it is fixed; empty = none known. Plain text. */
  workaround: text,
  /** Reply to the customer the team approved; empty = none. Plain text. */
  reply: text,
  /** Reports linked to the bug; their words lead to it. */
  reports: z
    .array(z.object({ title: line, text: z.string().check(z.maxLength(LIMITS.linkedText)), url: address }))
    .check(z.maxLength(LIMITS.linked)),
  /** How many reports are linked where the source counts more than it hands out; at least `reports.length`. */
  reportCount: z.number().check(z.gte(0)),
  /** Organizations known to be hit. */
  organizations: lines,
  url: address,
  createdAt: moment,
  updatedAt: moment,
  /** The issue in a tracker of ours, so that a report can be added to it; null where it is none. */
  issue: z.nullable(z.object({ trackerId: line, id: line, key: line, url: address })),
});

/** A defect the team knows, as its source tells it. */
export type KnownBug = z.infer<typeof KnownBugSchema>;
