import { describe, expect, it } from 'vitest';
import { err, ok } from '@/lib/std/result';
import { searchEach, toPlainWords } from './search-words';

describe('plain words', () => {
  it.each([
    ['export', 'export'],
    ['node.js', 'node.js'],
    ['A-12_b', 'A-12_b'],
    ['-status:closed', 'status closed'],
    ['OR 1=1) "x* -y:z\\', 'OR 1 1 x y z'],
    ['請求書', '請求書'],
    ['हिन्दी', 'हिन्दी'],
  ])('makes %s to %s', (word, plain) => expect(toPlainWords([word], 3)).toEqual([plain]));

  it('drops what is left empty, repeats, and what is too much', () => {
    expect(toPlainWords(['"*"', 'a', 'a', 'b', 'c', 'd'], 3)).toEqual(['a', 'b', 'c']);
  });
});

describe('searching word by word', () => {
  const broken = err({ kind: 'server' as const, detail: 'Broken.' });
  const search = (lists: Record<string, number[] | null>) =>
    searchEach(
      Object.keys(lists),
      async (word) => (lists[word] ? ok(lists[word]) : broken),
      (it) => it,
    );

  it('puts first what most words found', async () => {
    expect(await search({ a: [1, 2, 3], b: [3, 4] })).toEqual(ok([3, 1, 2, 4]));
  });

  it('fails only when nothing was found because of a failure', async () => {
    expect(await search({ a: null, b: [1] })).toEqual(ok([1]));
    expect(await search({ a: null, b: [] })).toEqual(broken);
    expect(await search({ a: [] })).toEqual(ok([]));
    expect(await search({ '"': [1] })).toEqual(ok([]));
  });
});
