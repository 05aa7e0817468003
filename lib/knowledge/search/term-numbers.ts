import { Growing } from './growing';
import type { TermHash } from './hash';

const FIRST_SLOTS = 1 << 14;

/** Numbers terms by their hash. An open table of numbers: a Map of strings costs several times the time and memory. */
export class TermNumbers {
  readonly #highs = new Growing((length) => new Uint32Array(length));
  readonly #lows = new Growing((length) => new Uint16Array(length));
  /** Number + 1 of the term in the slot, 0 for none. */
  #slots = new Uint32Array(FIRST_SLOTS);

  get size(): number {
    return this.#highs.length;
  }

  /** By number. */
  get highs(): Uint32Array {
    return this.#highs.values;
  }

  get lows(): Uint16Array {
    return this.#lows.values;
  }

  /** The number of the term, given now if it has none. */
  numberOf({ high, low }: TermHash): number {
    let slot = this.#slotOf(high);
    for (let taken = this.#slots[slot] ?? 0; taken > 0; taken = this.#slots[slot] ?? 0) {
      if (this.#highs.at(taken - 1) === high && this.#lows.at(taken - 1) === low) return taken - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    this.#highs.push(high);
    this.#lows.push(low);
    this.#slots[slot] = this.size;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return this.size - 1;
  }

  #slotOf(high: number): number {
    return high & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (const [number, high] of this.highs.entries()) {
      let slot = this.#slotOf(high);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number + 1;
    }
  }
}
