import { type ReactNode, useId } from 'react';

interface ChoiceProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly shortcut?: string;
}

/** One radio drawn as a card: the native input keeps arrow keys, grouping and names right. */
export function ChoiceCard({ name, checked, onChoose, children, className = '', shortcut }: ChoiceProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`choice block rounded-lg bg-card inset-ring-1 inset-ring-line transition-colors motion-reduce:transition-none hover:inset-ring-control has-checked:bg-accent-soft has-checked:inset-ring-[1.5px] has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${className}`}
    >
      <input
        id={id}
        type="radio"
        className="sr-only"
        name={name}
        checked={checked}
        onChange={onChoose}
        aria-keyshortcuts={shortcut}
      />
      {children}
    </label>
  );
}
