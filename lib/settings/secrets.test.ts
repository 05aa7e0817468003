// @vitest-environment node
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkTracker, removeTracker, saveTracker } from '@/lib/outbox/connect-tracker';
import { deleteAllSecrets, loadSecrets, saveSecrets } from './secrets';
import { trackerConnections } from './settings';

const CANARY = 'canary-4711-do-not-leak';

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteAllSecrets();
});

async function everythingStored(): Promise<string> {
  const db = await new Dexie('baton-secrets').open();
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  db.close();
  const text = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
    if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer).toString('latin1');
    if (value && typeof value === 'object') return Object.values(value).map(text).join('\n');
    return String(value);
  };
  return `${text(rows)}\n${JSON.stringify(await fakeBrowser.storage.local.get(null))}`;
}

describe('secrets', () => {
  it('come back as they were saved, and are nowhere in the clear', async () => {
    await saveSecrets('one', { apiKey: CANARY });
    expect(await loadSecrets('one')).toEqual({ apiKey: CANARY });
    expect(await loadSecrets('two')).toEqual({});
    const stored = await everythingStored();
    expect(stored).toContain('one');
    expect(stored).not.toContain(CANARY);
  });

  it('lie under a key that cannot be taken out', async () => {
    await saveSecrets('one', { apiKey: CANARY });
    const db = await new Dexie('baton-secrets').open();
    const row = (await db.table('keys').get('key')) as { key: CryptoKey };
    db.close();
    expect(row.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', row.key)).rejects.toThrow();
  });

  it('are sealed anew each time', async () => {
    const sealed = async () => {
      await saveSecrets('one', { apiKey: CANARY });
      const db = await new Dexie('baton-secrets').open();
      const row = (await db.table('secrets').get('one')) as { sealed: ArrayBuffer };
      db.close();
      return Buffer.from(row.sealed).toString('hex');
    };
    expect(await sealed()).not.toBe(await sealed());
  });

  it('two first writers at once seal under one key', async () => {
    await Promise.all([saveSecrets('one', { apiKey: 'a' }), saveSecrets('two', { apiKey: 'b' })]);
    expect([await loadSecrets('one'), await loadSecrets('two')]).toEqual([{ apiKey: 'a' }, { apiKey: 'b' }]);
  });
});

describe('a tracker connection', () => {
  const config = {
    url: 'http://127.0.0.1:9',
    apiKey: CANARY,
    project: 'app',
    trackerName: 'Bug',
    formatting: 'textile',
  };
  const save = (changes = {}, connectionId: string | null = null) =>
    saveTracker({ connectionId, trackerId: 'redmine', config: { ...config, ...changes } });

  it('keeps the key apart from what settings and exports may show', async () => {
    expect((await save()).ok).toBe(true);
    expect(JSON.stringify(await trackerConnections.getValue())).toContain('app');
    expect(await everythingStored()).not.toContain(CANARY);
  });

  it('keeps its key when the field is left empty, and forgets it when removed', async () => {
    const saved = await save();
    const id = saved.ok ? saved.value.connectionId : '';
    await save({ apiKey: '', project: 'other' }, id);
    expect(await loadSecrets(id)).toEqual({ apiKey: CANARY });
    expect(await trackerConnections.getValue()).toMatchObject([{ id, config: { project: 'other' } }]);
    await removeTracker(id);
    expect(await loadSecrets(id)).toEqual({});
    expect(await trackerConnections.getValue()).toEqual([]);
  });

  it('is refused in words that name the field, never the value', async () => {
    const answer = await save({ project: `no good ${CANARY}` });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('Project') } });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
    expect(await trackerConnections.getValue()).toEqual([]);
  });

  it('that cannot be reached says so without its key', async () => {
    const answer = await checkTracker({ connectionId: null, trackerId: 'redmine', config });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'offline' } });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });
});
