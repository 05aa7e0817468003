import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Exit } from '@/lib/escalation/escalation';

export type WrittenExit = Exclude<Exit, 'known-bug'>;

const WORDS: Readonly<Record<WrittenExit, { label: string; placeholder: string; end: string }>> = {
  solved: { label: 'What solved it?', placeholder: 'e.g. Caps Lock was on', end: 'End as solved' },
  article: {
    label: 'What answered it?',
    placeholder: 'The article, or where the answer was found',
    end: 'End as answered',
  },
  'feature-request': {
    label: 'What is wished for?',
    placeholder: 'What the customer wants to get done',
    end: 'Go on as a request',
  },
  consultation: {
    label: 'Your one question',
    placeholder: 'What an expert can answer in one sentence',
    end: 'Copy it and end',
  },
};

interface ExitFormProps {
  readonly kind: WrittenExit;
  readonly reason: string;
  /** True when the agent has just chosen this exit: the field takes the focus. */
  readonly fresh: boolean;
  readonly onReason: (reason: string) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
  /** What else stands between the reason and the end. */
  readonly children?: ReactNode;
}

/** The reason of an exit, in a few words: it stands in the ledger. Enter ends. */
export function ExitForm({ kind, reason, fresh, onReason, onEnd, onCancel, children }: ExitFormProps) {
  const ref = useRef<HTMLFormElement>(null);
  const { label, placeholder, end } = WORDS[kind];
  useEffect(() => {
    if (fresh) ref.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [fresh]);
  const missing = reason.trim() === '';
  return (
    <form
      ref={ref}
      className="space-y-2 rounded-lg border border-line bg-card px-3 py-2.5 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing) onEnd();
      }}
    >
      <Field key={kind} label={label} value={reason} onChange={onReason} placeholder={placeholder} required />
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={missing}>
          {end}
        </Button>
        <Button size="sm" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
