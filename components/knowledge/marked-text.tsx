import type { ReactNode } from 'react';

interface MarkedTextProps {
  readonly text: string;
  /** In UTF-16 units of `text`; those that do not fit are left out. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A text with the words marked that led to it. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start < done || end <= start || end > text.length) continue;
    parts.push(
      text.slice(done, start),
      <mark
        key={start}
        className="bg-transparent text-inherit underline decoration-accent-line decoration-2 underline-offset-2"
      >
        {text.slice(start, end)}
      </mark>,
    );
    done = end;
  }
  return [...parts, text.slice(done)];
}
