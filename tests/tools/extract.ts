/**
 * `npm run extract -- --data DIR [--json]`: how well steps, actual and expected are found in free text, and whether it is
 * noticed that one is missing. Same entry and same parameters as the report's prefill.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FIELDS } from '@/lib/report-extraction/segment';
import { type Figures, meanF1, measure } from './extract/measure';
import { PRESENCE, type ReportSet, readReports } from './extract/read-reports';
import type { Score } from './extract/score';
import { DataError } from './read-rows';

const USAGE = 'Usage: npm run extract -- --data DIR [--json]';
const NAMED = 10;

function readArguments(): { data: string; json: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.data && existsSync(values.data)) return { data: values.data, json: values.json ?? false };
    throw new DataError(
      values.data ? `There is no folder ${values.data}.\n${USAGE}` : `--data is missing.\n${USAGE}`,
    );
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function nameBroken({ broken }: ReportSet): void {
  if (broken.length === 0) return;
  console.error(`${broken.length} broken lines left out:`);
  for (const line of broken.slice(0, NAMED)) console.error(`  ${line}`);
  if (broken.length > NAMED) console.error(`  and ${broken.length - NAMED} more`);
}

const share = (value: number) => value.toFixed(3).padStart(8);
const toRow = (name: string, { p, r, f1 }: Score) => name.padEnd(28) + share(p) + share(r) + share(f1);

function print(set: ReportSet, figures: Figures, data: string): void {
  const counted = set.fields.filter(({ series }) => !series).length;
  console.log(
    `${counted} reports with fields (series left out), ${set.presence.length} with presence, from ${data}`,
  );
  console.log(`${''.padEnd(28)}       P       R      F1   found`);
  for (const text of ['text', 'text_shuffled'] as const) {
    const scores = figures.fields[text];
    for (const field of FIELDS)
      console.log(toRow(`${text} ${field}`, scores[field]) + share(scores[field].found));
    console.log(`${`${text} mean`.padEnd(44)}${share(meanF1(scores))}`);
  }
  for (const kind of PRESENCE) {
    console.log(toRow(`${kind} present`, figures.presence[kind].present));
    console.log(toRow(`${kind} missing`, figures.presence[kind].missing));
  }
}

function main(): void {
  const { data, json } = readArguments();
  const set = readReports(data);
  nameBroken(set);
  const figures = measure(set);
  if (json) console.log(JSON.stringify(figures));
  else print(set, figures, data);
}

try {
  main();
} catch (error) {
  console.error(error instanceof DataError ? error.message : error);
  process.exit(error instanceof DataError ? 2 : 1);
}
