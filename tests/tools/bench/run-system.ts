import type { Browser, Page } from '@playwright/test';
import type { Answered } from './worker';
import { workerMemory } from './worker-memory';

/** Times in milliseconds, sizes in bytes. */
export interface SystemFigures {
  readonly build: number;
  readonly stored: number;
  /** From `new Worker` to the first answer, with code and index read from the disk. */
  readonly coldStart: number;
  /** Of that worker after all queries. */
  readonly memory: number;
  readonly title: Answered;
  readonly full: Answered;
  /** The same queries once more: everything they need is at hand. */
  readonly again: Answered;
  /** 100 changed records, until they can be found. */
  readonly update: number;
}

export type Outcome = SystemFigures | { readonly stopped: string };

/** Nobody waits longer for a search to be ready. */
const MOST_MS = 240_000;
const QUERY_MS = 15_000;

/** One system, in a browser context of its own: nothing of another one is stored, cached or in memory. */
export async function runSystem(browser: Browser, url: string, name: string, size: number): Promise<Outcome> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await within(measure(page, name, size), MOST_MS);
  } catch (error) {
    return { stopped: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  } finally {
    await context.close();
  }
}

async function measure(page: Page, name: string, size: number): Promise<SystemFigures> {
  const built = await page.evaluate(async ([system, count]) => window.startBench().build(system, count), [
    name,
    size,
  ] as const);
  const [first] = built.queries;
  if (!first) throw new Error('There are no queries.');
  const coldStart = await page.evaluate(
    async ([system, query]) => {
      const start = performance.now();
      await window.startBench().start(system, query);
      return performance.now() - start;
    },
    [name, first.query] as const,
  );
  const ask = (withBody: boolean) =>
    page.evaluate(([queries, budget]) => window.bench.ask(queries, budget), [
      withBody ? built.queries : built.queries.map((it) => ({ ...it, query: { ...it.query, body: '' } })),
      QUERY_MS,
    ] as const);
  const title = await ask(false);
  const full = await ask(true);
  const again = await ask(true);
  const memory = await workerMemory(page);
  const update = await page.evaluate((changed) => window.bench.update(changed), built.changed);
  return { build: built.ms, stored: built.bytes, coldStart, memory, title, full, again, update };
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
