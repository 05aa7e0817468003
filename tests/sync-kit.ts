import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { closeDatabase, database } from '@/lib/db/database';
import type { HttpError } from '@/lib/http/http-error';
import type { Changes, KnowledgeSource } from '@/lib/knowledge/knowledge-source';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { newSourceState, type SourceState } from '@/lib/knowledge/source-state';
import { type AnySource, sources } from '@/lib/knowledge/sources';
import { toAnySource } from '@/lib/knowledge/sources/any-source';
import { syncDue } from '@/lib/knowledge/sync/sync';
import { deleteAllSecrets } from '@/lib/settings/secrets';
import { sourceConnections } from '@/lib/settings/settings';
import { err, ok, type Result } from '@/lib/std/result';
import { fieldMeta } from '@/lib/trackers/field-meta';
import { killableWorker, lockManager } from './killable-worker';

/** A known bug with nothing missing; change what the test is about. */
export function aKnownBug(changes: Partial<KnownBug> = {}): KnownBug {
  const id = changes.id ?? '7';
  return {
    kind: 'known-bug',
    id,
    key: `#${id}`,
    title: `Export ${id} stops`,
    text: 'The file stays empty.',
    body: null,
    status: 'open',
    statusText: 'New',
    parts: ['Reports'],
    versions: [],
    fixedIn: [],
    signatures: ['E-4102'],
    workaround: '',
    reply: '',
    reports: [],
    reportCount: 0,
    organizations: [],
    url: `https://tracker.example/issues/${id}`,
    createdAt: 1,
    updatedAt: 2,
    issue: null,
    ...changes,
  };
}

/** A state with something in it, as `syncNow` or the schedule leave it. */
export const aState = (changes: Partial<SourceState> = {}): SourceState => ({
  ...newSourceState('one'),
  ...changes,
});

type Page = Result<Changes, HttpError>;

/**
 * A place in memory behind the source contract: three records a page, one request each, oldest change first; it tells of
 * deletions only by listing what it has. `fault` is asked before each request.
 */
export class Place {
  #records = new Map<string, { title: string; seq: number }>();
  #seq = 0;
  requests = 0;
  fault: ((request: number) => HttpError | null | Promise<HttpError | null>) | null = null;

  put(id: string, title = `Title of ${id}`): void {
    this.#seq += 1;
    this.#records.set(id, { title, seq: this.#seq });
  }

  /** Records 1 to `count`. */
  fill(count: number): void {
    for (let n = 1; n <= count; n += 1) this.put(String(n));
  }

  remove(id: string): void {
    this.#records.delete(id);
  }

  /** Id and title of everything there is, sorted. */
  contents(): string[] {
    return [...this.#records].map(([id, { title }]) => `${id} ${title}`).sort();
  }

  async #ask<T>(fetch: typeof globalThis.fetch, answer: () => T): Promise<Result<T, HttpError>> {
    this.requests += 1;
    const error = await this.fault?.(this.requests);
    if (error) return err(error);
    await fetch('https://place.test/records');
    return ok(answer());
  }

  readonly source: KnowledgeSource<{ url: string; key: string }> = (() => {
    const place = this;
    const text = () => z.string().check(z.minLength(1));
    return {
      id: 'place',
      name: 'Place',
      offers: 'Things for tests',
      configSchema: z.object({
        url: text().register(fieldMeta, { label: 'Address' }),
        key: text().register(fieldMeta, { label: 'Key', secret: true }),
      }),
      hosts: () => ['https://place.test/*'],
      place: ({ url }) => url ?? '',
      async *fetchChanges(cursor, ctx): AsyncGenerator<Page> {
        let total: number | null = null;
        for (let after = Number(cursor ?? 0); ; ) {
          const page = await place.#ask(ctx.fetch, () => {
            const rest = [...place.#records].filter(([, { seq }]) => seq > after);
            return { rest: rest.sort(([, a], [, b]) => a.seq - b.seq) };
          });
          if (!page.ok) return yield page;
          const shown = page.value.rest.slice(0, 3);
          after = shown.at(-1)?.[1].seq ?? after;
          const put = shown.map(([id, { title }]) => aKnownBug({ id, title }));
          total ??= page.value.rest.length;
          yield ok({ put, removed: [], broken: [], cursor: String(after), total });
          if (page.value.rest.length <= 3) return;
        }
      },
      async *listIds(ctx) {
        const all = [...place.#records.keys()].sort();
        for (let at = 0; at === 0 || at < all.length; at += 4) {
          yield await place.#ask(ctx.fetch, () => all.slice(at, at + 4));
        }
      },
      check: async () => ok({ summary: 'Fine', warnings: [] }),
    };
  })();
}

/** The background worker's sync over a place in memory. Time is set by hand; the worker can be killed at any boundary. */
export async function startSyncWorld() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 23, 10) });
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: lockManager() });
  closeDatabase();
  await deleteAllSecrets();
  await database().delete();
  closeDatabase();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => true);
  const worker = killableWorker();
  // Dexie takes hold of the database's `transaction` while opening, so this comes after the spy.
  await database().open();
  vi.stubGlobal('fetch', async () => {
    worker.pass('request');
    await Promise.resolve();
    worker.pass('answer');
    return new Response('{}');
  });
  const place = new Place();
  const registry = sources as AnySource[];
  const shipped = [...registry];
  const register = (source: Place['source']) => registry.push(toAnySource(source));
  register(place.source);

  const world = {
    place,
    worker,
    register,
    /** Connects without a form: the state is made by the first sync. */
    async connect(id = 'one', sourceId = 'place', everyMinutes = 60) {
      const others = await sourceConnections.getValue();
      const config = { url: 'https://place.test', key: 'k' };
      await sourceConnections.setValue([...others, { id, sourceId, config, everyMinutes }]);
    },
    state: async (id = 'one') => (await database().sourceStates.get(id)) as SourceState,
    /** Id and title of everything the cache holds of a connection. */
    async cached(id = 'one') {
      const records = await database().knowledge.where('connectionId').equals(id).toArray();
      return records.map((record) => `${record.id} ${record.title}`).sort();
    },
    /** Keys in the order in which the index will take them in. */
    unindexed: async () => (await database().unindexed.orderBy('seq').toArray()).map((row) => row.recordKey),
    alarm: async () => (await fakeBrowser.alarms.get('knowledge-sync'))?.scheduledTime ?? null,
    advance: (ms: number) => vi.setSystemTime(Date.now() + ms),
    /** Wakes the worker whenever its alarm would, until every connection rests or waits for a person. */
    async runToEnd(wakes = 20) {
      for (let wake = 0; wake < wakes; wake += 1) {
        await syncDue();
        const states = await database().sourceStates.toArray();
        if (states.every(({ phase }) => phase === 'idle' || phase === 'paused')) return;
        const at = await world.alarm();
        vi.setSystemTime(Math.max(Date.now(), at ?? 0) + 1);
      }
      throw new Error('The sync does not come to an end.');
    },
    async close() {
      worker.revive();
      registry.splice(0, registry.length, ...shipped);
      vi.useRealTimers();
      vi.unstubAllGlobals();
    },
  };
  return world;
}

export type SyncWorld = Awaited<ReturnType<typeof startSyncWorld>>;
