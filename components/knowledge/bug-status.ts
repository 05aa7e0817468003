import type { KnownBug } from '@/lib/knowledge/known-bug';

/** What the states of a known bug are called on every screen. */
export const BUG_STATUS_WORDS: Readonly<Record<KnownBug['status'], string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  fixed: 'Fixed',
  closed: 'Closed',
};

export const isBugStatus = (value: string): value is KnownBug['status'] =>
  Object.hasOwn(BUG_STATUS_WORDS, value);
