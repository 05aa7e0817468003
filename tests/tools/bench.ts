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

/** The same figures by name: this one's through those of Baton in the same run. */
function toRatios(outcome: Outcome, ours: Outcome | undefined): Record<string, number> | null {
  if ('stopped' in outcome || !ours || 'stopped' in ours) return null;
  return Object.fromEntries(COLUMNS.map(([name, of]) => [name, of(outcome) / of(ours)]));
}

const USAGE = 'Usage: npm run bench [-- --json] [--sizes 1000,10000,100000] [--systems baton,minisearch]';

function refuse(sentence: string): never {
  console.error(`${sentence} ${USAGE}`);
  process.exit(2);
}

function parseCall() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        sizes: { type: 'string', default: SIZES },
        systems: { type: 'string', default: SYSTEMS.join(',') },
      },
    });
    const sizes = values.sizes.split(',').map(Number);
    const systems = values.systems.split(',');
    if (sizes.some((size) => !Number.isInteger(size) || size < 1))
      refuse('--sizes must be whole numbers with commas between them.');
    const unknown = systems.find((system) => !SYSTEMS.includes(system));
    if (unknown !== undefined) refuse(`There is no system "${unknown}". There are: ${SYSTEMS.join(', ')}.`);
    return { json: values.json, sizes, systems };
  } catch {
    return refuse('That is no call of this command.');
  }
}

async function main(): Promise<void> {
  const { json, sizes, systems } = parseCall();
  const site = await serveBench();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const all: Record<string, Record<string, Outcome & { ratios: Record<string, number> | null }>> = {};
  try {
    for (const size of sizes) {
      const outcomes: Record<string, Outcome> = {};
      if (!json) {
        console.log(`\n${size} records; in brackets the ratio to Baton`);
        const heads = COLUMNS.map(([head]) => head.padStart(17)).join('');
        console.log(`${''.padEnd(21)}${heads}  found t/f   queries`);
      }
      for (const system of systems) {
        const outcome = await runSystem(browser, site.url, system, size);
        outcomes[system] = outcome;
        if (!json) console.log(toRow(system, outcome, outcomes.baton));
      }
      all[size] = Object.fromEntries(
        Object.entries(outcomes).map(([name, it]) => [name, { ...it, ratios: toRatios(it, outcomes.baton) }]),
      );
    }
  } finally {
    await browser.close();
    site.close();
  }
  if (json) console.log(JSON.stringify(all));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
