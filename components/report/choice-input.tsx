import { useId } from 'react';

interface ChoiceInputProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
  readonly choices: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of the playbook's words, or none. A value from the ticket that is none of them stays and can be left. */
export function ChoiceInput({ name, label, value, source, choices, error, onChange }: ChoiceInputProps) {
  const id = useId();
  const all = value === '' || choices.includes(value) ? choices : [value, ...choices];
  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className="mb-1 flex flex-wrap items-baseline gap-x-1.5 text-meta font-semibold text-ink-2"
      >
        {label}
        {source ? <span className="font-normal text-ink-3">{source}</span> : null}
      </label>
      <select
        id={id}
        data-field={name}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`h-8 w-full rounded-md bg-card px-2 text-ink inset-ring-1 hover:inset-ring-control focus:outline-2 focus:-outline-offset-1 focus:outline-accent ${error ? 'inset-ring-s4' : 'inset-ring-line-2'}`}
      >
        <option value="">Not known</option>
        {all.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-meta text-s4">
          {error}
        </p>
      ) : null}
    </div>
  );
}
