import { describe, expect, it } from 'vitest';
import { MemoryBlockStore } from './block-store';
import { IndexWriter } from './index-writer';
import { createPacer } from './pacer';
import type { SearchQuery, SearchRecord } from './record';
import { Searcher, type SearchOptions } from './searcher';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 0, 1);

const filler: SearchRecord[] = Array.from({ length: 30 }, (_, at) => ({
  id: `filler-${at}`,
  title: `Something else number ${at}`,
  text: 'A page about billing, export and the weather in the office.',
}));

async function searcherOver(records: readonly SearchRecord[]): Promise<Searcher> {
  const store = new MemoryBlockStore();
  await new IndexWriter(store, { pacer: createPacer(1000) }).apply({ put: [...records, ...filler] });
  return new Searcher(store);
}

async function find(records: readonly SearchRecord[], query: SearchQuery, options: SearchOptions = {}) {
  const load = async (ids: readonly string[]) => ids.map((id) => records.find((it) => it.id === id));
  return (await searcherOver(records)).search(query, { load, ...options });
}

const ids = (matches: readonly { id: string }[]) => matches.map(({ id }) => id);
const bug = (id: string, title: string, rest: Partial<SearchRecord> = {}): SearchRecord => ({
  id,
  title,
  text: '',
  ...rest,
});

describe('search', () => {
  it('puts the title over the text, and both words over one', async () => {
    const records = [
      bug('text', 'Trouble', { text: 'The printer jams, the printer is old, and more words follow here.' }),
      bug('one', 'Printer is slow'),
      bug('both', 'Printer jams'),
    ];
    expect(ids(await find(records, { title: 'printer jams' }))[0]).toBe('both');
    expect(ids(await find(records.slice(0, 2), { title: 'printer' }))).toEqual(['one', 'text']);
  });

  it('weighs a rare word over a frequent one', async () => {
    const records = [
      bug('rare', 'Kerberos'),
      ...Array.from({ length: 9 }, (_, at) => bug(`f${at}`, 'Export')),
    ];
    expect(ids(await find(records, { title: 'Kerberos export' }))[0]).toBe('rare');
  });

  it('finds a ticket by the words of its body alone', async () => {
    const records = [
      bug('a', 'Crash', { text: 'Segmentation fault in libfoo when resizing' }),
      bug('b', 'Crash'),
    ];
    const query = {
      title: 'It does not work',
      body: 'we see a segmentation fault while I resize the window',
    };
    expect(ids(await find(records, query))[0]).toBe('a');
  });

  it.each([
    ['the part', bug('a', 'Login fails', { parts: ['Web'] }), { parts: ['web'] }],
    ['the age', bug('a', 'Login fails', { at: NOW - DAY_MS }), { now: NOW }],
    ['the version', bug('a', 'Login fails', { versions: ['v4.2'] }), { version: '4.2' }],
    ['linked reports', bug('a', 'Login fails', { linkedCount: 40 }), {}],
  ])('lets %s decide between equals', async (_, better, query) => {
    const other = bug('0', 'Login fails', { parts: ['App'], at: NOW - 900 * DAY_MS, versions: ['1.0'] });
    expect(ids(await find([other, better], { title: 'Login fails', ...query }))).toEqual(['a', '0']);
  });

  it('finds a known bug by the words of a linked report', async () => {
    const linked = [{ title: 'Beleg verschwunden', text: 'Nach dem Buchen ist der Beleg leer' }];
    const records = [bug('a', 'Voucher lost after posting', { linked }), bug('b', 'Voucher printing')];
    expect(ids(await find(records, { title: 'Beleg leer nach Buchen' }))).toEqual(['a']);
  });

  it('finds a short German title in a bilingual collection', async () => {
    const records = [
      bug('a', 'Störung', { text: 'Die Anmeldung ist nicht möglich und wird nicht ausgeführt' }),
    ];
    expect(ids(await find(records, { title: 'Anmeldungen' }))).toEqual(['a']);
  });

  it('leaves out what is not accepted, however much that is', async () => {
    const records = Array.from({ length: 900 }, (_, at) => bug(`p${at}`, 'Printer jams', { text: 'paper' }));
    const accept = (id: string) => id === 'p7' || id === 'last';
    const all = [...records, bug('last', 'A printer that is slow')];
    expect(ids(await find(all, { title: 'Printer jams' }, { accept }))).toEqual(['p7', 'last']);
  });

  it('says how much of the ticket was found', async () => {
    const records = [bug('a', 'Printer jams on tray two'), bug('b', 'Printer')];
    const matches = await find(records, { title: 'Printer jams on tray two' });
    const [best, worse] = matches.map(({ strength }) => strength);
    expect(best).toBeGreaterThan(0.5);
    expect(best).toBeLessThanOrEqual(1);
    expect(worse).toBeLessThan(best ?? 0);
  });

  it('breaks ties by id', async () => {
    const records = ['c', 'a', 'b'].map((id) => bug(id, 'Printer'));
    expect(ids(await find(records, { title: 'printer' }))).toEqual(['a', 'b', 'c']);
  });
});

