import type { Playbook } from '@/lib/playbook/playbook';
import { cleanLine, truncateWhole } from '@/lib/std/text';
import type { DraftPatch } from './draft-patch';
import type { Check, Escalation } from './escalation';

/** A match as evidence names it. */
interface FoundName {
  /** Key or number with title, as people would name it. */
  readonly name: string;
  /** What the agent decided; `not judged` while nothing was. */
  readonly verdict: 'same' | 'not this' | 'not judged';
}

/** What one search brought. */
export interface SearchFindings {
  /** The words that were searched for. */
  readonly query: string;
  /** What was searched, e.g. `2,041 records`. */
  readonly where: string;
  /** What came up, in its order. */
  readonly found: readonly FoundName[];
  /** Whether the search alone settles the item; else each match has to be ruled out. */
  readonly settles: boolean;
}

const MAX_QUERY = 80;
const MAX_NAME = 70;
const MAX_NAMES = 3;

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function toNote({ query, where, found }: SearchFindings, at: number): string {
  const names = found
    .slice(0, MAX_NAMES)
    .map(({ name, verdict }) => `${truncateWhole(cleanLine(name), MAX_NAME)} (${verdict})`);
  const more = found.length - names.length;
  const listed = [...names, ...(more > 0 ? [`${more} more`] : [])].join('; ') || 'nothing found';
  return `“${truncateWhole(cleanLine(query), MAX_QUERY)}” in ${where}: ${listed}. ${stamp(at)}`;
}

/**
 * What searches write into their checklist items: query, hits, verdicts, time. Ticked by itself only when nothing
 * matched, each match was ruled out or the search alone settles it. What the agent wrote, ticked, unticked or waived
 * stays. Empty when nothing changes.
 */
export function searchEvidence(
  escalation: Escalation,
  playbook: Playbook,
  findings: Readonly<Record<string, SearchFindings>>,
  now: number,
): DraftPatch {
  const patch: Record<string, unknown> = {};
  for (const { id, kind } of playbook.checklist) {
    const own = Object.hasOwn(findings, id) ? findings[id] : undefined;
    if (kind !== 'search' || !own) continue;
    const before = escalation.searched?.[id];
    const check: Check = escalation.checks[id] ?? { status: 'open', note: '', at: null };
    const ourNote = before ? check.note === before.note : check.note.trim() === '';
    if (!ourNote || check.status === 'waived') continue;
    const ourStatus = check.status === (before?.status ?? 'open');
    // The time of an earlier search stays while it found the same: else each look at a ticket would change its draft.
    const same = before && before.note === toNote(own, before.at);
    const at = same ? before.at : now;
    const note = toNote(own, at);
    const settled = own.settles || own.found.every(({ verdict }) => verdict === 'not this');
    const ours = settled ? 'done' : 'open';
    const status = ourStatus ? ours : check.status;
    if (same && check.status === status) continue;
    patch[`checks.${id}`] = { status, note, at: status === 'done' ? (check.at ?? now) : null };
    // A tick the agent set or took away never becomes ours.
    patch[`searched.${id}`] = { status: ourStatus ? ours : (before?.status ?? 'open'), note, at };
  }
  return patch;
}
