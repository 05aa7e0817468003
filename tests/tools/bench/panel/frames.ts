import type { Page } from '@playwright/test';

/** How smoothly a page drew. */
export interface Frames {
  readonly seconds: number;
  readonly count: number;
  /** Frames that tasks above 50 ms, the shortest a browser reports, kept the page from drawing. */
  readonly dropped: number;
  /** The page's longest task, in milliseconds. */
  readonly longestTask: number;
  /** Gaps between two frames that are longer than two frames last, whatever the cause: the machine counts in. */
  readonly gaps: number;
}

const FRAME_MS = 1000 / 60;

/** The runner of commands keeps the names of functions by a helper that a page has to be given. */
export const takeFunctions = (page: Page): Promise<unknown> =>
  page.evaluate('globalThis.__name = (of) => of');

/** Draws frame after frame until `stop` is called, and counts. */
export async function watchFrames(page: Page): Promise<{ stop(): Promise<Frames> }> {
  await page.evaluate(startWatching);
  return {
    async stop() {
      const { seconds, count, tasks, gaps } = await page.evaluate(() => window.stopWatching());
      const late = tasks.map((ms) => Math.floor(ms / FRAME_MS));
      return {
        ...{ seconds, count, gaps },
        dropped: late.reduce((sum, frames) => sum + frames, 0),
        longestTask: Math.max(0, ...tasks),
      };
    },
  };
}

interface Watched {
  readonly seconds: number;
  readonly count: number;
  /** Milliseconds of each task above 50 ms. */
  readonly tasks: number[];
  readonly gaps: number;
}

declare global {
  interface Window {
    stopWatching(): Watched;
  }
}

/** Runs in the page: nothing of this file is there. */
function startWatching(): void {
  const start = performance.now();
  const tasks: number[] = [];
  let count = 0;
  let gaps = 0;
  let before = start;
  let going = true;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const draw = (now: number) => {
    if (now - before > 2000 / 60 + 1) gaps += 1;
    before = now;
    count += 1;
    if (going) requestAnimationFrame(draw);
  };
  requestAnimationFrame(draw);
  window.stopWatching = () => {
    going = false;
    observer.disconnect();
    return { seconds: (performance.now() - start) / 1000, count, tasks, gaps };
  };
}
