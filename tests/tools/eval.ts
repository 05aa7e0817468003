/**
 * `npm run eval -- --data DIR [--json]`: how well and how fast the match engine finds earlier reports of the same
 * cause. Same entry and same parameters as the shipped search worker.
 */

import { nameBroken, runDataCommand } from './data-command';
import { evaluate, type Figures } from './eval/measure';
import { readSet } from './eval/read-set';

function toRow(name: string, { n, r1, r5, r10, mrr, p50, p95 }: Figures): string {
  const share = (value: number) => (100 * value).toFixed(1).padStart(6);
  const time = (value: number) => value.toFixed(2).padStart(8);
  return `${name.padEnd(13)}${String(n).padStart(6)}${share(r1)}${share(r5)}${share(r10)}   ${mrr.toFixed(3)}${time(p50)}${time(p95)}`;
}

await runDataCommand('eval', async (data, json) => {
  const set = readSet(data);
  nameBroken(set.broken);
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
});
