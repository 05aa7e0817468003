import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import type { Changes, KnowledgeSource, SourceContext } from '@/lib/knowledge/knowledge-source';
import type { FakePlace, Item } from './fake-place';
import { FAULTS, HOSTILE, stringsOf } from './source-faults';
import { type Reading, Replica, readOn, replayFirstAnswers } from './source-replica';

export type { FakePlace, Item } from './fake-place';

/** Tests that a kind of place cannot pass, by name; each with the reason. */
type Exemptions = Readonly<Partial<Record<ContractTest, string>>>;
export type ContractTest =
  | 'a change within the second it was read in'
  | 'no put when nothing changed'
  | 'deletions'
  | 'missing fields'
  | (typeof FAULTS)[number]['name'];

export interface SourceUnderTest<C> {
  readonly source: KnowledgeSource<C>;
  /** Valid, pointing at the fake place. */
  readonly config: C;
  /** The value in `config` that must never appear outside a request; empty where there is none. */
  readonly secret: string;
  readonly start: () => FakePlace;
  /** How many items make at least three pages; a dozen where all comes at once. */
  readonly many: number;
  /** The record id of an item. */
  readonly idOf?: (n: number) => string;
  readonly exempt?: Exemptions;
}

const START = Date.UTC(2026, 0, 5, 8);
const NOW = Date.UTC(2026, 10, 20);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Three items share a second. */
const itemOf = (n: number, at = START + Math.floor(n / 3) * 60_000): Item => ({
  n,
  title: `Export number ${n} stops`,
  text: `The file of case ${n} stays empty.`,
  at,
});

