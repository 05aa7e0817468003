// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { HttpError, HttpErrorKind } from '@/lib/http/http-error';
import type { Changes } from '@/lib/knowledge/knowledge-source';
import { ok, type Result } from '@/lib/std/result';
import { HOUR_MS, MINUTE_MS } from '@/lib/std/time';
import { aKnownBug, Place, type SyncWorld, startSyncWorld } from '../../../tests/sync-kit';
import { removeSource } from './connect-source';
import { startKnowledgeSync, stopSync, syncDue, syncNow } from './sync';

let world: SyncWorld;
beforeEach(async () => {
  world = await startSyncWorld();
});
afterEach(() => world.close());

const DAY_MS = 24 * HOUR_MS;
/** Waits for what happens in the background; only what hangs takes long. */
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 100_000, interval: 5 });
/** Fails every request with this. */
const failWith = (kind: HttpErrorKind, more: Partial<HttpError> = {}) => {
  world.place.fault = () => ({ kind, message: 'Place said so.', ...more });
};
/** A second kind of source that does as it is told. */
function register(id: string, pages: (cursor: string | null) => AsyncIterable<Result<Changes, HttpError>>) {
  const { listIds: _, ...plain } = new Place().source;
  world.register({ ...plain, id, fetchChanges: pages });
}
const page = (ids: string[], cursor: string, total: number | null = null) =>
  ok({ put: ids.map((id) => aKnownBug({ id })), removed: [], broken: [], cursor, total });

describe('a source that fails', () => {
  it.each(['offline', 'timeout', 'server', 'rate-limited'] as const)(
    '%s: is tried again by itself',
    async (kind) => {
      world.place.fill(5);
      await world.connect();
      failWith(kind, { retryAfterMs: 10 * MINUTE_MS });
      await syncDue();
      const state = await world.state();
      expect(state).toMatchObject({
        phase: 'waiting',
        failures: 1,
        error: { kind, message: 'Place said so.' },
      });
      expect(state.notBefore).toBeGreaterThanOrEqual(Date.now() + 10 * MINUTE_MS);
      expect(await world.alarm()).toBe(state.notBefore);
      world.place.fault = null;
      await world.runToEnd();
      expect(await world.state()).toMatchObject({ phase: 'idle', failures: 0, error: null, records: 5 });
    },
  );

  it.each(['unauthorized', 'forbidden', 'not-found', 'invalid', 'conflict'] as const)(
    '%s: waits for a person and says what to do',
    async (kind) => {
      await world.connect();
      failWith(kind);
      await syncDue();
      const { error, phase } = await world.state();
      expect(phase).toBe('paused');
      expect(error?.message).toMatch(/^Place said so\. What was taken in is kept\. \S.*press Try again\.$/);
      expect(await world.alarm()).toBeNull();
      world.place.fault = null;
      await syncNow('one');
      expect(await world.state()).toMatchObject({ phase: 'idle', error: null });
    },
  );

  it('an answer nobody expects gets four tries; one that brought something counts anew', async () => {
    world.place.fill(30);
    await world.connect();
    // Every second request fails: each attempt brings one page.
    world.place.fault = (request) =>
      request % 2 === 0 ? { kind: 'unexpected-answer', message: 'Place said so.' } : null;
    await world.runToEnd();
    expect(await world.cached()).toEqual(world.place.contents());
    failWith('unexpected-answer');
    world.advance(DAY_MS);
    await world.runToEnd();
    expect(await world.state()).toMatchObject({ phase: 'paused', failures: 4, records: 30 });
  });

  it('is named as missing permission where the browser says so', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => false);
    await world.connect();
    failWith('offline');
    await syncDue();
    expect(await world.state()).toMatchObject({ phase: 'paused', error: { kind: 'not-allowed' } });
  });

  it('stops no other: wrong answers, mistakes of ours, silence', async () => {
    world.place.fill(5);
    register('throws', () => {
      throw new TypeError('secret text');
    });
    register('silent', async function* () {
      yield await new Promise<never>(() => undefined);
    });
    for (const id of ['throws', 'silent', 'place']) await world.connect(id, id);
    const all = syncDue();
    await until(async () => expect(await world.state('place')).toMatchObject({ phase: 'idle', records: 5 }));
    await until(async () => expect(await world.state('throws')).toMatchObject({ phase: 'waiting' }));
    expect((await world.state('throws')).error).toMatchObject({
      kind: 'bug',
      message: 'Something went wrong inside Baton (TypeError).',
    });
    await stopSync('silent');
    await removeSource('silent');
    await all;
    expect(await world.state('silent')).toBeUndefined();
  });

  it('keeps what is there when the browser has no room left', async () => {
    world.place.fill(8);
    await world.connect();
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (args[0]?.id === '5') throw new DOMException('no room', 'QuotaExceededError');
      return real.apply(this, args);
    });
    await syncDue();
    expect(await world.cached()).toHaveLength(3);
    expect(await world.state()).toMatchObject({ phase: 'paused', records: 3, error: { kind: 'quota' } });
    expect((await world.state()).error?.message).toMatch(/no room left.*kept\. Make room/);
  });
});

describe('a hostile source', () => {
  it.each<[string, (cursor: string | null) => AsyncGenerator<Result<Changes, HttpError>>, RegExp]>([
    [
      'the same page for ever',
      async function* () {
        for (;;) yield page(['1', '2'], 'here');
      },
      /same page again and again/,
    ],
    [
      'empty pages with new cursors for ever',
      async function* () {
        for (let n = 0; ; n += 1) yield page([], `${n}`);
      },
      /pages without end/,
    ],
  ])('that sends %s is ended in words, and its records are kept', async (_name, pages, words) => {
    register('hostile', pages);
    await world.connect('one', 'hostile');
    await syncDue();
    const { error, phase } = await world.state();
    expect(phase).toBe('waiting');
    expect(error).toMatchObject({ kind: 'unexpected-answer', message: expect.stringMatching(words) });
    await world.runToEnd();
    expect(await world.state()).toMatchObject({ phase: 'paused' });
  });

  it('may send many pages of files that did not change', async () => {
    register('quiet', async function* () {
      for (let n = 0; n < 900; n += 1) yield page([], `${n}`);
      yield page(['1'], 'end');
    });
    await world.connect('one', 'quiet');
    await syncDue();
    expect(await world.state()).toMatchObject({ phase: 'idle', cursor: 'end', records: 1 });
  });

  it('that sends one enormous page is stored in slices, and its cursor with the last', async () => {
    register('large', async function* () {
      yield page(
        Array.from({ length: 1_200 }, (_, n) => `${n}`),
        'all',
        1_200,
      );
    });
    await world.connect('one', 'large');
    const stored = vi.fn();
    await startKnowledgeSync(stored);
    expect(await world.state()).toMatchObject({ phase: 'idle', records: 1_200 });
    expect(await world.state()).toMatchObject({ cursor: 'all', done: 1_200, total: 1_200 });
    expect(stored).toHaveBeenCalledTimes(3);
  });
});
