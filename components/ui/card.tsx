import type { ReactNode } from 'react';

/** White sheet with a hairline; rows inside are divided by hairlines, never boxed again. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={`divide-y divide-line overflow-hidden rounded-lg border border-line bg-card shadow-card ${className}`}
    >
      {children}
    </div>
  );
}

/** Section heading with a quieter remark behind it. */
export function SectionTitle({ children, remark }: { children: ReactNode; remark?: ReactNode }) {
  return (
    <h2 className="mb-1.5 flex flex-wrap items-baseline gap-x-1.5 text-meta font-bold text-ink-2">
      {children}
      {remark ? <span className="font-normal text-ink-3">{remark}</span> : null}
    </h2>
  );
}
