/**
 * Makes a knowledge pack out of a source or of files: `npm run pack -- --source ID --config config.json --out DIR`. Its
 * form is described in docs/knowledge-pack.md. A wrong call ends with 2, a pack that cannot be made with 1.
 */
import path from 'node:path';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import { formatBytes } from '@/lib/std/bytes';
import { type Call, parseCall, WrongCall } from './pack/call';
import { makePack } from './pack/make-pack';
import { PackError } from './pack/pack-error';
import { loadPack, savePack } from './pack/pack-folder';
import { readFiles } from './pack/read-files';
import { findSource, type Gathered, readConfig, readSource } from './pack/read-source';

const NAMED = 10;

async function gather({ from }: Call): Promise<Gathered> {
  if ('files' in from) return readFiles(from.files);
  const source = findSource(from.sourceId);
  return readSource(source, await readConfig(source, from.configFile, process.env));
}

function nameBroken({ broken }: Gathered): void {
  if (broken.length === 0) return;
  console.error(`${broken.length} left out:`);
  for (const { id, reason } of broken.slice(0, NAMED)) console.error(`  ${id} ${reason}`);
  if (broken.length > NAMED) console.error(`  and ${broken.length - NAMED} more`);
}

/** Names in the schema's order, so that the same record is the same line wherever it came from. */
const toLine = (record: KnowledgeRecord) => JSON.stringify(KnowledgeRecordSchema.parse(record));

async function run(call: Call): Promise<string> {
  const gathered = await gather(call);
  nameBroken(gathered);
  // A source that suddenly has nothing is more likely broken than empty, and would empty every browser.
  if (gathered.records.size === 0) throw new PackError('There is not one record; nothing was written.');
  const before = await loadPack(call.previous).catch((error: Error) => {
    console.error(`The pack before cannot be read (${error.message}): this one has no changes from it.`);
    return null;
  });
  const lines = new Map([...gathered.records].map(([id, record]) => [id, toLine(record)]));
  // What cannot be read this time stays as it was.
  for (const { id } of gathered.broken) {
    const known = before?.records.get(id);
    if (known && !lines.has(id)) lines.set(id, known);
  }
  const pack = makePack(lines, before);
  if (pack.files.size === 0 && path.resolve(call.previous) === path.resolve(call.out)) {
    return `Nothing changed: ${call.out} holds ${pack.manifest.base.revision} already.`;
  }
  await savePack(call, pack, before?.manifest ?? null);
  const { base } = pack.manifest;
  const size = formatBytes([...pack.files.values()].reduce((sum, bytes) => sum + bytes.length, 0));
  const changes = before ? `, ${pack.changed} changed and ${pack.removed} removed since the one before` : '';
  return `${base.records} records as ${base.revision} in ${call.out} (${size} written)${changes}.`;
}

if (process.argv[1] && import.meta.filename === path.resolve(process.argv[1])) {
  try {
    console.log(await run(parseCall(process.argv.slice(2))));
  } catch (error) {
    if (!(error instanceof WrongCall || error instanceof PackError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof WrongCall ? 2 : 1;
  }
}
