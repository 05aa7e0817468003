import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-sunk text-ink-2',
  accent: 'bg-accent-soft text-accent',
  s1: 'bg-s1-soft text-s1',
  s2: 'bg-s2-soft text-s2',
  s3: 'bg-s3-soft text-s3 font-semibold',
  s4: 'bg-s4-soft text-s4 font-semibold',
} as const;

export type ChipTone = keyof typeof TONES;

export function Chip({ tone = 'neutral', children }: { tone?: ChipTone; children: ReactNode }) {
  return (
    <span
      className={`inline-block max-w-full truncate rounded-sm px-1.5 text-[11.5px] leading-[18px] ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}

/** Number on its colour: severity is never colour alone. */
export function LevelBadge({ level, small = false }: { level: 1 | 2 | 3 | 4; small?: boolean }) {
  const size = small ? 'size-6 rounded-[6px]' : 'size-7 rounded-md';
  return (
    <span className={`grid shrink-0 place-items-center font-bold ${size} ${TONES[`s${level}`]}`}>
      {level}
    </span>
  );
}
