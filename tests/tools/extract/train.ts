/**
 * Learns the weights of the report extractor: `npm run extract:train -- --data DIR [--folds N] [--write]`.
 * Only `fields` is learned from (GitBugs by av9ash, texts by Mozilla Bugzilla reporters, CC BY 4.0). Prints the figures of
 * cross-validation, every report extracted with weights that have not seen it; `--write` learns from all and replaces
 * `lib/report-extraction/weights.json`. The same data gives the same file.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { WeightOf } from '@/lib/report-extraction/block-model';
import { FIELDS } from '@/lib/report-extraction/segment';
import { toWeightOf, type WeightFile } from '@/lib/report-extraction/weights';
import { toExamples, toTerseExamples } from './examples';
import { type Example, type LearningSettings, learn } from './learn';
import { meanF1, measureFields } from './measure';
import { type FieldsRow, readReports } from './read-reports';

const SETTINGS: LearningSettings = { rounds: 4, rate: 0.1, decay: 0.1 };
/** A word counts that opens blocks of two reports; one of a single report is learned by heart. */
const LEAST_REPORTS = 2;
const MOST_SERIES = 25;
/** Smaller weights than this share of the largest one change nothing. */
const SMALLEST = 0.004;
const ATTRIBUTION =
  'Learned from GitBugs (av9ash, github.com/av9ash/gitbugs, commit eadf2d6), SeaMonkey reports; texts by Mozilla Bugzilla reporters; CC BY 4.0 (creativecommons.org/licenses/by/4.0). Changed: headings removed, e-mail addresses masked; only weights of words and shapes are kept.';

interface Practice {
  readonly full: readonly Example[];
  readonly terse: readonly Example[];
}
type Examples = ReadonlyMap<FieldsRow, Practice>;

function learnFrom(rows: readonly FieldsRow[], examples: Examples): WeightFile {
  const full = (row: FieldsRow) => examples.get(row)?.full ?? [];
  const reports = new Map<string, number>();
  for (const row of rows) {
    const [first] = full(row);
    for (const name of new Set(first?.evidence.opening.flat()))
      reports.set(name, (reports.get(name) ?? 0) + 1);
  }
  const keep = (name: string) => !/ [wf]:/.test(name) || (reports.get(name) ?? 0) >= LEAST_REPORTS;
  const main = learn(rows.flatMap(full), SETTINGS, keep);
  // What short texts add is where they are cut and how much they tell: what sentences mean is learned from whole reports.
  const terse = rows.flatMap((row) => examples.get(row)?.terse ?? []);
  const added = learn(terse, SETTINGS, (name) => name.endsWith(':few'), main);
  return pack(new Map([...main, ...added]));
}

function pack(weights: ReadonlyMap<string, Float64Array>): WeightFile {
  const largest = Math.max(...[...weights.values()].flatMap((own) => [...own].map(Math.abs)));
  const kept = [...weights].filter(([, own]) => own.some((it) => Math.abs(it) > largest * SMALLEST));
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const scale = largest / 127;
  const numbers = Int8Array.from(kept.flatMap(([, own]) => [...own].map((it) => Math.round(it / scale))));
  return {
    attribution: ATTRIBUTION,
    scale,
    names: kept.map(([name]) => name).join('\n'),
    numbers: Buffer.from(numbers.buffer).toString('base64'),
  };
}

function crossValidate(rows: readonly FieldsRow[], examples: Examples, folds: number): void {
  const measured = rows.filter(({ series }) => !series);
  const series = rows.filter((row) => row.series).slice(0, MOST_SERIES);
  const foldOf = new Map(measured.map((row, at) => [row, at % folds]));
  const weights: WeightOf[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = measured.filter((row) => foldOf.get(row) !== fold);
    weights.push(toWeightOf(learnFrom([...seen, ...series], examples)));
  }
  const weightsFor = (row: FieldsRow) => weights[foldOf.get(row) ?? 0] ?? (() => undefined);
  for (const text of ['text', 'text_shuffled'] as const) {
    const scores = measureFields(measured, text, weightsFor);
    const each = FIELDS.map((field) => `${field} ${scores[field].f1.toFixed(3)}`).join('  ');
    console.log(`${text.padEnd(15)}${each}  mean ${meanF1(scores).toFixed(3)}  (${folds} folds)`);
  }
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, folds: { type: 'string' }, write: { type: 'boolean' } },
});
const { fields: rows } = readReports(values.data ?? '.');
const examples: Examples = new Map(
  rows.map((row) => [row, { full: toExamples(row), terse: toTerseExamples(row) }]),
);
if (values.folds !== '0') crossValidate(rows, examples, Number(values.folds ?? 10));
if (values.write) {
  const file = path.resolve(import.meta.dirname, '../../../lib/report-extraction/weights.json');
  const series = rows.filter((row) => row.series).slice(0, MOST_SERIES);
  const weights = learnFrom([...rows.filter((row) => !row.series), ...series], examples);
  writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${weights.names.split('\n').length} features written to ${file}`);
}
