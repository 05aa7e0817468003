import { TextButton } from '@/components/ui/button';
import type { FactKind, ThreadFact } from '@/lib/escalation/lint/add-facts';

const KINDS: Readonly<Record<FactKind, string>> = {
  error: 'error',
  address: 'address',
  environment: 'version',
  number: 'number',
  file: 'file',
};

/** Few are read, many are only counted. */
const SHOWN = 6;

interface LintFactsProps {
  readonly facts: readonly ThreadFact[];
  readonly onAdd: (fact: ThreadFact) => void;
  readonly onDismiss: (fact: ThreadFact) => void;
}

/** What customers wrote and the report does not say, each with the place it stands at. */
export function LintFacts({ facts, onAdd, onDismiss }: LintFactsProps) {
  return (
    <ul className="mt-1 divide-y divide-line border-t border-line">
      {facts.slice(0, SHOWN).map((fact) => (
        <li key={fact.id} className="flex flex-wrap items-center gap-x-3 py-0.5" data-fact={fact.kind}>
          <span className="min-w-0 flex-auto">
            <bdi className="font-mono text-[12px] wrap-anywhere">{fact.value}</bdi>{' '}
            <span className="text-meta text-ink-3">
              {KINDS[fact.kind]}, {fact.source}
            </span>
          </span>
          <span className="flex gap-3">
            <TextButton className="text-meta" onClick={() => onAdd(fact)}>
              Add<span className="sr-only"> {fact.value}</span>
            </TextButton>
            <TextButton quiet className="text-meta" onClick={() => onDismiss(fact)}>
              Not needed<span className="sr-only">: {fact.value}</span>
            </TextButton>
          </span>
        </li>
      ))}
      {facts.length > SHOWN ? (
        <li className="py-1 text-meta text-ink-3">and {facts.length - SHOWN} more</li>
      ) : null}
    </ul>
  );
}
