/** The items until the signal says stop, even while the next one never comes. */
export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  const stop = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  try {
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), stop]);
      if (next === null || next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: what hangs would hang here too.
    void iterator.return?.().catch(() => undefined);
  }
}
