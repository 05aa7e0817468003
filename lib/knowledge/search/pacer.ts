/** Cuts long work into slices, so that a worker answers queries between them. */
export interface Pacer {
  /** Undefined while the slice lasts, else a promise that resolves when the next may begin. */
  pause(): Promise<void> | undefined;
}

const SLICE_MS = 8;

/** Slices of 8 ms, with a turn of the event loop between them. */
export function createPacer(sliceMs = SLICE_MS): Pacer {
  let start = performance.now();
  return {
    pause() {
      if (performance.now() - start < sliceMs) return undefined;
      return nextTurn().then(() => {
        start = performance.now();
      });
    },
  };
}

/** Not in TypeScript's library; Node lacks it. */
interface WithScheduler {
  readonly scheduler?: { postTask(task: () => void): Promise<void> };
}

/** Timers that follow each other wait 4 ms at least, which would make a third of a fill waiting. */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  return scheduler?.postTask(() => undefined) ?? new Promise((resolve) => setTimeout(resolve, 0));
}
