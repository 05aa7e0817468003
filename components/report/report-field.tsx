import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { addressProblem, type Sourced } from '@/lib/escalation/report/fields';
import type { ReportFind } from '@/lib/escalation/report/find';
import { reasonOf, takeOffer, toOffers } from '@/lib/escalation/report/offers';
import type { TemplateField } from '@/lib/playbook/playbook';
import { ChoiceInput } from './choice-input';
import { FieldOffers } from './field-offers';

/** Short values that are compared sign by sign. */
const MONO = new Set(['where', 'organizationId']);

interface ReportFieldProps {
  readonly field: TemplateField;
  readonly current: Sourced;
  /** What the ticket says about it. */
  readonly finds: readonly ReportFind[];
  /** What is missing, in words. */
  readonly gap: string | undefined;
  /** Known values to pick from. */
  readonly suggestions?: readonly string[];
  readonly onChange: (next: Sourced) => void;
  /** What is known about the value. */
  readonly children?: ReactNode;
}

/** One field of the kind's template: its value with the source, why it stands there, and what else the ticket says. */
export function ReportField(props: ReportFieldProps) {
  const { field, current, finds, gap, suggestions = [], onChange, children } = props;
  const { id, label, hint, input, choices } = field;
  const box = useRef<HTMLDivElement>(null);
  /** Counts offers taken: each starts the text field over with its new value. */
  const [taken, setTaken] = useState(0);
  const [inside, setInside] = useState(false);
  const [explained, setExplained] = useState(false);
  const offers = toOffers(current, finds);
  const reason = reasonOf(current, finds);
  const source = current.source === 'count' ? 'as counted' : current.source ? `from ${current.source}` : '';
  // An address is judged once it stands there: half of one is always wrong.
  const problem = id === 'where' && !inside ? addressProblem(current.value) : '';
  const missing = current.value.trim() === '' ? gap : undefined;
  const change = (value: string) => onChange({ value, source: '' });

  const take = (offer: ReportFind) => {
    onChange(takeOffer(id, current, offer));
    setTaken((count) => count + 1);
  };
  useEffect(() => {
    // The button that was pressed is gone: the field it filled has the focus.
    if (taken > 0) box.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, [taken]);
  const press = (event: KeyboardEvent) => {
    const [first] = offers;
    if (!first || event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    take(first);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the field inside
    <div
      ref={box}
      className="group/field min-w-0"
      onKeyDown={press}
      onFocus={() => setInside(true)}
      onBlur={() => setInside(false)}
    >
      {input === 'choice' ? (
        <ChoiceInput
          name={id}
          label={label}
          value={current.value}
          source={source}
          choices={choices}
          error={missing}
          onChange={change}
        />
      ) : (
        <Field
          key={taken}
          name={id}
          label={label}
          value={current.value}
          source={source}
          placeholder={hint}
          multiline={input !== 'line'}
          mono={input === 'code' || MONO.has(id)}
          suggestions={suggestions}
          error={missing ?? (problem || undefined)}
          aside={
            reason ? (
              <TextButton
                quiet
                className="-my-1 text-meta"
                aria-expanded={explained}
                onClick={() => setExplained(!explained)}
              >
                why<span className="sr-only"> {label}</span>
              </TextButton>
            ) : null
          }
          onChange={change}
        />
      )}
      {explained && reason ? (
        <p className="mt-1 text-meta text-ink-3">
          Taken from the ticket: <bdi>{reason}</bdi>.
        </p>
      ) : null}
      {children}
      {offers.length > 0 ? <FieldOffers label={label} offers={offers} onTake={take} /> : null}
    </div>
  );
}
