/**
 * `npm run bench:panel [-- --json] [--records 100000]`: the real panel beside the demo desk while a knowledge pack of
 * that size is taken in, when tickets change with all of it at hand, and while its list scrolls. An idle panel in the
 * same run tells what the machine adds.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { waitForIndex } from '../e2e/knowledge';
import { goToTicket, numberOf, openOptions, openTicket } from '../e2e/walk';
import { type Sites, startSites } from '../sites';
import { type Frames, takeFunctions, watchFrames } from './bench/panel/frames';
import { knownKey, servePack } from './bench/panel/pack-site';
import { ensureChromium } from './chromium';
import { launchExtensionBrowser } from './extension-browser';

const EXTENSION = '.output/chrome-mv3-e2e';
const RECORDS = '100000';
const IDLE_MS = 10_000;
/** A first fill on a slow machine. */
const MOST_MS = 900_000;
const TICKET_ROUNDS = 3;
const SCROLLED_FRAMES = 300;
/** A fast swipe over a touchpad. */
const PIXELS_A_FRAME = 120;

interface PanelFigures {
  readonly records: number;
  readonly megabytes: number;
  readonly idle: Frames;
  /** From the click until every record is stored. */
  readonly sync: Frames;
  /** From then until every record is found. */
  readonly index: Frames;
  /** From the ticket's number in the header until its known bug is shown, in milliseconds. */
  readonly shown: { readonly n: number; readonly p50: number; readonly p95: number };
  readonly scroll: Frames;
}

async function measure(size: number): Promise<PanelFigures> {
  const sites = await startSites();
  const tickets = sites.desk.tickets.filter(({ title }) => title.trim().length > 15);
  const pack = await servePack(
    size,
    tickets.map(({ title }) => title),
  );
  const baton = await launchExtensionBrowser({ extension: EXTENSION });
  try {
    const { page, panel } = await openTicket(baton, sites, tickets[0]?.id ?? 1);
    await takeFunctions(panel);
    const idle = await watch(panel, () => panel.waitForTimeout(IDLE_MS));
    const options = await openOptions(baton);
    await options.getByRole('button', { name: 'Add a source' }).click();
    await options.getByRole('button', { name: /^Knowledge pack/ }).click();
    await options.getByLabel('Address of the pack').fill(pack.url);
    await page.bringToFront();
    const sync = await watch(panel, async () => {
      await options.getByRole('button', { name: 'Save and sync' }).click();
      const row = options.getByRole('region', { name: /^Knowledge pack/ });
      await row.getByText(/synced/).waitFor({ timeout: MOST_MS });
    });
    const index = await watch(panel, () => waitForIndex(options, MOST_MS));
    await options.close();
    const shown = await timeMatches(page, panel, sites, tickets);
    const scroll = await scrollList(panel);
    return { records: size, megabytes: pack.bytes / 1e6, idle, sync, index, shown, scroll };
  } finally {
    await baton.close();
    await pack.stop();
    await sites.close();
  }
}

async function watch(panel: Page, act: () => Promise<unknown>): Promise<Frames> {
  const frames = await watchFrames(panel);
  await act();
  return frames.stop();
}

async function timeMatches(page: Page, panel: Page, sites: Sites, tickets: readonly { id: number }[]) {
  const times: number[] = [];
  for (let round = 0; round < TICKET_ROUNDS; round += 1) {
    // The first is in front already.
    for (const at of [...tickets.keys()].slice(1).concat(0)) {
      const id = tickets[at]?.id ?? 1;
      const time = panel.evaluate(timeMatch, { number: numberOf(sites, id), key: knownKey(at) });
      await goToTicket(page, id);
      times.push(await time);
    }
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  return { n: times.length, p50: quantile(0.5), p95: quantile(0.95) };
}

/** Runs in the panel: from the change that shows the number to the change that shows the key. */
function timeMatch({ number, key }: { number: string; key: string }): Promise<number> {
  return new Promise((resolve) => {
    let read = 0;
    const look = () => {
      const header = document.querySelector('header')?.textContent ?? '';
      if (read === 0 && header.includes(number)) read = performance.now();
      const known = document.querySelector('section[aria-label="Probably known"]')?.textContent ?? '';
      if (read === 0 || !known.includes(key)) return;
      observer.disconnect();
      resolve(performance.now() - read);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function scrollList(panel: Page): Promise<Frames> {
  await panel.keyboard.press('/');
  await panel.getByTestId('results').getByRole('option').first().waitFor();
  return watch(panel, () => panel.evaluate(scroll, { frames: SCROLLED_FRAMES, pixels: PIXELS_A_FRAME }));
}

/** Runs in the panel. */
function scroll({ frames, pixels }: { frames: number; pixels: number }): Promise<void> {
  return new Promise((resolve) => {
    const list = document.querySelector('[data-testid=results]');
    let left = frames;
    const step = () => {
      list?.scrollBy(0, pixels);
      left -= 1;
      if (left > 0) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

const toRow = (name: string, { seconds, count, dropped, longestTask, gaps }: Frames) =>
  `${name.padEnd(34)}${seconds.toFixed(1).padStart(8)} s${String(count).padStart(7)} frames${String(dropped).padStart(5)} dropped, longest task ${longestTask.toFixed(0).padStart(4)} ms, ${gaps} gaps (${((100 * gaps) / count).toFixed(1)} %)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, records: { type: 'string', default: RECORDS } },
  });
  ensureChromium();
  execFileSync('npx', ['wxt', 'build', '--mode', 'e2e'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const figures = await measure(Number(values.records));
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  const { records, megabytes, idle, sync, index, shown, scroll } = figures;
  console.log(`${records} records, ${megabytes.toFixed(0)} MB`);
  console.log(toRow('panel at rest', idle));
  console.log(toRow('while they are taken in', sync));
  console.log(toRow('while the rest gets into the index', index));
  console.log(toRow('while the list scrolls', scroll));
  console.log(
    `known bug shown after the number, ${shown.n} times: p50 ${shown.p50.toFixed(0)} ms, p95 ${shown.p95.toFixed(0)} ms`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
