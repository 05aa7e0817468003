import type { CountedTicket, Escalation } from '@/lib/escalation/escalation';
import { datesFor, formatDate, priorityOf } from '@/lib/escalation/priority';
import { effectiveSeverity } from '@/lib/escalation/severity';
import type { Playbook } from '@/lib/playbook/playbook';
import { cleanLine, toHttpUrl } from '@/lib/std/text';
import { countConfirmed } from './count-confirmed';
import { WIDTH } from './width';

/** The judgements with this one in the place of an earlier one on the same ticket. */
export function withCounted(
  counted: readonly CountedTicket[] | undefined,
  judged: CountedTicket,
): CountedTicket[] {
  return [...(counted ?? []).filter(({ key }) => key !== judged.key), judged];
}

/** The earlier of two local dates; null = at once. */
const earlier = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b);

interface Raise {
  readonly escalation: Escalation;
  /** What the issue is told, as plain text; null when the level stays, since it was the highest before. */
  readonly comment: string | null;
}

/**
 * What the reports counted since the handoff change: nothing (null) until they cross a threshold of the playbook. The
 * reason for a lower level was given for fewer; it does not hold for more.
 */
export function planRaise(escalation: Escalation, playbook: Playbook, now: number): Raise | null {
  const count = countConfirmed(escalation, playbook);
  const before = effectiveSeverity(escalation, playbook);
  const { massness } = count;
  if (!before || !escalation.issue || WIDTH[massness] <= WIDTH[escalation.massness ?? 'isolated'])
    return null;
  const wider = { ...escalation, massness, loweredBecause: '' };
  const after = effectiveSeverity(wider, playbook) ?? before;
  const isRaised = after.level > before.level;
  const takenUpBy = isRaised
    ? earlier(escalation.takenUpBy, datesFor(after.level, now, playbook).takenUpBy)
    : escalation.takenUpBy;
  const latest = (escalation.counted ?? []).filter(({ same }) => same).at(-1);
  const raise = {
    massness,
    from: before.level,
    to: after.level,
    at: now,
    before: {
      massness: escalation.massness,
      loweredBecause: escalation.loweredBecause,
      takenUpBy: escalation.takenUpBy,
      reportKey: latest?.key ?? '',
    },
  };
  const raised = {
    ...wider,
    takenUpBy,
    raises: [...(escalation.raises ?? []), raise],
    updatedAt: now,
  };
  if (!isRaised) return { escalation: raised, comment: null };
  const lines = [
    `More reports since the handoff: severity ${before.level} → ${after.level}.`,
    `${count.rule.replaceAll('*', '')}. ${count.requesters} requesters in ${count.organizations} organizations.`,
    `Priority ${priorityOf(after.level, massness, playbook)}, ${
      takenUpBy === null
        ? 'to be taken into work at once'
        : `taken into work by ${formatDate(takenUpBy, 'en-GB')}`
    }.`,
    latest
      ? `Latest report: ${[cleanLine(latest.number), toHttpUrl(latest.url)?.href ?? ''].filter(Boolean).join(' ')}`
      : '',
  ];
  return { escalation: raised, comment: lines.filter(Boolean).join('\n') };
}

/**
 * The escalation as it was before its latest raise, and without the report that brought it: it was confirmed by mistake.
 * Null when there is nothing to take back.
 */
export function withoutRaise(escalation: Escalation, now: number): Escalation | null {
  const raises = escalation.raises ?? [];
  const before = raises.at(-1)?.before;
  if (!before) return null;
  const { reportKey, ...earlierState } = before;
  return {
    ...escalation,
    ...earlierState,
    raises: raises.slice(0, -1),
    counted: (escalation.counted ?? []).filter(({ key }) => key !== reportKey),
    updatedAt: now,
  };
}
