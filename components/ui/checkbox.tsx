import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';

interface CheckboxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  /** A dashed box with a dash: settled, but not done. */
  readonly waived?: boolean;
  readonly disabled?: boolean;
  /** Key that ticks it from anywhere on the screen; empty = none. */
  readonly shortcut?: string;
}

/** The native box lies under the drawn one, so that keyboard, names and forced colours stay right. */
export function Checkbox(props: CheckboxProps) {
  const { checked, onChange, children, waived = false, disabled = false, shortcut = '' } = props;
  const id = useId();
  const look = checked
    ? 'bg-ok border-ok text-card'
    : waived
      ? 'border-dashed border-control text-ink-3'
      : 'border-control';
  return (
    <label htmlFor={id} className="flex min-h-6 min-w-0 flex-1 items-start gap-2.5">
      <span className="relative mt-[1px] block size-[18px] shrink-0">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-keyshortcuts={shortcut || undefined}
          onChange={(event) => onChange(event.target.checked)}
          className="peer absolute -inset-[3px] z-10 size-6 cursor-pointer opacity-0"
        />
        <span
          aria-hidden="true"
          className={`grid size-[18px] place-items-center rounded-sm border-[1.5px] peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${look}`}
        >
          {checked ? (
            <Check size={12} strokeWidth={3.2} />
          ) : waived ? (
            <Minus size={12} strokeWidth={3} />
          ) : null}
        </span>
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}
