import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryBlockStore } from './block-store';
import { IndexWriter } from './index-writer';
import { createPacer } from './pacer';
import type { SearchRecord } from './record';
import { Searcher } from './searcher';
import { encodeVocabulary, readVocabulary } from './vocabulary';

const pacer = createPacer(1000);

async function searcherOver(records: readonly SearchRecord[]): Promise<Searcher> {
  const store = new MemoryBlockStore();
  await new IndexWriter(store, { pacer }).apply({ put: records });
  return new Searcher(store);
}

async function type(searcher: Searcher, title: string, limit = 200): Promise<string[]> {
  return (await searcher.search({ title, typing: true }, { limit })).map(({ id }) => id);
}

const titled = (...titles: string[]): SearchRecord[] =>
  titles.map((title) => ({ id: title, title, text: 'Some words that are in every record.' }));

describe('a vocabulary', () => {
  it('hands out what begins like this, the most frequent first', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '字', '\ud83d', '-'), maxLength: 6 });
    const words = fc.uniqueArray(word, { maxLength: 120 }).map((it) => it.sort());
    fc.assert(
      fc.property(words, word, (texts, prefix) => {
        const known = texts.map((text, at) => ({ text, high: at * 70_000, low: at, count: (at * 7) % 5 }));
        const larger = new Uint8Array([0, ...encodeVocabulary(known)]).subarray(1);
        const vocabulary = readVocabulary(larger);
        expect([...(vocabulary?.all() ?? [])]).toEqual(known);
        const expected = known
          .filter(({ text }) => text.startsWith(prefix))
          .sort((a, b) => b.count - a.count);
        expect(vocabulary?.best(prefix, 200)).toEqual(expected);
        expect(vocabulary?.best(prefix, 3)).toEqual(expected.slice(0, 3));
      }),
    );
  });

  it('is refused when cut', () =>
    expect(readVocabulary(new Uint8Array([1, 0, 0, 0, 9, 0, 0, 0]))).toBeNull());
});

describe('search as you type', () => {
  it.each<[string, string, null?]>([
    ['prob', 'Problème de connexion'],
    ['probleme', 'Problème de connexion'],
    ['problème de conn', 'Problème de connexion'],
    ['E-41', 'Saving fails with E-4102'],
    ['e-', 'Saving fails with E-4102'],
    ['saving fails with E-41', 'Saving fails with E-4102'],
    ['ошиб', 'Ошибка при сохранении'],
    ['сохр', 'Ошибка при сохранении'],
    ['فش', 'فشل تسجيل الدخول'],
    ['Stor', 'Störung im Lager'],
    ['stoer', 'Störung im Lager'],
    ['登', '無法登入系統'],
    ['登入', '無法登入系統'],
    ['nullpoint', 'A NullPointerException'],
    ['pointerexc', 'A NullPointerException', null],
    ['org.acme.Fi', 'Crash in org.acme.FileReader'],
    ['and/map-si', 'Slow map-side join'],
    ['', '', null],
    ['prob ', 'Problème de connexion', null],
    ['\ud800', '', null],
  ])('finds by %j the record %j', async (typed, title, none) => {
    const searcher = await searcherOver(
      titled(
        'Problème de connexion',
        'Saving fails with E-4102',
        'Ошибка при сохранении',
        'فشل تسجيل الدخول',
        'Störung im Lager',
        '無法登入系統',
        'A NullPointerException',
        'Crash in org.acme.FileReader',
        'Slow map-side join',
      ),
    );
    expect((await type(searcher, typed))[0] ?? null).toBe(none === null ? null : title);
  });

  it('finds nothing by a beginning that somebody did not type', async () => {
    const searcher = await searcherOver(titled('Problème de connexion'));
    expect(await searcher.search({ title: 'prob' })).toEqual([]);
  });

  it('puts a key that is typed whole first, and its longer ones behind', async () => {
    const keys = Array.from({ length: 130 }, (_, at) => `APP-${at + 1}`);
    const records = keys.map((key, at) => ({
      ...{ id: `src/${key}`, title: 'Printer jams', text: `like APP-${(at % 9) + 1}`, at: 1e12 + at * 1e10 },
      signatures: [key],
    }));
    const searcher = await searcherOver(records);
    for (const key of keys) {
      for (const typed of [key, key.toLowerCase()]) {
        const [first] = await searcher.search({ title: typed, typing: true, now: 1.8e12 });
        expect(first?.id).toBe(`src/${key}`);
      }
    }
    const found = await type(searcher, 'APP-12');
    const longer = Array.from('0123456789', (digit) => `src/APP-12${digit}`);
    expect(found[0]).toBe('src/APP-12');
    expect(found.slice(1, 11).sort()).toEqual(longer);
  });

  it('counts completions as one word: many of them are no better than one', async () => {
    const searcher = await searcherOver(
      titled('Printouts of printers', 'Zebra and printers', 'Other things'),
    );
    const [one, other] = await searcher.search({ title: 'print', typing: true });
    expect(one?.strength).toBe(other?.strength);
  });

  it('marks the completed word', async () => {
    const [record] = titled('Kerberos is down');
    const searcher = await searcherOver([...titled('Kerberos is down', 'a b', 'Some more')]);
    const [match] = await searcher.search({ title: 'kerb', typing: true }, { load: async () => [record] });
    expect(match?.reasons).toEqual([
      { kind: 'rare words', words: ['Kerberos'], ranges: [{ field: 'title', start: 0, end: 8 }] },
    ]);
  });

  it('finds what a walk over the titles finds, whatever was written in between', async () => {
    // Words that their stems leave as they are, fewer than are completed.
    const words = ['dax', 'daxo', 'doxi', 'xib', 'xibado', '字', 'щук', 'ÉXA77', 'exa771'];
    const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
    const put = fc.record({ id: fc.nat(9).map(String), title: title.map((it) => it.join(' ')) });
    const step = fc.oneof(
      fc.array(put, { maxLength: 4 }),
      fc.nat(9),
      fc.constantFrom('merge' as const, 'compact' as const),
    );
    const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.constantFrom(...words), async (steps, word) => {
        const store = new MemoryBlockStore();
        const writer = new IndexWriter(store, { pacer });
        const alive = new Map<string, string>();
        for (const one of steps) {
          if (one === 'merge') await writer.merge();
          else if (one === 'compact') await writer.compact();
          else if (typeof one === 'number') {
            await writer.apply({ delete: [String(one)] });
            alive.delete(String(one));
          } else {
            await writer.apply({ put: one.map((it) => ({ ...it, text: '' })) });
            for (const it of one) alive.set(it.id, it.title);
          }
        }
        const searcher = new Searcher(store);
        for (let length = 1; length <= word.length; length += 1) {
          const prefix = fold(word.slice(0, length));
          const expected = [...alive].filter(([, it]) =>
            it.split(' ').some((own) => fold(own).startsWith(prefix)),
          );
          expect((await type(searcher, prefix)).sort()).toEqual(expected.map(([id]) => id).sort());
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
