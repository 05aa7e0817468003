/**
 * `npm run eval -- --data DIR [--json]`: how well and how fast the match engine finds earlier reports of the same
 * cause. Same entry and same parameters as the shipped search worker.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { evaluate, type Figures } from './eval/measure';
import { type EvaluationSet, readSet } from './eval/read-set';
import { DataError } from './read-rows';

const USAGE = 'Usage: npm run eval -- --data DIR [--json]';
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

function nameBroken({ broken }: EvaluationSet): void {
  if (broken.length === 0) return;
  console.error(`${broken.length} broken lines left out:`);
  for (const line of broken.slice(0, NAMED)) console.error(`  ${line}`);
  if (broken.length > NAMED) console.error(`  and ${broken.length - NAMED} more`);
}

function toRow(name: string, { n, r1, r5, r10, mrr, p50, p95 }: Figures): string {
  const share = (value: number) => (100 * value).toFixed(1).padStart(6);
  const time = (value: number) => value.toFixed(2).padStart(8);
  return `${name.padEnd(13)}${String(n).padStart(6)}${share(r1)}${share(r5)}${share(r10)}   ${mrr.toFixed(3)}${time(p50)}${time(p95)}`;
}

async function main(): Promise<void> {
  const { data, json } = readArguments();
  const set = readSet(data);
  nameBroken(set);
  const evaluation = await evaluate(set);
  if (json) {
    console.log(JSON.stringify(evaluation));
    return;
  }
  console.log(`${set.corpus.length} reports, ${set.queries.length} queries from ${data}`);
  console.log('                  n   R@1   R@5  R@10  MRR@10  p50 ms  p95 ms');
  console.log(toRow('title', evaluation.title));
  console.log(toRow('title + body', evaluation.full));
  console.log(`built in ${evaluation.buildMs.toFixed(0)} ms, ${evaluation.bytes} bytes`);
}

main().catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exit(error instanceof DataError ? 2 : 1);
});
