import { hashTerm, type TermHash } from './hash';

/** A term as it is looked up and counted. One object serves every occurrence of the same run. */
export class Term implements TermHash {
  readonly high: number;
  readonly low: number;
  /** Whoever counted it last, and the number it has there: saves looking it up at every occurrence. */
  owner: object | null = null;
  number = 0;

  /** The text itself is not kept: its hash is what it is known by from here on. */
  constructor(text: string) {
    const { high, low } = hashTerm(text);
    this.high = high;
    this.low = low;
  }
}
