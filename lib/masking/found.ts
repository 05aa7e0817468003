import type { MaskKind } from '@/lib/playbook/playbook';
import type { Scan } from './scan';

/** A stretch of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a mask stands for: one of Baton's own kinds, or a pattern of the playbook. */
export type SecretKind = MaskKind | 'pattern';

/**
 * Finds one sort of secret. Every finder costs a bounded number of looks for each place of the text; none uses an
 * expression that can go back and try again.
 */
export type Finder = (scan: Scan) => Range[];
