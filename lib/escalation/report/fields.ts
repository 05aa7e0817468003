import { type Escalation, REPORT_FIELDS, type Report, type ReportField } from '@/lib/escalation/escalation';
import { countHit, formatHit } from '@/lib/escalation/report-counts';
import type { Kind, Part, Playbook, Template, TemplateField } from '@/lib/playbook/playbook';
import { toHttpUrl } from '@/lib/std/text';

/** A value of the report with where it came from; the source is empty when the agent typed it. */
export type Sourced = Report[ReportField];

export const NO_VALUE: Sourced = { value: '', source: '' };

export const kindOf = (escalation: Pick<Escalation, 'kind'>): Kind => escalation.kind ?? 'bug';

/** The template of the escalation's kind, or the playbook's first where it has none for it. */
export function templateOf(playbook: Playbook, escalation: Pick<Escalation, 'kind'>): Template {
  const kind = kindOf(escalation);
  const template = playbook.templates.find((it) => it.kind === kind) ?? playbook.templates[0];
  return template ?? { kind, label: '', meaning: '', fields: [] };
}

/** What is shown first and apart in the issue; every other field is a section of its own. */
export const HEAD_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'part',
  'organizationId',
  'importance',
  'where',
]);

const isReportField = (id: string): id is ReportField =>
  id === 'title' || (REPORT_FIELDS as readonly string[]).includes(id);

/** Where a field of a template lies in the draft, for `patch`. */
export const toFieldPath = (id: string): string => (isReportField(id) ? `report.${id}` : `details.${id}`);

/** What the draft itself knows of a field, without a word typed. */
function derive(escalation: Escalation, id: string): Sourced {
  if (id === 'reports') return { value: String(countHit(escalation).reports), source: 'count' };
  if (id === 'customers') return { value: String(countHit(escalation).organizations), source: 'count' };
  if (id === 'hit') return { value: formatHit(escalation), source: 'count' };
  return NO_VALUE;
}

/** The value of a template's field: what was typed or taken, else what the draft itself knows. */
export function fieldValue(escalation: Escalation, id: string): Sourced {
  if (isReportField(id)) return escalation.report[id];
  const { details = {} } = escalation;
  return (Object.hasOwn(details, id) ? details[id] : undefined) ?? derive(escalation, id);
}

const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The playbook's part that is meant: the report holds its id or name, or words of the agent's own. */
export function partOf(playbook: Playbook, escalation: Pick<Escalation, 'report'>): Part | undefined {
  const { value } = escalation.report.part;
  return playbook.parts.find((it) => it.id === value.trim() || sameWords(it.name, value));
}

const PATH = /^\/(?:[^\s/]\S*)?$/;

/** What is wrong with an address, in words; empty when engineers can open it or nothing stands there. */
export function addressProblem(raw: string): string {
  const value = raw.trim();
  const bare = toHttpUrl(`https://${value}`);
  const host = value.startsWith('/') ? '' : (bare?.hostname ?? '');
  const opens = toHttpUrl(value) || PATH.test(value) || host.includes('.');
  return value === '' || (opens && !/\s/.test(value))
    ? ''
    : 'Not a web address (https://…) or a path (/reports): engineers cannot open it.';
}

/** A label inside a sentence: `Steps` → `steps`, `URL` stays. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/**
 * Fields that may follow after the handoff of a critical escalation and are still empty: a debt, no gap. Paid once the
 * issue was told the rest, with what nobody knows.
 */
export function findDebt(escalation: Escalation, playbook: Playbook): TemplateField[] {
  if (kindOf(escalation) !== 'critical' || escalation.completed) return [];
  return templateOf(playbook, escalation).fields.filter(
    ({ id, required }) => !required && fieldValue(escalation, id).value.trim() === '',
  );
}
