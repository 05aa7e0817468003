import { Check, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { TextButton } from '@/components/ui/button';
import { showAddress } from '@/lib/browser/tabs';
import type { CountedTicket } from '@/lib/escalation/escalation';

interface SimilarRowProps {
  readonly found: Omit<CountedTicket, 'same' | 'at'>;
  /** The agent's judgement; undefined until there is one. */
  readonly same: boolean | undefined;
  readonly onJudge: (same: boolean) => void;
  /** Whether it is escalated. */
  readonly children?: ReactNode;
}

const ROW = '[data-similar]';

/** The row before or after, over all groups of the list. */
function moveFocus(from: HTMLElement, by: 1 | -1): boolean {
  const rows = [...(from.closest('section')?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  const next = rows[rows.indexOf(from) + by]?.querySelector('button');
  next?.focus();
  return next != null;
}

/** One ticket that may be the same: `y` and `n` judge it while the focus is in it, arrows go to the next. */
export function SimilarRow({ found, same, onJudge, children }: SimilarRowProps) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') moveFocus(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') moveFocus(event.currentTarget, -1);
    else if (event.key === 'y' || event.key === 'n') {
      if (event.repeat) return;
      onJudge(event.key === 'y');
      moveFocus(event.currentTarget, 1);
    } else return;
    event.preventDefault();
  };
  const name = found.number ? `#${found.number}` : found.subject;
  return (
    <li data-similar className="flex min-w-0 items-center gap-1.5 py-0.5" onKeyDown={press}>
      <div className="min-w-0 flex-1">
        <TextButton
          className="max-w-full items-baseline gap-1.5 py-0.5 text-start text-meta"
          title={found.subject}
          disabled={!found.url}
          onClick={() => void showAddress(found.url)}
        >
          {found.number ? (
            <span className="shrink-0 font-mono font-normal text-ink-3">#{found.number}</span>
          ) : null}
          <span
            dir="auto"
            className={`line-clamp-2 wrap-anywhere ${same === false ? 'font-normal text-ink-3' : 'font-medium text-ink'}`}
          >
            {found.subject || 'No subject'}
          </span>
        </TextButton>
        {children}
      </div>
      <Judge
        label={`Same problem: ${name}`}
        shortcut="y"
        pressed={same === true}
        onPress={() => onJudge(true)}
      >
        <Check size={14} strokeWidth={2.6} />
      </Judge>
      <Judge
        label={`Not the same: ${name}`}
        shortcut="n"
        pressed={same === false}
        onPress={() => onJudge(false)}
      >
        <X size={14} strokeWidth={2.6} />
      </Judge>
    </li>
  );
}

interface JudgeProps {
  readonly label: string;
  readonly shortcut: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Judge({ label, shortcut, pressed, onPress, children }: JudgeProps) {
  const look = pressed
    ? shortcut === 'y'
      ? 'bg-ok text-card'
      : 'bg-ink-3 text-card'
    : 'text-ink-2 inset-ring-1 inset-ring-line-2 hover:bg-sunk';
  return (
    <button
      type="button"
      aria-label={label}
      title={`${label} (${shortcut})`}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onPress}
      className={`grid size-7 shrink-0 place-items-center rounded-md ${look}`}
    >
      {children}
    </button>
  );
}
