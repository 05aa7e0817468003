import * as z from 'zod/mini';

/** A record that was shown as a match and is not this, as the agent decided; it travels to the engineer. */
export const VerdictSchema = z.object({
  recordKey: z.string(),
  /** What people say, e.g. `APP-12`; empty where the record has no such name. */
  key: z.string(),
  title: z.string(),
  /** http(s), or empty. */
  url: z.string(),
  at: z.number(),
});

export type Verdict = z.infer<typeof VerdictSchema>;

type Verdicts = readonly Verdict[] | undefined;

export function isRuledOut(verdicts: Verdicts, recordKey: string): boolean {
  return verdicts?.some((verdict) => verdict.recordKey === recordKey) ?? false;
}

export function withVerdict(verdicts: Verdicts, verdict: Verdict): Verdict[] {
  return [...withoutVerdict(verdicts, verdict.recordKey), verdict];
}

export function withoutVerdict(verdicts: Verdicts, recordKey: string): Verdict[] {
  return (verdicts ?? []).filter((verdict) => verdict.recordKey !== recordKey);
}
