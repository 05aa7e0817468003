import { database } from '@/lib/db/database';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';

/** Changes that wait for the index. `upTo` names the last of them for `clearUnindexed`. */
export interface Unindexed {
  readonly put: readonly StoredRecord[];
  readonly removed: readonly string[];
  readonly upTo: number;
}

/** The oldest changes the index does not know, or null when it knows all. */
export async function takeUnindexed(most: number): Promise<Unindexed | null> {
  const db = database();
  const rows = await db.unindexed.orderBy('seq').limit(most).toArray();
  const upTo = rows.at(-1)?.seq;
  if (upTo === undefined) return null;
  const keys = [...new Set(rows.map((row) => row.recordKey))];
  const records = await db.knowledge.bulkGet(keys);
  return {
    put: records.filter((record) => record !== undefined),
    removed: keys.filter((_, at) => !records[at]),
    upTo,
  };
}

/** Called once the index holds them. What changed again in the meantime stands behind `upTo` and is kept. */
export async function clearUnindexed(upTo: number): Promise<void> {
  await database().unindexed.where('seq').belowOrEqual(upTo).delete();
}

const SLICE = 5_000;

/** Puts every record in line for an index that was lost or is of another format. */
export async function requeueAll(): Promise<void> {
  const db = database();
  for (let after = ''; ; ) {
    const keys = await db.knowledge.where('recordKey').above(after).limit(SLICE).primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) return;
    await db.unindexed.bulkAdd(keys.map((recordKey) => ({ recordKey })));
    after = last;
  }
}

export async function countQueued(): Promise<number> {
  return database().unindexed.count();
}

export async function hasRecords(): Promise<boolean> {
  return (await database().knowledge.limit(1).primaryKeys()).length > 0;
}
