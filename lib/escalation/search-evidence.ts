import type { Playbook } from '@/lib/playbook/playbook';
import { cleanLine, truncate } from '@/lib/std/text';
import type { DraftPatch } from './draft-patch';
import type { Check, Escalation } from './escalation';
import { isRuledOut } from './verdict';

/** A match as evidence names it. */
interface FoundName {
  readonly recordKey: string;
  readonly key: string;
  readonly title: string;
}

/** What a search over everything known brought. */
export interface SearchFindings {
  /** The words that were searched for. */
  readonly query: string;
  /** Records that were searched. */
  readonly searched: number;
  /** Matches that were shown, by the checklist item they are evidence for. */
  readonly shown: Readonly<Record<string, readonly FoundName[]>>;
}

const MAX_QUERY = 80;
const MAX_TITLE = 60;

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function toNote(escalation: Escalation, findings: SearchFindings, shown: readonly FoundName[], at: number) {
  const said = shown.map(({ recordKey, key, title }) => {
    const name = [key, truncate(cleanLine(title), MAX_TITLE)].filter(Boolean).join(' ');
    return `${name} (${isRuledOut(escalation.verdicts, recordKey) ? 'not this' : 'not judged'})`;
  });
  const words = truncate(cleanLine(findings.query), MAX_QUERY);
  const count = findings.searched.toLocaleString('en');
  return `“${words}” in ${count} records: ${said.join('; ') || 'nothing found'}. ${stamp(at)}`;
}

/**
 * What a search writes into its checklist items: query, hits, verdicts, time. Ticked by itself only when nothing
 * matched or each match was ruled out. What the agent wrote, ticked, unticked or waived stays. Empty when nothing changes.
 */
export function searchEvidence(
  escalation: Escalation,
  playbook: Playbook,
  findings: SearchFindings,
  now: number,
): DraftPatch {
  const patch: Record<string, unknown> = {};
  for (const { id, kind } of playbook.checklist) {
    const shown = findings.shown[id];
    if (kind !== 'search' || !shown) continue;
    const before = escalation.searched?.[id];
    const check: Check = escalation.checks[id] ?? { status: 'open', note: '', at: null };
    const ourNote = before ? check.note === before.note : check.note.trim() === '';
    if (!ourNote || check.status === 'waived') continue;
    const ourStatus = check.status === (before?.status ?? 'open');
    // The time of an earlier search stays while it found the same: else each look at a ticket would change its draft.
    const same = before && before.note === toNote(escalation, findings, shown, before.at);
    const at = same ? before.at : now;
    const note = toNote(escalation, findings, shown, at);
    const settled = shown.every(({ recordKey }) => isRuledOut(escalation.verdicts, recordKey));
    const ours = settled ? 'done' : 'open';
    const status = ourStatus ? ours : check.status;
    if (same && check.status === status) continue;
    patch[`checks.${id}`] = { status, note, at: status === 'done' ? (check.at ?? now) : null };
    // A tick the agent set or took away never becomes ours.
    patch[`searched.${id}`] = { status: ourStatus ? ours : (before?.status ?? 'open'), note, at };
  }
  return patch;
}
