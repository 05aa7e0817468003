import { Field } from '@/components/ui/field';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation, ReportField } from '@/lib/escalation/escalation';
import type { Gap } from '@/lib/escalation/readiness';
import type { Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { EvidenceList } from './evidence-list';

interface DescribeStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  /** Gaps to be said at their fields. */
  readonly gaps: readonly Gap[];
  readonly patch: (patch: DraftPatch) => void;
  /** Changes when a field was written from outside, e.g. by a selection, so that the fields start over. */
  readonly revision: number;
}

interface FieldSpec {
  readonly field: ReportField;
  readonly label: string;
  readonly placeholder: string;
  readonly multiline?: boolean;
  readonly mono?: boolean;
}

const TOP: readonly FieldSpec[] = [
  { field: 'title', label: 'Title', placeholder: 'What breaks, where, with which error' },
];

const PAIR: readonly FieldSpec[] = [
  { field: 'part', label: 'Part of the system', placeholder: 'e.g. Reports' },
  { field: 'organizationId', label: 'Organization ID', placeholder: 'none', mono: true },
];

const REST: readonly FieldSpec[] = [
  { field: 'where', label: 'Where', placeholder: 'Address of the page where it happens', mono: true },
  { field: 'steps', label: 'Steps', placeholder: 'One step a line', multiline: true },
  { field: 'expected', label: 'Expected', placeholder: 'What should have happened', multiline: true },
  { field: 'actual', label: 'Actual', placeholder: 'What happened instead', multiline: true },
  { field: 'error', label: 'Error', placeholder: 'Code or exact text', multiline: true, mono: true },
  { field: 'environment', label: 'Browser and system', placeholder: 'e.g. Firefox on Windows 11' },
  { field: 'quote', label: 'Customer quote', placeholder: 'In the customer’s own words', multiline: true },
];

/** The report engineers get. Prefilled values name their source; gaps are said at the field. */
export function DescribeStep({ escalation, ticket, gaps, patch, tabId, revision }: DescribeStepProps) {
  const draw = ({ field, label, placeholder, multiline, mono }: FieldSpec) => {
    const { value, source } = escalation.report[field];
    const gap = gaps.find((entry) => entry.field === field);
    return (
      <Field
        key={`${escalation.id} ${field} ${revision}`}
        name={field}
        label={label}
        value={value}
        source={source ? `from ${source}` : ''}
        placeholder={placeholder}
        multiline={multiline ?? false}
        mono={mono ?? false}
        error={gap && value.trim() === '' ? gap.sentence : undefined}
        onChange={(next) => patch({ [`report.${field}`]: { value: next, source: '' } })}
      />
    );
  };
  return (
    <div className="space-y-3">
      {TOP.map(draw)}
      <div className="grid grid-cols-1 gap-3 min-[330px]:grid-cols-2">{PAIR.map(draw)}</div>
      {REST.map(draw)}
      <EvidenceList escalation={escalation} attachments={ticket.attachments} tabId={tabId} />
    </div>
  );
}
