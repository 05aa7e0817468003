import { Temporal } from 'temporal-polyfill';
import type { Dates } from '@/lib/escalation/priority';
import type { Playbook } from '@/lib/playbook/playbook';

/** Today where the team works, `YYYY-MM-DD`. */
export function teamDay(nowMs: number, { calendar }: Playbook): string {
  const timeZone = calendar.timeZone === 'local' ? Temporal.Now.timeZoneId() : calendar.timeZone;
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** When there will be something to tell: at once today, else at the control point or once work begins. */
export function proposeFollowUp({ takenUpBy, controlPoint }: Dates, today: string): string {
  if (takenUpBy === null) return today;
  return controlPoint < takenUpBy ? controlPoint : takenUpBy;
}