/** The kit every knowledge source runs: what sync relies on when it says that the cache is complete. */
export function describeSource<C>(under: SourceUnderTest<C>): void {
  const { source, config, secret, many, idOf = String, exempt = {} } = under;
  const contextOf = (place: Pick<FakePlace, 'fetch'>, signal = new AbortController().signal) => {
    const allowed = source.hosts(config).map((pattern) => pattern.replace(/\*$/, ''));
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { protocol, hostname } = new URL(new Request(input, init).url);
      expect(allowed).toContain(`${protocol}//${hostname}/`);
      return place.fetch(input, init);
    };
    return { config, fetch, signal, now: () => NOW } satisfies SourceContext<C>;
  };
  const filled = (count = many, at?: number) => {
    const place = under.start();
    for (const n of numbers(count)) place.put(itemOf(n, at));
    return place;
  };
  const read = (place: Pick<FakePlace, 'fetch'>, cursor: string | null = null, pages?: number) =>
    readOn(source, cursor, contextOf(place), pages);
  const all = (count = many) => numbers(count).map(idOf).sort();
  const idsOf = (pages: readonly Changes[]) => pages.flatMap((page) => page.put.map(({ id }) => id));
  const textOf = (record: KnowledgeRecord | undefined) => JSON.stringify(record);
  /** Left out where the source gives a reason: skipped tests count as failed. */
  const run = (name: ContractTest): ((title: string, test: () => Promise<void>) => void) =>
    exempt[name] ? () => undefined : it;

  describe(`${source.name} keeps the source contract`, () => {
    beforeEach(() => {
      vi.stubGlobal('fetch', () => {
        throw new Error('a source uses the fetch it is given');
      });
    });
    afterEach(() => {
      vi.unstubAllGlobals();
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });

    it('takes everything the first time, in records that keep the schema', async () => {
      const { pages, error } = await read(filled());
      expect(error).toBeNull();
      expect(idsOf(pages).sort()).toEqual(all());
      for (const record of pages.flatMap((page) => page.put)) {
        expect(KnowledgeRecordSchema.safeParse(record).error?.issues).toBeUndefined();
      }
      expect(textOf(pages[0]?.put[0])).toMatch(/Export number \d+ stops.*stays empty/);
      expect(pages.flatMap((page) => page.broken)).toEqual([]);
      for (const { total } of pages) expect(total ?? many).toBeGreaterThanOrEqual(0);
    });

    it('takes everything when all of it changed in the same second', async () => {
      expect(idsOf((await read(filled(many, START))).pages).sort()).toEqual(all());
    });

    it('ends at an empty place, and finds what comes later', async () => {
      const place = under.start();
      const empty = await read(place);
      expect(idsOf(empty.pages)).toEqual([]);
      place.put(itemOf(1));
      expect(idsOf((await read(place, empty.cursor)).pages)).toEqual([idOf(1)]);
    });

    it('goes on after a kill at any page, loses nothing and does not start over', async () => {
      const whole = await read(filled());
      const largest = Math.max(...whole.pages.map((page) => page.put.length));
      for (const [index] of whole.pages.entries()) {
        const place = filled();
        const before = await read(place, null, index + 1);
        const after = await read(place, before.cursor);
        expect(after.error).toBeNull();
        const taken = [...idsOf(before.pages), ...idsOf(after.pages)];
        expect([...new Set(taken)].sort()).toEqual(all());
        expect(taken.length).toBeLessThanOrEqual(many + largest);
      }
    });

    it('loses nothing that changes while it reads', async () => {
      const place = filled();
      const replica = new Replica();
      let page = 0;
      for await (const changes of source.fetchChanges(null, contextOf(place))) {
        expect(changes.ok).toBe(true);
        if (!changes.ok) return;
        replica.apply(changes.value);
        page += 1;
        if (page > 2) continue;
        // Those of the first page move to the end, and all others one page border to the left.
        for (const n of [1, 2, 3]) {
          place.put({ ...itemOf(n, NOW - 60_000 + page * 1_000), text: `Changed ${page} times.` });
        }
      }
      replica.applyAll(await read(place, replica.cursor));
      expect(replica.ids()).toEqual(all());
      const times = Math.min(page, 2);
      for (const n of [1, 2, 3]) expect(textOf(replica.get(idOf(n)))).toContain(`Changed ${times} times`);
    });

    it('takes only what changed afterwards, also within one second', async () => {
      const place = filled();
      const first = await read(place);
      const at = NOW - 3_600_000;
      for (const n of [1, 5, many, many + 1]) place.put({ ...itemOf(n, at), title: `Changed ${n}` });
      const { pages, error } = await read(place, first.cursor);
      expect(error).toBeNull();
      expect(idsOf(pages).sort()).toEqual([1, 5, many, many + 1].map(idOf).sort());
      expect(pages.flatMap((page) => page.put).every((record) => /Changed \d/.test(record.title))).toBe(true);
    });

    run('no put when nothing changed')('puts nothing when nothing changed, however often', async () => {
      const place = filled();
      let { cursor } = await read(place);
      for (let time = 0; time < 3; time += 1) {
        const again = await read(place, cursor);
        expect(again.error).toBeNull();
        expect(idsOf(again.pages)).toEqual([]);
        cursor = again.cursor ?? cursor;
      }
    });

    run('a change within the second it was read in')(
      'takes what changed again within the second it was read in',
      async () => {
        const place = filled();
        const { cursor } = await read(place);
        place.put({ ...itemOf(many), text: 'Changed at once.' });
        expect(idsOf((await read(place, cursor)).pages)).toEqual([idOf(many)]);
      },
    );

    run('deletions')('tells of deletions, in the changes or by listing what is there', async () => {
      const place = filled();
      const first = await read(place);
      for (const n of [2, many]) place.remove(n);
      const replica = new Replica();
      replica.applyAll(first);
      replica.applyAll(await read(place, first.cursor));
      if (source.listIds) {
        const listed: string[] = [];
        for await (const ids of source.listIds(contextOf(place))) {
          if (!ids.ok) throw new Error(ids.error.message);
          listed.push(...ids.value);
        }
        expect(new Set(listed).size).toBe(listed.length);
        replica.keep(listed);
      }
      expect(replica.ids()).toEqual(
        all()
          .filter((id) => id !== idOf(2) && id !== idOf(many))
          .sort(),
      );
    });

    it.each([['garbage'], [''], ['{}'], ['[]'], ['null'], ['{"v":99}'], ['{"__proto__":{"polluted":1}}']])(
      'starts over from a cursor nobody knows: %s',
      async (cursor) => {
        const { pages, error } = await read(filled(), cursor);
        expect(error).toBeNull();
        expect(idsOf(pages).sort()).toEqual(all());
      },
    );

    it('ends when the place answers the same page for ever', async () => {
      const place = replayFirstAnswers(filled(), many * 3 + 100);
      await read(place);
      if (source.listIds) for await (const _ of source.listIds(contextOf(place)));
    });

    for (const { name, answer, kinds } of FAULTS) {
      run(name)(`${name}: one error that fits, what came before is kept, then it goes on`, async () => {
        const logs = (['log', 'warn', 'error', 'info', 'debug'] as const).map((log) =>
          vi.spyOn(console, log),
        );
        const expectFits = (reading: Pick<Reading, 'error' | 'errors'>) => {
          expect(reading.errors).toBe(1);
          expect(kinds).toContain(reading.error?.kind);
          expect(reading.error?.message).toMatch(/^\S.*\S$/);
          if (secret) expect(JSON.stringify(reading.error)).not.toContain(secret);
          if (name === '429') expect(reading.error?.retryAfterMs).toBe(30_000);
        };
        const broken = { fetch: async () => answer(secret) };
        expectFits(await read(broken));
        const check = await source.check(contextOf(broken));
        expect(check.ok).toBe(false);
        expectFits({ error: check.ok ? null : check.error, errors: 1 });
        if (source.listIds) {
          const listed = [];
          for await (const ids of source.listIds(contextOf(broken))) listed.push(ids);
          expect(listed).toMatchObject([{ ok: false }]);
        }

        // The same after the first page.
        const place = filled();
        const replica = new Replica();
        let fails = false;
        const flaky = {
          fetch: ((input, init) => (fails ? broken.fetch() : place.fetch(input, init))) as typeof fetch,
        };
        let failed = false;
        for await (const changes of source.fetchChanges(null, contextOf(flaky))) {
          expect(failed).toBe(false);
          if (changes.ok) replica.apply(changes.value);
          else failed = true;
          fails = true;
        }
        const kept = replica.ids();
        replica.applyAll(await read(place, replica.cursor));
        expect(replica.ids()).toEqual(all());
        expect(all()).toEqual(expect.arrayContaining(kept));
        if (secret) expect(JSON.stringify(logs.map((log) => log.mock.calls))).not.toContain(secret);
      });
    }

    it.each(HOSTILE)('keeps the others beside %s', async (_name, hostile) => {
      const place = filled(9);
      place.put({ ...itemOf(4), ...hostile });
      const { pages, error } = await read(place);
      expect(error).toBeNull();
      const put = pages.flatMap((page) => page.put);
      expect(put.map(({ id }) => id)).toEqual(
        expect.arrayContaining(
          numbers(9)
            .filter((n) => n !== 4)
            .map(idOf),
        ),
      );
      for (const record of put) {
        expect(KnowledgeRecordSchema.safeParse(record).error?.issues).toBeUndefined();
        for (const value of stringsOf({ ...record, body: null })) {
          expect(value.isWellFormed()).toBe(true);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is what is tested
          expect(value).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/);
        }
      }
      const broken = pages.flatMap((page) => page.broken.map(({ id }) => id));
      expect([...put.map(({ id }) => id), ...broken]).toContain(idOf(4));

      // What it brought must not hide what comes later, such as a date far in the future.
      place.put({ ...itemOf(5, NOW - 60_000), title: 'Changed 5' });
      const later = await read(place, pages.at(-1)?.cursor ?? null);
      expect(later.error).toBeNull();
      expect(idsOf(later.pages)).toContain(idOf(5));
    });

    run('missing fields')('lists a record without its fields as broken, and keeps the others', async () => {
      const place = filled(9);
      place.spoil(4);
      const { pages, error } = await read(place);
      expect(error).toBeNull();
      expect(idsOf(pages).sort()).toEqual(
        numbers(9)
          .filter((n) => n !== 4)
          .map(idOf)
          .sort(),
      );
      const [broken, ...more] = pages.flatMap((page) => page.broken);
      expect(more).toEqual([]);
      expect(broken?.reason).toMatch(/\S/);
      expect(JSON.stringify(broken)).not.toContain('stays empty');
    });

    it('stops when told to, before and between pages', async () => {
      const never = { fetch: vi.fn(() => new Promise<Response>(() => undefined)) };
      const before = await readOn(source, null, contextOf(never, AbortSignal.abort()));
      expect(before.error?.kind).toBe('timeout');
      expect(never.fetch).not.toHaveBeenCalled();

      const controller = new AbortController();
      const place = filled();
      const counting = vi.fn(place.fetch);
      let asked = 0;
      for await (const changes of source.fetchChanges(
        null,
        contextOf({ fetch: counting }, controller.signal),
      )) {
        if (!changes.ok) expect(changes.error.kind).toBe('timeout');
        asked ||= counting.mock.calls.length;
        controller.abort();
      }
      expect(counting.mock.calls.length).toBe(asked);
    });

    it('draws a form of strings, asks for its own host only, and names its place without the secret', () => {
      expect(source.configSchema.safeParse(config).success).toBe(true);
      for (const pattern of source.hosts(config)) expect(pattern).toMatch(/^https?:\/\/[^/*]+\/\*$/);
      const open = Object.entries(config as Record<string, string>).filter(([, value]) => value !== secret);
      const where = source.place(Object.fromEntries(open));
      expect(where).toMatch(/\S/);
      expect(source.place({})).not.toMatch(/undefined|null/);
      if (secret) expect(where).not.toContain(secret);
    });

    it('says what it found when asked to check', async () => {
      const report = await source.check(contextOf(filled(3)));
      expect(report).toMatchObject({ ok: true });
      expect(report.ok && report.value.summary).toMatch(/\S/);
      if (secret) expect(JSON.stringify(report)).not.toContain(secret);
    });
  });
}
