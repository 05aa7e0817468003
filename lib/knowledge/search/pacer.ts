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
      return new Promise((resolve) => {
        setTimeout(() => {
          start = performance.now();
          resolve();
        }, 0);
      });
    },
  };
}
