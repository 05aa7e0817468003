import { database } from '@/lib/db/database';
import { truncate } from '@/lib/std/text';
import { KnowledgeRecordSchema, type StoredRecord, toRecordKey } from './knowledge-record';
import type { BrokenRecord, Changes } from './knowledge-source';
import { type BrokenRow, newSourceState, type SourceState } from './source-state';

/** What one transaction takes in; counters are kept by the store itself. */
type Page = Pick<Changes, 'put' | 'removed' | 'broken'>;
type Progress = Partial<Pick<SourceState, 'cursor' | 'done' | 'total'>>;

/** Rows removed in one transaction: short enough that nobody waits for it. */
const SLICE = 1_000;
const LONGEST_ID = 200;
const LONGEST_REASON = 300;

export function loadStates(): Promise<SourceState[]> {
  return database().sourceStates.toArray();
}

export function loadState(connectionId: string): Promise<SourceState | undefined> {
  return database().sourceStates.get(connectionId);
}

/** Changes the state in one step; a connection without one starts with a new one. Null from `change` = leave it. */
export async function updateState(
  connectionId: string,
  change: (state: SourceState) => SourceState | null,
): Promise<SourceState | null> {
  const db = database();
  return db.transaction('rw', db.sourceStates, async () => {
    const state = (await db.sourceStates.get(connectionId)) ?? newSourceState(connectionId);
    const changed = change(state);
    if (changed) await db.sourceStates.put(changed);
    return changed;
  });
}

/** The records of these keys that there are. */
export async function loadRecords(recordKeys: readonly string[]): Promise<StoredRecord[]> {
  const found = await database().knowledge.bulkGet([...recordKeys]);
  return found.filter((record) => record !== undefined);
}

export function listBroken(connectionId: string, limit: number): Promise<BrokenRow[]> {
  return database().brokenRecords.where('connectionId').equals(connectionId).limit(limit).toArray();
}

/** Ids of everything the cache holds of a connection, records that were left out among them. */
export async function listKnownIds(connectionId: string): Promise<string[]> {
  const db = database();
  const [recordKeys, broken] = await Promise.all([
    db.knowledge.where('connectionId').equals(connectionId).primaryKeys(),
    db.brokenRecords.where('connectionId').equals(connectionId).primaryKeys(),
  ]);
  const prefix = toRecordKey(connectionId, '').length;
  return [...new Set([...recordKeys.map((key) => key.slice(prefix)), ...broken.map(([, id]) => id)])];
}

function toBrokenRow(connectionId: string, { id, reason }: BrokenRecord, at: number): BrokenRow {
  return {
    connectionId,
    id: truncate(id, LONGEST_ID) || '(no id)',
    reason: truncate(reason, LONGEST_REASON),
    at,
  };
}

/** The page sorted by what becomes of each id: the last record of an id counts, and one that exists is not removed. */
function sortPage(connectionId: string, page: Page, now: number) {
  const read = new Map<string, StoredRecord>();
  const broken = new Map<string, BrokenRow>();
  const refuse = (record: BrokenRecord) => {
    const row = toBrokenRow(connectionId, record, now);
    broken.set(row.id, row);
  };
  for (const record of page.put) {
    const parsed = KnowledgeRecordSchema.safeParse(record);
    if (parsed.success) {
      const recordKey = toRecordKey(connectionId, parsed.data.id);
      read.set(parsed.data.id, { ...parsed.data, recordKey, connectionId, savedAt: now });
    } else {
      const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'record')))];
      refuse({ id: String(record?.id ?? ''), reason: `not valid: ${fields.join(', ')}` });
    }
  }
  for (const record of page.broken) refuse(record);
  const removed = [...new Set(page.removed)].filter((id) => !read.has(id));
  for (const id of [...read.keys(), ...removed]) broken.delete(id);
  return { read, removed, broken };
}

/** Nothing but the moment of saving differs. */
const isSame = (before: StoredRecord | undefined, record: StoredRecord): boolean =>
  before !== undefined && JSON.stringify({ ...record, savedAt: before.savedAt }) === JSON.stringify(before);

const sizeOf = (records: readonly StoredRecord[]): number =>
  records.reduce((sum, record) => sum + JSON.stringify(record).length, 0);

/**
 * Takes in one page with its cursor, in one transaction: a kill leaves all of it or nothing. A record that does not keep
 * the schema is listed as broken and its older version stays; one that did not change costs no write and is not indexed
 * again. Null when the connection has no state, which means that it was removed: nothing is stored then.
 */
export async function saveChanges(
  connectionId: string,
  page: Page,
  progress: Progress,
  now: number,
): Promise<SourceState | null> {
  const { read, removed, broken } = sortPage(connectionId, page, now);
  const { knowledge, sourceStates, brokenRecords, unindexed } = database();
  return database().transaction('rw', knowledge, sourceStates, brokenRecords, unindexed, async () => {
    const state = await sourceStates.get(connectionId);
    if (!state) return null;
    const arrived = [...read.values()];
    const goneKeys = removed.map((id) => toRecordKey(connectionId, id));
    const stored = await knowledge.bulkGet([...arrived.map((record) => record.recordKey), ...goneKeys]);
    const changed = arrived
      .map((record, at) => ({ record, before: stored[at] }))
      .filter(({ record, before }) => !isSame(before, record));
    const put = changed.map(({ record }) => record);
    const gone = stored.slice(arrived.length).filter((record) => record !== undefined);

    const settled = state.broken > 0 ? [...read.keys(), ...removed] : [];
    const listed = [...broken.keys(), ...settled].map((id): [string, string] => [connectionId, id]);
    const known = listed.length > 0 ? await brokenRecords.bulkGet(listed) : [];
    const mended = listed.filter((_, at) => at >= broken.size && known[at]);
    const added = [...broken.keys()].filter((_, at) => !known[at]).length;

    const goneNow = gone.map((record) => record.recordKey);
    if (put.length > 0) await knowledge.bulkPut(put);
    if (gone.length > 0) await knowledge.bulkDelete(goneNow);
    if (broken.size > 0) await brokenRecords.bulkPut([...broken.values()]);
    if (mended.length > 0) await brokenRecords.bulkDelete(mended);
    const news = [...put.map((record) => record.recordKey), ...goneNow];
    if (news.length > 0) await unindexed.bulkAdd(news.map((recordKey) => ({ recordKey })));

    const replaced = changed.flatMap(({ before }) => before ?? []);
    const next: SourceState = {
      ...state,
      ...progress,
      records: state.records + put.length - replaced.length - gone.length,
      size: state.size + sizeOf(put) - sizeOf(replaced) - sizeOf(gone),
      broken: state.broken + added - mended.length,
    };
    await sourceStates.put(next);
    return next;
  });
}

/** Forgets everything of a connection, in slices; its state goes last, so that a kill leaves a trace to go on from. */
export async function forgetConnection(connectionId: string): Promise<void> {
  const db = database();
  const { knowledge, unindexed } = db;
  for (;;) {
    const removed = await db.transaction('rw', knowledge, unindexed, async () => {
      const keys = await knowledge.where('connectionId').equals(connectionId).limit(SLICE).primaryKeys();
      if (keys.length === 0) return 0;
      await knowledge.bulkDelete(keys);
      await unindexed.bulkAdd(keys.map((recordKey) => ({ recordKey })));
      return keys.length;
    });
    if (removed < SLICE) break;
  }
  await db.brokenRecords.where('connectionId').equals(connectionId).delete();
  await db.sourceStates.delete(connectionId);
}
