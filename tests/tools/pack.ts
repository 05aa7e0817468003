/**
 * Makes a knowledge pack out of a source or of files: `npm run pack -- --source ID --config config.json --out DIR`. Its
 * form is described in docs/knowledge-pack.md. A wrong call ends with 2, a pack that cannot be made with 1.
 */
import path from 'node:path';
import { isFileNote } from '@/lib/knowledge/files/read-knowledge-file';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import { formatBytes } from '@/lib/std/bytes';
import { type Call, parseCall, USAGE, WrongCall } from './pack/call';
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

function nameAll(title: string, lines: Gathered['broken']): void {
  if (lines.length === 0) return;
  console.error(title);
  for (const { id, reason } of lines.slice(0, NAMED)) console.error(`  ${id} ${reason}`);
  if (lines.length > NAMED) console.error(`  and ${lines.length - NAMED} more`);
}

/** A note on how a file was read speaks of all of it; with it nothing is left out. */
function nameBroken({ broken }: Gathered): void {
  const notes = broken.filter(isFileNote);
  const left = broken.filter((it) => !isFileNote(it));
  nameAll('To be looked at:', notes);
  nameAll(`${left.length} left out:`, left);
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
    const words = process.argv.slice(2);
    console.log(words.includes('--help') ? USAGE : await run(parseCall(words)));
  } catch (error) {
    if (!(error instanceof WrongCall || error instanceof PackError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof WrongCall ? 2 : 1;
  }
}
