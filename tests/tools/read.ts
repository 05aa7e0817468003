/**
 * What the product reads from a saved page: `npm run read -- --url URL page.html`. With `--score FOLDER` every page of
 * a folder is compared with the record beside it. A wrong call ends with 2; a file that is no page, or no ticket, with 1.
 */
import path from 'node:path';
import { type Call, parseCall, WrongCall } from './read/call';

async function run(call: Call): Promise<number> {
  // Times without a zone are read in the browser's; here in one that is the same on every machine.
  process.env.TZ = 'UTC';
  const { installPageGlobals } = await import('./read/page-globals');
  installPageGlobals();
  const { readSavedPage } = await import('./read/saved-page');
  if ('folder' in call) {
    const { scoreFolder } = await import('./read/score');
    const { scoreTable } = await import('./read/table');
    const score = await scoreFolder(call.folder);
    process.stdout.write(`${call.json ? JSON.stringify(score, null, 2) : scoreTable(score)}\n`);
    return 0;
  }
  const result = await readSavedPage(call.url, call.file);
  if (result.ok) {
    process.stdout.write(`${JSON.stringify(result.value, null, 2)}\n`);
    return 0;
  }
  process.stderr.write(`${result.error.kind}: ${result.error.detail}\n`);
  return 1;
}

if (process.argv[1] && import.meta.filename === path.resolve(process.argv[1])) {
  try {
    process.exitCode = await run(parseCall(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
