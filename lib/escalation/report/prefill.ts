import { type Escalation, REPORT_FIELDS, type Report } from '@/lib/escalation/escalation';
import type { Part } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { NO_VALUE, type Sourced } from './fields';
import type { ReportFinds } from './find';
import { findReport } from './finds';

/**
 * What the ticket already says, each value with its source, so that the agent never types it again. Only what is sure:
 * a gap that is named is better than a guess.
 *
 * Done once, when the ticket is first shown. From then on the draft is the agent's: a message that comes later changes
 * nothing in it, what it says is offered below the field (`toOffers`).
 */
export async function prefill(
  ticket: Ticket,
  parts: readonly Pick<Part, 'name' | 'words'>[],
): Promise<Required<Pick<Escalation, 'report' | 'details'>>> {
  // A browser that has just updated the extension no longer has the rules of the old one: the fields stay empty then.
  const finds: ReportFinds = await findReport(ticket, parts).catch(() => ({}));
  const sureOf = (id: string): Sourced => {
    const find = finds[id]?.find(({ sure }) => sure);
    return find ? { value: find.value, source: find.source } : NO_VALUE;
  };
  const fields = ['title', ...REPORT_FIELDS] as const;
  const details = Object.keys(finds).filter((id) => !(fields as readonly string[]).includes(id));
  return {
    report: Object.fromEntries(fields.map((id) => [id, sureOf(id)])) as Report,
    details: Object.fromEntries(details.map((id) => [id, sureOf(id)])),
  };
}
