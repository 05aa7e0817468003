import type { Escalation } from './escalation';

/** Fields of a draft by key path, e.g. `{'report.steps': {value, source}}`: one field never overwrites another. */
export type DraftPatch = Readonly<Record<string, unknown>>;

function setPath(target: object, [head = '', ...rest]: readonly string[], value: unknown): object {
  const own = Object.hasOwn(target, head) ? (target as Record<string, unknown>)[head] : undefined;
  const child = typeof own === 'object' && own !== null ? own : {};
  return { ...target, [head]: rest.length === 0 ? value : setPath(child, rest, value) };
}

/** What the draft will be once the patch is stored: the screen shows it at once. */
export function applyPatch(escalation: Escalation, patch: DraftPatch, now: number): Escalation {
  const changed = Object.entries(patch).reduce<object>(
    (draft, [path, value]) => setPath(draft, path.split('.'), value),
    escalation,
  );
  return { ...(changed as Escalation), updatedAt: now };
}
