import { hashTerm, type TermHash } from './hash';

/** A term as it is looked up and counted. One object serves every occurrence of the same run. */
export class Term implements TermHash {
  /** Stands beside the next such term of the text, so that the two make a pair. */
  readonly inRow: boolean;
  readonly high: number;
  readonly low: number;
  /** Whoever counted it last, and the number it has there: saves looking it up at every occurrence. */
  owner: object | null = null;
  number = 0;

  constructor({ high, low }: TermHash, inRow: boolean) {
    this.high = high;
    this.low = low;
    this.inRow = inRow;
  }
}

/** A term of the text. The text itself is not kept: its hash is what it is known by from here on. */
export const toTerm = (text: string, inRow: boolean): Term => new Term(hashTerm(text), inRow);
