// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, database } from '@/lib/db/database';
import { clearAllData } from '@/lib/db/store';
import { SCHEMA_VERSION } from '@/lib/db/versions';
import { EscalationSchema } from '@/lib/escalation/escalation';
import { listDrafts, listPending, loadEscalation, patchDraft } from '@/lib/escalation/store';
import { listFiles, loadFile } from '@/lib/evidence/store';
import { takeUnindexed } from '@/lib/knowledge/index/store';
import { KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import { listBroken, loadRecords, loadStates } from '@/lib/knowledge/store';
import { leaseNext, listBlocked, listDeliveries, listOpen } from '@/lib/outbox/store';
import { listSelections } from '@/lib/selection/store';
import { listHealth, listSeen } from '@/lib/ticket/store';

/** One stored database as a shipped version wrote it. Never edited; files carry their bytes as base64. */
interface Frozen {
  readonly version: number;
  readonly stores: Record<string, string>;
  readonly rows: Record<string, Record<string, unknown>[]>;
}

const shipped = readdirSync(import.meta.dirname)
  .filter((name) => /^v\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')) as Frozen);

/** Writes the database with nothing but Dexie and the frozen schema. */
async function restore({ version, stores, rows }: Frozen): Promise<void> {
  const old = new Dexie('baton');
  old.version(version).stores(stores);
  for (const [table, list] of Object.entries(rows)) {
    const stored = list.map(({ base64, ...row }) =>
      typeof base64 === 'string' ? { ...row, bytes: new Blob([Buffer.from(base64, 'base64')]) } : row,
    );
    await old.table(table).bulkAdd(stored);
  }
  old.close();
}

beforeEach(async () => {
  closeDatabase();
  await Dexie.delete('baton');
});

it('every shipped version is frozen here', () => {
  const versions = shipped.map(({ version }) => version).toSorted((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1));
});

describe.each(shipped)('version $version', (frozen) => {
  beforeEach(() => restore(frozen));

  it('opens with every row, read through the stores', async () => {
    const rows = frozen.rows;
    for (const stored of rows.escalations ?? []) {
      const loaded = await loadEscalation(String(stored.id));
      expect(loaded).toMatchObject(stored);
      expect(EscalationSchema.safeParse(loaded).success).toBe(true);
      const deliveries = (rows.deliveries ?? []).filter((row) => row.escalationId === stored.id);
      const ids = (await listDeliveries(String(stored.id))).map((row) => row.id);
      expect(ids.toSorted()).toEqual(deliveries.map((row) => row.id).toSorted());
    }
    const listed = [...(await listDrafts()), ...(await listPending())];
    expect(listed).toHaveLength(rows.escalations?.length ?? 0);
    const states = (rows.deliveries ?? []).map((row) => row.state);
    expect(await listBlocked()).toHaveLength(states.filter((state) => state === 'blocked').length);
    expect(await listOpen()).toHaveLength(
      states.filter((state) => state === 'waiting' || state === 'sending').length,
    );
    for (const file of rows.files ?? []) {
      const loaded = await loadFile(String(file.id));
      expect(loaded?.name).toBe(file.name);
      expect(Buffer.from((await loaded?.bytes.arrayBuffer()) ?? new ArrayBuffer(0)).toString('base64')).toBe(
        file.base64,
      );
      expect(await listFiles(String(file.escalationId))).not.toHaveLength(0);
    }
    for (const seen of rows.seenTickets ?? []) {
      expect(await listSeen(String(seen.deskKey))).toMatchObject([seen]);
    }
    expect(await listHealth()).toEqual(rows.readerHealth ?? []);
    const known = (rows.knowledge ?? []).map((row) => String(row.recordKey));
    const records = await loadRecords(known);
    expect(records).toEqual(rows.knowledge ?? []);
    for (const record of records) expect(KnowledgeRecordSchema.safeParse(record).success).toBe(true);
    expect(await loadStates()).toEqual(rows.sourceStates ?? []);
    for (const { connectionId } of await loadStates()) {
      const broken = (rows.brokenRecords ?? []).filter((row) => row.connectionId === connectionId);
      expect(await listBroken(connectionId, 10)).toEqual(broken);
    }
    expect(await takeUnindexed(10)).toEqual(
      known.length === 0 ? null : { put: rows.knowledge, removed: [], upTo: rows.unindexed?.at(-1)?.seq },
    );
    for (const selection of rows.selections ?? []) {
      expect(await listSelections(Number(selection.windowId))).toMatchObject([{ text: selection.text }]);
    }
  });

  it('goes on: a draft can be typed in, a waiting row is sent', async () => {
    const [draft] = await listDrafts();
    if (!draft) throw new Error('There is no draft in the frozen database.');
    const actual = { value: 'typed after the update', source: '' };
    expect(await patchDraft(draft, { 'report.actual': actual }, 1)).toBe(true);
    expect((await loadEscalation(draft.id))?.report.actual).toEqual(actual);
    expect(await leaseNext(8.64e15, 1)).toMatchObject({ state: 'sending' });
  });
});

describe('a database of a newer version', () => {
  const newer = SCHEMA_VERSION + 1;
  const restoreNewer = () =>
    restore({
      version: newer,
      stores: { ...shipped.at(-1)?.stores, inventions: 'id' },
      rows: { ...shipped.at(-1)?.rows, inventions: [{ id: 'kept' }] },
    });

  async function dump(): Promise<string> {
    closeDatabase();
    const db = await new Dexie('baton').open();
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
    const text = JSON.stringify([db.verno, tables]);
    db.close();
    return text;
  }

  it('is refused in words by every store, and nothing is changed', async () => {
    await restoreNewer();
    const before = await dump();
    expect(before).toContain('kept');
    const words = /written by a newer version of Baton\. Update the extension/;
    await expect(listDrafts()).rejects.toThrow(words);
    await expect(loadEscalation('any')).rejects.toThrow(words);
    await expect(leaseNext(8.64e15, 1)).rejects.toThrow(words);
    await expect(clearAllData()).rejects.toThrow(words);
    await expect(database().escalations.clear()).rejects.toThrow(words);
    expect(await dump()).toBe(before);
  });
});
