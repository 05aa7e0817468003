import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { fieldValue, type Sourced, templateOf, toFieldPath } from '@/lib/escalation/report/fields';
import type { Playbook } from '@/lib/playbook/playbook';

export type FactKind = 'error' | 'address' | 'environment' | 'number' | 'file';

/** Something a customer wrote that an engineer may look for. */
export interface ThreadFact {
  /** Stable over readings of the ticket: what a dismissal is kept by. */
  readonly id: string;
  readonly kind: FactKind;
  readonly value: string;
  /** Where it stands, as in `from message 2`. */
  readonly source: string;
  /** Only for files. */
  readonly attachmentId?: string;
}

/** Detail that holds what fits no field of the template, one fact a line; a section of its own in the issue. */
export const ALSO_MENTIONED = 'also-mentioned';

const FIELDS: Readonly<Record<Exclude<FactKind, 'file'>, string>> = {
  error: 'error',
  address: 'where',
  environment: 'environment',
  number: ALSO_MENTIONED,
};

/** Where the field of a fact takes more than one value, and what stands between them. */
const SEPARATORS: Readonly<Record<string, string>> = {
  error: '\n',
  environment: ', ',
  [ALSO_MENTIONED]: '\n',
};

/** The change that brings facts of the thread into the report. Files are not among it: they are copied, not written. */
export function addFacts(
  facts: readonly ThreadFact[],
  escalation: Escalation,
  playbook: Playbook,
): DraftPatch {
  const fields = new Set(templateOf(playbook, escalation).fields.map(({ id }) => id));
  const changed = new Map<string, Sourced>();
  const now = (id: string): Sourced => changed.get(id) ?? fieldValue(escalation, id);
  for (const { kind, value, source } of facts) {
    if (kind === 'file') continue;
    const wanted = FIELDS[kind];
    const isTaken = SEPARATORS[wanted] === undefined && now(wanted).value.trim() !== '';
    const id = fields.has(wanted) && !isTaken ? wanted : ALSO_MENTIONED;
    changed.set(id, join(now(id), value, source, SEPARATORS[id] ?? ''));
  }
  return Object.fromEntries([...changed].map(([id, value]) => [toFieldPath(id), value]));
}

function join(current: Sourced, value: string, source: string, separator: string): Sourced {
  if (current.value.trim() === '') return { value, source };
  const sources = new Set([...current.source.split(', '), source].filter(Boolean));
  return { value: current.value.trimEnd() + separator + value, source: [...sources].join(', ') };
}