describe('hostile input', () => {
  const records = [bug('a', 'constructor __proto__ toString'), bug('b', 'Printer')];

  it.each([
    ['nothing', { title: '' }],
    ['blanks', { title: ' \n\t', body: ' ' }],
    ['stop words', { title: 'the and of it', body: 'please help' }],
    ['unknown words', { title: 'zzzz qqqq' }],
    ['lone surrogates', { title: '\ud800 \udc00\ud800', body: '\udfff' }],
  ])('%s finds nothing', async (_, query) => {
    expect(await find(records, query)).toEqual([]);
  });

  it('finds names of object members', async () => {
    for (const title of ['__proto__', 'constructor', 'toString']) {
      expect(ids(await find(records, { title }))).toEqual(['a']);
    }
  });

  it('takes bodies and records of 10 MB', async () => {
    const huge = 'printer jams E-4102 in org.acme.Tray.pull '.repeat(240_000);
    const matches = await find([bug('a', huge, { text: huge })], { title: huge, body: huge });
    expect(ids(matches)).toContain('a');
  });

  it('takes more words than are looked up', async () => {
    const body = Array.from({ length: 3000 }, (_, at) => `word${at}x`).join(' ');
    expect(ids(await find(records, { title: 'printer', body }))).toEqual(['b']);
  });
});

describe('reasons', () => {
  const record = bug('a', 'Saving fails with E-4102', {
    text: 'Open https://desk.example/users/12/edit and press Save.\njava.io.IOException in Vaultkeeper, HTTP 500',
    parts: ['Users'],
    versions: ['4.2', '4.3'],
  });
  const query = {
    title: 'E-4102 on https://desk.example/users/77/edit',
    body: 'We use 4.3 and get HTTP 500 from the vaultkeeper since today.',
    parts: ['users'],
  };

  it('say in order what ticket and record have in common, and where', async () => {
    const [match] = await find([record], query);
    const marked = match?.reasons.map(({ kind, words, ranges }) => [
      kind,
      words.join(' | '),
      ranges.map(({ field, start, end }) =>
        (field === 'title' ? record.title : record.text).slice(start, end),
      ),
    ]);
    expect(marked).toEqual([
      ['same error code', 'E-4102 | HTTP 500', ['E-4102', 'HTTP 500']],
      ['same page', 'https://desk.example/users/12/edit', ['https://desk.example/users/12/edit']],
      ['same part', 'Users', []],
      ['same version', '4.3', []],
      ['rare words', expect.stringContaining('Vaultkeeper'), expect.arrayContaining(['Vaultkeeper'])],
    ]);
  });

  it('are none without the records', async () => {
    const searcher = await searcherOver([record]);
    expect((await searcher.search(query))[0]?.reasons).toEqual([]);
  });

  it('name an error code that only a linked report holds', async () => {
    const linked = [{ title: 'x', text: 'It says ORA-00942' }];
    const [match] = await find([bug('a', 'Table lost', { linked })], { title: 'ORA-00942 table lost' });
    expect(match?.reasons[0]).toEqual({ kind: 'same error code', words: ['ORA-00942'], ranges: [] });
  });
});
