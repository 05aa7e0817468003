/** Typed arrays that grow: a plain array of millions of numbers costs several times as much memory. */
type Numbers = Uint8Array | Uint16Array | Uint32Array;

const FIRST = 4096;

export class Growing<T extends Numbers> {
  #values: T;
  readonly #create: (length: number) => T;
  length = 0;

  constructor(create: (length: number) => T) {
    this.#create = create;
    this.#values = create(FIRST);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#create(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  /** What was pushed; a view that is valid until the next push. */
  get values(): T {
    return this.#values.subarray(0, this.length) as T;
  }
}
