import { useId } from 'react';
import type { FieldMeta } from '@/lib/trackers/field-meta';

interface ChoiceFieldProps {
  readonly meta: FieldMeta;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong, in words. */
  readonly error?: string | undefined;
}

export function ChoiceField({ meta, value, onChange, error }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-meta font-semibold text-ink-2">
        {meta.label}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 max-w-full rounded-md bg-card px-2 text-ink inset-ring-1 inset-ring-line-2"
      >
        {meta.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {meta.help ? <p className="mt-1 text-meta text-ink-3">{meta.help}</p> : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-meta text-s4">
          {error}
        </p>
      ) : null}
    </div>
  );
}
