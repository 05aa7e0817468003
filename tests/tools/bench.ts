/**
 * `npm run bench [-- --json] [--sizes 1000,10000,100000] [--systems baton,minisearch]`: the match engine beside what a
 * developer would pick instead, in one run of the real browser. Ratios count; times of a busy machine do not.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { type Outcome, runSystem, type SystemFigures } from './bench/run-system';
import { serveBench } from './bench/serve';
import { ensureChromium } from './chromium';

const SYSTEMS = [
  'baton',
  'minisearch',
  'minisearch-tuned',
  'flexsearch',
  'flexsearch-indexeddb',
  'orama',
  'scan',
];
const SIZES = '1000,10000,100000';

const COLUMNS: readonly (readonly [string, (figures: SystemFigures) => number, number])[] = [
  ['build ms', (it) => it.build, 0],
  ['cold ms', (it) => it.coldStart, 0],
  ['title p50', (it) => it.title.p50, 2],
  ['title p95', (it) => it.title.p95, 2],
  ['full p50', (it) => it.full.p50, 2],
  ['full p95', (it) => it.full.p95, 2],
  ['again p50', (it) => it.again.p50, 2],
  ['again p95', (it) => it.again.p95, 2],
  ['update ms', (it) => it.update, 0],
  ['memory MB', (it) => it.memory / 1e6, 1],
  ['stored MB', (it) => it.stored / 1e6, 1],
];

function toRow(name: string, outcome: Outcome, ours: Outcome | undefined): string {
  if ('stopped' in outcome) return `${name.padEnd(21)} ${outcome.stopped}`;
  const reference = ours && !('stopped' in ours) ? ours : outcome;
  const cells = COLUMNS.map(([, of, digits]) => {
    const value = of(outcome);
    const ratio = value / of(reference);
    return `${value.toFixed(digits)} (${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}×)`.padStart(17);
  });
  const found = `${(100 * outcome.title.found).toFixed(0)}/${(100 * outcome.full.found).toFixed(0)} %`;
  return `${name.padEnd(21)}${cells.join('')}${found.padStart(11)}   ${outcome.title.n}/${outcome.full.n}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      sizes: { type: 'string', default: SIZES },
      systems: { type: 'string', default: SYSTEMS.join(',') },
    },
  });
  const systems = values.systems.split(',');
  const site = await serveBench();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const all: Record<string, Record<string, Outcome>> = {};
  try {
    for (const size of values.sizes.split(',').map(Number)) {
      const outcomes: Record<string, Outcome> = {};
      if (!values.json) {
        console.log(`\n${size} records; in brackets the ratio to Baton`);
        const heads = COLUMNS.map(([head]) => head.padStart(17)).join('');
        console.log(`${''.padEnd(21)}${heads}  found t/f   queries`);
      }
      for (const system of systems) {
        const outcome = await runSystem(browser, site.url, system, size);
        outcomes[system] = outcome;
        if (!values.json) console.log(toRow(system, outcome, outcomes.baton));
      }
      all[size] = outcomes;
    }
  } finally {
    await browser.close();
    site.close();
  }
  if (values.json) console.log(JSON.stringify(all));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
