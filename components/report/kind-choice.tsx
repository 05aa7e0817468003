import { SectionTitle } from '@/components/ui/card';
import { ChoiceCard } from '@/components/ui/choice';
import type { Kind, Template } from '@/lib/playbook/playbook';

interface KindChoiceProps {
  readonly templates: readonly Template[];
  /** The template in use. */
  readonly chosen: Template;
  readonly onChoose: (kind: Kind) => void;
}

/** What is asked of engineering. Another kind asks for other fields and keeps everything typed. */
export function KindChoice({ templates, chosen, onChoose }: KindChoiceProps) {
  if (templates.length < 2) return null;
  return (
    <fieldset data-field="kind" className="min-w-0">
      <legend className="contents">
        <SectionTitle remark={chosen.meaning}>What is asked?</SectionTitle>
      </legend>
      <div className="flex flex-wrap gap-1">
        {templates.map(({ kind, label }) => (
          <ChoiceCard
            key={kind}
            name="kind"
            checked={kind === chosen.kind}
            onChoose={() => onChoose(kind)}
            className="grid min-h-7 place-items-center rounded-md px-2 py-1 text-center text-meta font-medium text-ink-2 has-checked:font-semibold has-checked:text-ink"
          >
            {label}
          </ChoiceCard>
        ))}
      </div>
    </fieldset>
  );
}
