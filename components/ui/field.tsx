import { type FocusEvent, type ReactNode, useId, useState } from 'react';

interface FieldProps {
  readonly label: string;
  /** The label is read out only: what stands above the field already says it. */
  readonly labelHidden?: boolean;
  readonly value: string;
  /** Called on every input with the whole text. */
  readonly onChange: (value: string) => void;
  /** Called with what takes the focus next; null when nothing on this page does. */
  readonly onLeave?: (next: EventTarget | null) => void;
  /** Where a prefilled value came from, e.g. `from message 2`. */
  readonly source?: string;
  readonly help?: ReactNode;
  /** At the end of the label's line, e.g. a button that explains the value. */
  readonly aside?: ReactNode;
  /** Known values to pick from; any other may be typed. Single lines only. */
  readonly suggestions?: readonly string[];
  /** What is wrong or missing, in words. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly mono?: boolean;
  readonly secret?: boolean;
  readonly required?: boolean;
  readonly name?: string;
}

const BOX =
  'block w-full rounded-md bg-card px-2.5 py-[6px] text-ink inset-ring-1 hover:inset-ring-control focus:outline-2 focus:outline-accent focus:-outline-offset-1';

/**
 * A labelled text field. It holds what is typed itself and reports every input: a value that came back from a store
 * would break the caret and input methods. Give it a `key` to start over with another value.
 */
export function Field({
  label,
  labelHidden = false,
  value,
  onChange,
  onLeave,
  source,
  help,
  aside,
  suggestions = [],
  error,
  multiline,
  mono,
  secret,
  ...rest
}: FieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    value: text,
    dir: mono ? ('ltr' as const) : ('auto' as const),
    onBlur: (event: FocusEvent) => onLeave?.(event.relatedTarget),
    placeholder: rest.placeholder,
    name: rest.name,
    'data-field': rest.name,
    'aria-required': rest.required || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
    className: `${BOX} ${error ? 'inset-ring-s4' : 'inset-ring-line-2'} ${mono ? 'font-mono text-[12.5px]' : ''}`,
  };
  return (
    <div className="min-w-0">
      <div className="flex items-baseline gap-2">
        <label
          htmlFor={id}
          className={
            labelHidden
              ? 'sr-only'
              : 'mb-1 flex min-w-0 flex-1 flex-wrap items-baseline gap-x-1.5 text-meta font-semibold text-ink-2'
          }
        >
          {label}
          {source && text === value ? <span className="font-normal text-ink-3">{source}</span> : null}
        </label>
        {aside}
      </div>
      {multiline ? (
        <textarea
          {...shared}
          rows={2}
          className={`${shared.className} field-sizing-content max-h-72 min-h-8 resize-y supports-[field-sizing:content]:resize-none`}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={!mono && !secret}
          list={suggestions.length > 0 ? `${id}-list` : undefined}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className="mt-1 text-meta text-ink-3">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-meta text-s4">
          {error}
        </p>
      ) : null}
    </div>
  );
}
