import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  MAX_UNPACKED_BYTES,
  type Manifest,
  ManifestSchema,
} from '@/lib/knowledge/sources/knowledge-pack/manifest';
import { MAX_LINE_BYTES, parsePackLine } from '@/lib/knowledge/sources/knowledge-pack/pack-lines';
import { splitLines } from '@/lib/std/lines';
import { unpack } from '@/lib/std/unpack';
import type { Lines, Pack } from './make-pack';

const MANIFEST = 'manifest.json';
const OURS = /^(base|delta|ids)-[0-9a-f]{12}(-[0-9a-f]{12})?\.jsonl\.gz$/;

export interface PackBefore {
  readonly manifest: Manifest;
  readonly records: Lines;
}

/** The pack that lies in the folder; null where there is none. Throws when it cannot be read. */
export async function loadPack(folder: string): Promise<PackBefore | null> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const manifest = ManifestSchema.parse(JSON.parse(text));
  const file = await readFile(path.join(folder, path.basename(manifest.base.url)));
  const records = new Map<string, string>();
  for await (const lines of splitLines(unpack(new Blob([file]), MAX_UNPACKED_BYTES), MAX_LINE_BYTES)) {
    for (const line of lines) {
      const parsed = parsePackLine(line);
      if ('put' in parsed) records.set(parsed.put.id, line.text);
    }
  }
  if (records.size !== manifest.base.records) throw new Error('its base is not whole');
  return { manifest, records };
}

/**
 * Writes the files, the manifest last, each in one step: whoever reads meanwhile sees the old pack or the new one. Files
 * of the pack before that the new one names come along when it lies in another folder.
 */
export async function savePack(
  { out, previous }: { readonly out: string; readonly previous: string },
  pack: Pack,
  before: Manifest | null,
): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const name of namesIn(pack.manifest)) {
    const bytes = pack.files.get(name);
    if (bytes) await writeInOneStep(out, name, bytes);
    else if (previous !== out) await writeInOneStep(out, name, await readFile(path.join(previous, name)));
  }
  await writeInOneStep(out, MANIFEST, `${JSON.stringify(pack.manifest, null, 2)}\n`);
  // Those of the pack before stay for one more time: somebody may be half way through it.
  const kept = new Set([pack.manifest, before].flatMap((manifest) => (manifest ? namesIn(manifest) : [])));
  for (const name of await readdir(out)) {
    if (OURS.test(name) && !kept.has(name)) await rm(path.join(out, name));
  }
}

async function writeInOneStep(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const temporary = path.join(folder, `.${name}.${process.pid}`);
  await writeFile(temporary, content);
  await rename(temporary, path.join(folder, name));
}

function namesIn({ base, deltas, ids }: Manifest): string[] {
  return [base, ...deltas, ...(ids ? [ids] : [])].map(({ url }) => path.basename(url));
}
