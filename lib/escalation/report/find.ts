import type { Part } from '@/lib/playbook/playbook';

/** Something the ticket says about a field. */
export interface ReportFind {
  readonly value: string;
  /** As the agent reads it behind `from`, e.g. `message 3`. */
  readonly source: string;
  /** Why it was taken for what it is, in words; empty where the source says it all. */
  readonly reason: string;
  /** Only sure finds fill a field; the others are offered below it. */
  readonly sure: boolean;
}

/** By id of a template's field, the best first. */
export type ReportFinds = Readonly<Record<string, readonly ReportFind[]>>;

/** A part of the playbook as customers may name it. */
export type PartNames = Pick<Part, 'name' | 'words'>;

/** What a customer wrote. */
export interface Told {
  readonly text: string;
  /** As agents count the messages of the ticket, from 1. */
  readonly number: number;
}
