/**
 * `npm run extract -- --data DIR [--json]`: how well steps, actual and expected are found in free text, and whether it is
 * noticed that one is missing. Same entry and same parameters as the report's prefill.
 */
import { FIELDS } from '@/lib/report-extraction/segment';
import { nameBroken, runDataCommand } from './data-command';
import { type Figures, meanF1, measure } from './extract/measure';
import { PRESENCE, type ReportSet, readReports } from './extract/read-reports';
import type { Score } from './extract/score';

const share = (value: number) => value.toFixed(3).padStart(8);
const toRow = (name: string, { p, r, f1 }: Score) => name.padEnd(28) + share(p) + share(r) + share(f1);

/** The figures of reports the weights were learned from flatter. */
const CAUTION = `(The weights that ship were learned from the reports of the development set. On that set these figures say
nothing of unseen text; \`npm run extract:train -- --data DIR\` prints the cross-validated ones.)`;

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
  console.log(CAUTION);
  for (const kind of PRESENCE) {
    console.log(toRow(`${kind} present`, figures.presence[kind].present));
    console.log(toRow(`${kind} missing`, figures.presence[kind].missing));
  }
}

await runDataCommand('extract', (data, json) => {
  const set = readReports(data);
  nameBroken(set.broken);
  const figures = measure(set);
  if (json) console.log(JSON.stringify(figures));
  else print(set, figures, data);
});
