import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Manifest, PackFile } from '@/lib/knowledge/sources/knowledge-pack/manifest';

/** Two weeks of daily packs; who was away longer takes the base. */
const MAX_DELTAS = 14;

/** Records by id, each as its JSON line. */
export type Lines = ReadonlyMap<string, string>;

export interface Pack {
  readonly manifest: Manifest;
  /** By name: what was not there before. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly changed: number;
  readonly removed: number;
}

/** The pack of these records, with a delta from the one before; that one itself when nothing changed since. */
export function makePack(records: Lines, before: { manifest: Manifest; records: Lines } | null): Pack {
  const ids = [...records.keys()].sort();
  const base = toFile(ids.map((id) => records.get(id) ?? ''));
  const revision = base.sha256.slice(0, 12);
  const files = new Map<string, Uint8Array>();
  if (revision === before?.manifest.base.revision) {
    return { manifest: before.manifest, files, changed: 0, removed: 0 };
  }
  const add = (name: string, { bytes, packed, records: count, sha256 }: ReturnType<typeof toFile>) => {
    const url = `${name}.jsonl.gz`;
    files.set(url, packed);
    return { url, records: count, bytes, sha256 } satisfies PackFile;
  };
  const changed = ids.filter((id) => records.get(id) !== before?.records.get(id));
  const removed = [...(before?.records.keys() ?? [])].filter((id) => !records.has(id)).sort();
  const deltas = [...(before?.manifest.deltas ?? [])];
  if (before) {
    const from = before.manifest.base.revision;
    const lines = [
      ...changed.map((id) => records.get(id) ?? ''),
      ...removed.map((id) => JSON.stringify({ delete: id })),
    ];
    const same = deltas.findIndex((delta) => delta.from === from && delta.to === revision);
    if (same !== -1) deltas.splice(same, 1);
    deltas.push({ ...add(`delta-${from}-${revision}`, toFile(lines)), from, to: revision });
  }
  const manifest: Manifest = {
    format: 'baton-knowledge-pack',
    version: 1,
    base: { ...add(`base-${revision}`, base), revision },
    deltas: deltas.slice(-MAX_DELTAS),
    ids: add(`ids-${revision}`, toFile(ids.map((id) => JSON.stringify(id)))),
  };
  return { manifest, files, changed: changed.length, removed: removed.length };
}

/** As bytes from the start: a big pack is longer than a string may be. */
function toFile(lines: readonly string[]) {
  const plain = Buffer.concat(lines.map((line) => Buffer.from(`${line}\n`)));
  return {
    records: lines.length,
    bytes: plain.length,
    sha256: createHash('sha256').update(plain).digest('hex'),
    packed: gzipSync(plain, { level: 9 }),
  };
}
