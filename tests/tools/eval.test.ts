// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, percentile, toShares } from './eval/measure';
import { readSet } from './eval/read-set';
import { DataError } from './read-rows';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-eval-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const report = (id: string, title: string, created: string, more: object = {}) => ({
  ...{ id, title, body: `${title}, once more`, created, component: ['UI'], product: 'p', versions: [] },
  ...more,
});
const CORPUS = [
  report('A-1', 'Printer jams on tray two', '2020-01-01T00:00:00.000+0000'),
  report('A-2', 'Export to CSV is empty', '2020-01-02T00:00:00.000+0000'),
  report('A-3', 'Paper jam, tray two, printer', '2020-02-01T00:00:00.000+0000'),
  report('A-4', 'Printer jams on tray two again', '2021-01-01T00:00:00.000+0000'),
];
const QUERIES = [
  report('A-3', 'Paper jam, tray two, printer', '2020-02-01T00:00:00.000+0000', { gold: ['A-1'] }),
];
const SET = { 'corpus.jsonl': lines(CORPUS), 'queries.jsonl': lines(QUERIES) };

describe('npm run eval', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tests/tools/eval.ts', ...args], { encoding: 'utf8' });

  it('prints one object and nothing else with --json', () => {
    const figures = {
      ...{ n: 1, r1: 1, r5: 1, r10: 1, mrr: 1 },
      ...{ p50: expect.any(Number), p95: expect.any(Number) },
    };
    const { stdout, status } = run('--data', folderWith(SET), '--json');
    expect(JSON.parse(stdout)).toEqual({
      title: figures,
      full: figures,
      buildMs: expect.any(Number),
      bytes: expect.any(Number),
    });
    expect([stdout.trim().split('\n').length, status]).toEqual([1, 0]);
  }, 60_000);

  it.each([
    ['nothing', []],
    ['no such folder', ['--data', '/nowhere/at/all']],
    ['an unknown option', ['--data', '.', '--quick']],
    ['a folder without a set', ['--data', 'tests']],
  ])(
    'ends with 2 and says why for %s',
    (_, args) => {
      const { stdout, stderr, status } = run(...args);
      expect([stdout, status]).toEqual(['', 2]);
      expect(stderr).not.toContain('    at ');
      expect(stderr.length).toBeGreaterThan(10);
    },
    60_000,
  );
});

describe('a set', () => {
  it('may be packed', () => {
    const packed = Object.entries(SET).map(([name, text]) => [`${name}.gz`, gzipSync(text)]);
    expect(readSet(folderWith(Object.fromEntries(packed)))).toEqual(readSet(folderWith(SET)));
  });

  it('is read without its broken lines, which are named', () => {
    const broken = [
      '{',
      '[]',
      '{"id":""}',
      '{"id":"x"}',
      '{"id":"x","title":""}',
      '{"id":"A-1","title":"","created":""}',
    ];
    const corpus = `${SET['corpus.jsonl']}\n\n${broken.join('\n')}`;
    const queries = `${SET['queries.jsonl']}\n${JSON.stringify(CORPUS[0])}\n`;
    const set = readSet(folderWith({ 'corpus.jsonl': corpus, 'queries.jsonl': queries }));
    expect([set.corpus.length, set.queries.length]).toEqual([4, 1]);
    expect(set.broken).toEqual([
      'corpus.jsonl:6 is not JSON',
      'corpus.jsonl:7 is not an object',
      'corpus.jsonl:8 has no id',
      'corpus.jsonl:9 has no title',
      'corpus.jsonl:10 has no date of creation',
      'corpus.jsonl:11 the id A-1 came before',
      'queries.jsonl:2 has no gold',
    ]);
  });

  it.each([
    ['nothing to read', { 'corpus.jsonl': '', 'queries.jsonl': '' }],
    ['no query', { ...SET, 'queries.jsonl': '{}' }],
    ['a broken archive', { 'corpus.jsonl.gz': 'no gzip', 'queries.jsonl': '' }],
  ])('with %s is refused', (_, files) => {
    expect(() => readSet(folderWith(files))).toThrow(DataError);
  });
});

describe('figures', () => {
  it('count the place of the first right answer', () => {
    expect(toShares([1, 0, 4, 10])).toEqual({
      n: 4,
      r1: 0.25,
      r5: 0.5,
      r10: 0.75,
      mrr: (1 + 0.25 + 0.1) / 4,
    });
    expect([percentile([3, 1, 2], 0.5), percentile([3, 1, 2], 0.95), percentile([], 0.5)]).toEqual([2, 3, 0]);
  });

  it('come from reports that were there before the query', async () => {
    const asked = { ...readSet(folderWith(SET)) };
    const [query] = asked.queries;
    const later = { ...asked, queries: query ? [{ ...query, gold: ['A-4'] }] : [] };
    expect((await evaluate(later)).full).toMatchObject({ n: 1, r10: 0 });
  });
});
