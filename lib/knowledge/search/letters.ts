import { cutTitle } from './record-terms';

/** Groups of three bytes are told apart by 16 bits; titles are far too short for many to fall together. */
const SLOTS = 0x10000;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const encoder = new TextEncoder();

/** The letters and digits of a title in lower case, anything else as one blank, a blank around, in UTF-8. */
export function foldTitle(title: string): Uint8Array {
  return encoder.encode(` ${cutTitle(title).toLowerCase().replace(NO_LETTER, ' ').trim()} `);
}

/**
 * Compares many titles with one by the groups of three bytes they have in common (Dice, 0…1). Bytes and not letters:
 * nothing has to be decoded, and what two letters of another alphabet have in common says as much.
 */
export class LetterComparer {
  /** The number of the last title in which the group occurred, so that nothing is cleared between titles. */
  readonly #seen = new Uint32Array(SLOTS);
  readonly #own = new Uint8Array(SLOTS);
  readonly #ownGroups: number;
  #turn = 0;

  constructor(folded: Uint8Array) {
    this.#own.fill(1);
    // With all groups taken for common, comparing counts them.
    this.#ownGroups = this.#common(folded).groups;
    this.#own.fill(0);
    for (let at = 0; at + 2 < folded.length; at += 1) this.#own[groupAt(folded, at)] = 1;
  }

  compare(folded: Uint8Array): number {
    const { common, groups } = this.#common(folded);
    return groups + this.#ownGroups === 0 ? 0 : (2 * common) / (groups + this.#ownGroups);
  }

  #common(folded: Uint8Array): { common: number; groups: number } {
    this.#turn += 1;
    let common = 0;
    let groups = 0;
    for (let at = 0; at + 2 < folded.length; at += 1) {
      const group = groupAt(folded, at);
      if (this.#seen[group] === this.#turn) continue;
      this.#seen[group] = this.#turn;
      groups += 1;
      common += this.#own[group] as number;
    }
    return { common, groups };
  }
}

function groupAt(bytes: Uint8Array, at: number): number {
  const code = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
  return Math.imul(code, 0x9e3779b1) >>> 16;
}
