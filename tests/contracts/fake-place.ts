/** One thing a place knows: number 12 may be issue #12, article 12 or the file `docs/12.md`. */
export interface Item {
  readonly n: number;
  readonly title: string;
  readonly text: string;
  /** When it was last changed, epoch ms, whole seconds. */
  readonly at: number;
}

/** A well-behaved place in memory, fresh for each test, that pages and filters as the real one does. */
export interface FakePlace {
  readonly fetch: typeof fetch;
  /** Adds the item, or changes the one with its number. */
  put(item: Item): void;
  remove(n: number): void;
  /** From now on the item comes with its id and nothing else, or with values of another type. */
  spoil(n: number): void;
}
