import type { ReactNode } from 'react';
import { SectionTitle } from '@/components/ui/card';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { fieldValue, findDebt, partOf, templateOf, toFieldPath } from '@/lib/escalation/report/fields';
import type { Gap } from '@/lib/escalation/report/readiness';
import type { Playbook, TemplateField } from '@/lib/playbook/playbook';
import { toHttpUrl } from '@/lib/std/text';
import type { Ticket } from '@/lib/ticket/ticket';
import { KindChoice } from './kind-choice';
import { PartFacts } from './part-facts';
import { ReportField } from './report-field';
import { useFinds } from './use-finds';

interface DescribeStepProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  /** Gaps to be said at their fields. */
  readonly gaps: readonly Gap[];
  readonly patch: (patch: DraftPatch) => void;
  /** Changes when a field was written from outside, e.g. by a selection, so that the fields start over. */
  readonly revision: number;
  /** Files and links that go with the issue. */
  readonly evidence: ReactNode;
}

/** Short values that stand side by side where there is room. */
const HALF = new Set([
  'organizationId',
  'importance',
  'reports',
  'customers',
  'revenue',
  'renewal',
  'churnRisk',
  'roadmap',
]);

/** The report engineers get, by the template of its kind. Prefilled values name their source; gaps are said at the field. */
export function DescribeStep(props: DescribeStepProps) {
  const { escalation, ticket, playbook, gaps, patch, revision, evidence } = props;
  const template = templateOf(playbook, escalation);
  const finds = useFinds(ticket, playbook.parts);
  const part = partOf(playbook, escalation);
  const record = toHttpUrl(escalation.ticket.organizationUrl ?? ticket.organization?.url);
  const parts = playbook.parts.map(({ name }) => name);

  const draw = (field: TemplateField) => (
    <div
      key={`${escalation.id} ${field.id} ${revision}`}
      className={HALF.has(field.id) ? '' : 'col-span-full'}
    >
      <ReportField
        field={field}
        current={fieldValue(escalation, field.id)}
        finds={finds[field.id] ?? []}
        gap={gaps.find((gap) => gap.field === field.id)?.sentence}
        suggestions={field.id === 'part' ? parts : []}
        onChange={(next) => patch({ [toFieldPath(field.id)]: next })}
      >
        {field.id === 'part' && part ? <PartFacts part={part} /> : null}
        {field.id === 'organizationId' && record ? <RecordLink url={record.href} /> : null}
      </ReportField>
    </div>
  );
  const grid = (fields: readonly TemplateField[]) => (
    <div className="grid grid-cols-1 gap-3 min-[372px]:grid-cols-2">{fields.map(draw)}</div>
  );
  const isLater = ({ required }: TemplateField) => template.kind === 'critical' && !required;
  const later = template.fields.filter(isLater);
  const debt = findDebt(escalation, playbook);

  return (
    <div className="space-y-4">
      <KindChoice templates={playbook.templates} chosen={template} onChoose={(kind) => patch({ kind })} />
      {grid(template.fields.filter((field) => !isLater(field)))}
      {later.length > 0 ? (
        <section>
          <SectionTitle remark={debt.length > 0 ? `${debt.length} open, named in the issue` : 'complete'}>
            To be completed after handoff
          </SectionTitle>
          {grid(later)}
        </section>
      ) : null}
      {evidence}
    </div>
  );
}

function RecordLink({ url }: { readonly url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center text-meta font-semibold text-accent underline-offset-2 hover:underline"
    >
      Customer’s record
    </a>
  );
}
