import { vi } from 'vitest';

/** Thrown at every boundary of a dead worker, so that nothing it would have done afterwards happens. */
class KilledError extends Error {
  override readonly name = 'KilledError';
}

// Taken once: a second world in one test must not wrap the first one's.
export const realFetch = globalThis.fetch;
const realTransaction = IDBDatabase.prototype.transaction;

/** Web Locks as the background worker uses them: one holder, others wait or, with `ifAvailable`, go without. */
export function lockManager() {
  const ends = new Map<string, Promise<unknown>>();
  type Work = (lock: object | null) => unknown;
  return {
    request: async (name: string, options: Work | { ifAvailable?: boolean }, given?: Work) => {
      const work = typeof options === 'function' ? options : (given as Work);
      if (typeof options !== 'function' && options.ifAvailable && ends.has(name)) return work(null);
      const before = ends.get(name);
      const held = (async () => {
        await before?.catch(() => undefined);
        return work({ name });
      })();
      ends.set(name, held);
      try {
        return await held;
      } finally {
        if (ends.get(name) === held) ends.delete(name);
      }
    },
  };
}

/** Counts boundaries (requests, their answers, transactions) and, from the n-th on, lets nothing through: it is dead. */
export function killableWorker() {
  let left = Number.POSITIVE_INFINITY;
  let dead = false;
  const passed: string[] = [];
  const pass = (what: string) => {
    if (dead) throw new KilledError(what);
    passed.push(what);
    left -= 1;
    if (left > 0) return;
    dead = true;
    throw new KilledError(what);
  };
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...rest) {
    pass('transaction');
    return realTransaction.apply(this, rest);
  });
  const it = {
    pass,
    passed,
    /** Answers to put in the place of the real one, after the request was processed. */
    replace: undefined as
      | ((url: string, method: string, answer: Response) => Response | undefined)
      | undefined,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      pass(`request ${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`);
      const answer = await realFetch(input, init);
      pass('answer');
      return it.replace?.(String(input), init?.method ?? 'GET', answer) ?? answer;
    },
    killAt: (boundary: number) => {
      left = boundary;
    },
    isDead: () => dead,
    revive: () => {
      dead = false;
      left = Number.POSITIVE_INFINITY;
    },
  };
  return it;
}
