import { useId } from 'react';
import type { FieldMeta } from '@/lib/trackers/field-meta';

interface ChoiceFieldProps {
  readonly meta: FieldMeta;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ChoiceField({ meta, value, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-meta font-semibold text-ink-2">
        {meta.label}
      </label>
      <select
        id={id}
        value={value}
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
    </div>
  );
}
