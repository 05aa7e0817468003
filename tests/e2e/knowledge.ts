import type { Page } from '@playwright/test';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import { aFiller } from '../knowledge-factories';
import type { ExtensionBrowser } from '../tools/extension-browser';

const fillers = Array.from({ length: 40 }, (_, at) => aFiller(at));

/** Puts records into the cache as a source would have, and waits until the background has taken them into its index. */
export async function seedKnowledge(
  baton: ExtensionBrowser,
  records: readonly StoredRecord[],
): Promise<void> {
  const page = await baton.context.newPage();
  await page.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await page.getByRole('heading', { name: 'Baton settings' }).waitFor();
  const rows = [...records, ...fillers];
  await page.evaluate(putRows, { rows, connectionId: 'demo', now: Date.now() });
  await waitForIndex(page);
  await page.close();
}

interface Seed {
  readonly rows: readonly { readonly recordKey: string }[];
  readonly connectionId: string;
  readonly now: number;
}

/** Runs in the page: nothing of this file is there. */
async function putRows({ rows, connectionId, now }: Seed): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      storage: { local: { set(items: object): Promise<void> } };
      runtime: { sendMessage(message: object): Promise<unknown> };
    };
  };
  await chrome.storage.local.set({
    'source-connections': [{ id: connectionId, sourceId: 'files', config: {}, everyMinutes: 0 }],
    'source-connections$': { v: 1 },
  });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const work = db.transaction(['knowledge', 'unindexed', 'sourceStates'], 'readwrite');
    for (const row of rows) {
      work.objectStore('knowledge').put(row);
      work.objectStore('unindexed').add({ recordKey: row.recordKey });
    }
    work.objectStore('sourceStates').put({
      connectionId,
      phase: 'idle',
      cursor: null,
      records: rows.length,
      size: 1_000,
      broken: 0,
      done: rows.length,
      total: rows.length,
      startedAt: null,
      startedWith: 0,
      syncedAt: now,
      sweptAt: null,
      doubted: false,
      notBefore: 0,
      failures: 0,
      error: null,
    });
    work.oncomplete = () => resolve();
    work.onerror = () => reject(work.error);
  });
  db.close();
  await chrome.runtime.sendMessage({ id: 1, type: 'recordsImported', timestamp: now });
}

/** Waits until everything stands in the index: then the queue is empty. */
export async function waitForIndex(page: Page, timeout = 120_000): Promise<void> {
  const isQueueEmpty = async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('baton');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = await new Promise<number>((resolve, reject) => {
      const request = db.transaction('unindexed').objectStore('unindexed').count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return count === 0;
  };
  await page.waitForFunction(isQueueEmpty, undefined, { timeout });
}
