// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readReports } from './extract/read-reports';
import { meanOfTokens, scoreAnswers, scoreTokens } from './extract/score';
import { DataError, readRows } from './read-rows';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-extract-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const gold = { steps: 'Open the board.', actual: 'The card jumps back.', expected: 'The card should stay.' };
const FIELDS_ROW = {
  ...{ id: 'f-1', title: 'Card jumps back', gold, series: false },
  text: 'Open the board.\n\nThe card jumps back.\n\nThe card should stay.',
  text_shuffled: 'The card should stay.\n\nOpen the board.\n\nThe card jumps back.',
};
const PRESENCE_ROW = {
  ...{ id: 'p-1', title: 'Card', text: 'The card is lost.' },
  gold: { observed: true, expected: false, steps: false },
};
const SET = {
  'fields.jsonl': lines([
    FIELDS_ROW,
    { ...FIELDS_ROW, id: 'f-2', series: true, text: '', text_shuffled: '' },
  ]),
  'presence.jsonl': lines([PRESENCE_ROW]),
};
const perfect = { p: 1, r: 1, f1: 1 };
const none = { p: 0, r: 0, f1: 0 };

describe('npm run extract', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tests/tools/extract.ts', ...args], { encoding: 'utf8' });

  it('prints one object and nothing else with --json, without series', () => {
    const { stdout, stderr, status } = run('--data', folderWith(SET), '--json');
    const field = { ...perfect, found: 1 };
    expect(JSON.parse(stdout)).toEqual({
      fields: {
        text: { steps: field, actual: field, expected: field },
        text_shuffled: { steps: field, actual: field, expected: field },
      },
      presence: {
        expected: { present: none, missing: perfect },
        steps: { present: none, missing: perfect },
        observed: { present: perfect, missing: none },
      },
    });
    expect([stdout.trim().split('\n').length, stderr, status]).toEqual([1, '', 0]);
  });

  it.each(['fields.jsonl', 'presence.jsonl'] as const)('does with %s alone, packed', (name) => {
    const { stdout, status } = run('--data', folderWith({ [`${name}.gz`]: gzipSync(SET[name]) }), '--json');
    expect([Object.keys(JSON.parse(stdout)), status]).toEqual([['fields', 'presence'], 0]);
  });

  it('does not lose the first row to a byte order mark, packed or not', () => {
    const marked = `\uFEFF${SET['fields.jsonl']}`;
    const broken: string[] = [];
    const rows = (files: Record<string, string | Uint8Array>) =>
      readRows(folderWith(files), 'fields.jsonl', broken, (raw) => raw);
    expect(rows({ 'fields.jsonl': marked })).toHaveLength(2);
    expect(rows({ 'fields.jsonl.gz': gzipSync(marked) })).toHaveLength(2);
    expect(broken).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['no such folder', ['--data', '/nowhere/at/all']],
    ['an unknown option', ['--data', '.', '--quick']],
    ['a folder without a set', ['--data', 'tests']],
  ])('ends with 2 and says why for %s', (_, args) => {
    const { stdout, stderr, status } = run(...args);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).not.toContain('    at ');
    expect(stderr.length).toBeGreaterThan(10);
  });
});

describe('a set', () => {
  it('is read without its broken lines, which are named', () => {
    const fields = ['{', '[]', '{"id":"x"}', '{"id":"x","text":"y"}', SET['fields.jsonl']].join('\n');
    const presence = ['{"text":1}', '{"text":"y","gold":{"steps":1}}', SET['presence.jsonl']].join('\n\n');
    const set = readReports(folderWith({ 'fields.jsonl': fields, 'presence.jsonl': presence }));
    expect([set.fields.length, set.presence.length]).toEqual([2, 1]);
    expect(set.broken).toEqual([
      'fields.jsonl:1 is not JSON',
      'fields.jsonl:2 is not an object',
      'fields.jsonl:3 has no text',
      'fields.jsonl:4 has no gold',
      'presence.jsonl:1 has no text',
      'presence.jsonl:3 does not say what it holds',
    ]);
  });

  it('that cannot be unpacked is refused', () => {
    expect(() => readReports(folderWith({ 'fields.jsonl.gz': 'no gzip' }))).toThrow(DataError);
  });
});

describe('figures', () => {
  it('count words as multisets, whatever their case', () => {
    expect(scoreTokens('Open open the door', 'open the window')).toEqual({
      p: 0.5,
      r: 2 / 3,
      f1: expect.closeTo(4 / 7),
    });
    expect(scoreTokens('', 'a')).toEqual(none);
  });

  it('are means over reports that have the field; an empty prediction counts 0', () => {
    const pairs = [
      { predicted: 'a b', gold: 'a b' },
      { predicted: '', gold: 'a' },
      { predicted: 'a', gold: '' },
    ];
    expect(meanOfTokens(pairs)).toEqual({ p: 0.5, r: 0.5, f1: 0.5, found: 0.5 });
  });

  it('take each answer for itself', () => {
    const pairs = [
      { predicted: true, gold: true },
      { predicted: true, gold: false },
      { predicted: false, gold: false },
    ];
    expect(scoreAnswers(pairs, true)).toEqual({ p: 0.5, r: 1, f1: 2 / 3 });
    expect(scoreAnswers(pairs, false)).toEqual({ p: 1, r: 0.5, f1: 2 / 3 });
  });
});
