import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-sunk text-ink-2',
  accent: 'bg-accent-soft text-ink',
  warn: 'bg-s3-soft text-ink',
  error: 'bg-s4-soft text-ink',
} as const;

interface BannerProps {
  readonly tone?: keyof typeof TONES;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** What to do next, beside the words. */
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader: for failures only. */
  readonly role?: 'status' | 'alert';
}

/** A quiet state line: stays where it belongs, never floats over the work. */
export function Banner({ tone = 'neutral', icon, children, actions, role }: BannerProps) {
  return (
    <div
      role={role}
      className={`flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg px-2.5 py-2 text-[12.5px] leading-[18px] ${TONES[tone]}`}
    >
      {/* As wide as its words: what is short leaves room for the actions, what is long takes the line. */}
      <div className="flex min-w-0 flex-auto gap-2">
        {icon ? <span className="mt-px shrink-0">{icon}</span> : null}
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
