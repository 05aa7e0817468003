import { formatElapsed } from '@/lib/std/time';
import { inSentence } from './report/fields';

/** Time with the focus in one field lies beside the steps, under this name. */
export const fieldTimeKey = (step: string, field: string): string => `${step}/${field}`;

export interface StepTime {
  readonly label: string;
  readonly ms: number;
  /** The field that took most of it; empty where none stands out. */
  readonly longest: string;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** A field counts as the longest when it took this share of its step. */
const TELLING_SHARE = 0.3;
const TELLING_MS = 10_000;

/** Where the time went, in the order of the steps; steps nobody stood on are left out. */
export function toStepTimes(
  stepMs: Readonly<Record<string, number>>,
  steps: readonly Named[],
  fields: readonly Named[],
): StepTime[] {
  return steps.flatMap(({ id, label }) => {
    const ms = stepMs[id] ?? 0;
    if (ms < 1_000) return [];
    const [longest] = fields
      .map((field) => ({ label: field.label, ms: stepMs[fieldTimeKey(id, field.id)] ?? 0 }))
      .sort((a, b) => b.ms - a.ms);
    const stands = longest && longest.ms >= TELLING_MS && longest.ms >= ms * TELLING_SHARE;
    return [{ label, ms, longest: stands ? longest.label : '' }];
  });
}

/** `Handed over in 4:12: Check 1:30, Describe 2:05 (steps took longest), Hand off 0:17`. */
export function formatStepTimes(totalMs: number, times: readonly StepTime[]): string {
  const parts = times.map(
    ({ label, ms, longest }) =>
      `${label} ${formatElapsed(ms)}${longest ? ` (${inSentence(longest)} took longest)` : ''}`,
  );
  const total = `Handed over in ${formatElapsed(totalMs)}`;
  return parts.length > 0 ? `${total}: ${parts.join(', ')}` : total;
}
