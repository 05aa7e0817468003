import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DataError } from './read-rows';

const NAMED = 10;

function readArguments(usage: string): { data: string; json: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, json: { type: 'boolean' } } });
    if (values.data && existsSync(values.data)) return { data: values.data, json: values.json ?? false };
    throw new DataError(values.data ? `There is no folder ${values.data}.` : '--data is missing.');
  } catch (error) {
    throw new DataError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Names the first of the lines that were left out, on standard error. */
export function nameBroken(broken: readonly string[]): void {
  if (broken.length === 0) return;
  console.error(`${broken.length} broken lines left out:`);
  for (const line of broken.slice(0, NAMED)) console.error(`  ${line}`);
  if (broken.length > NAMED) console.error(`  and ${broken.length - NAMED} more`);
}

/** Runs `npm run <name> -- --data DIR [--json]`. Ends with 2 when arguments or data do not fit, with 1 on a fault. */
export async function runDataCommand(
  name: string,
  run: (data: string, json: boolean) => void | Promise<void>,
): Promise<void> {
  try {
    const { data, json } = readArguments(`Usage: npm run ${name} -- --data DIR [--json]`);
    await run(data, json);
  } catch (error) {
    console.error(error instanceof DataError ? error.message : error);
    process.exit(error instanceof DataError ? 2 : 1);
  }
}
