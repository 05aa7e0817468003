// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/std/result';
import { listByOffset } from './by-offset';

const PAGE = 20;
async function list(there: string[], meddle: (page: number) => void = () => undefined) {
  let page = 0;
  const told: string[] = [];
  for await (const answer of listByOffset('Redmine', async (offset) => {
    page += 1;
    meddle(page);
    const items = there.slice(offset, offset + PAGE);
    return ok({ items, ids: items, isLast: offset + items.length >= there.length });
  })) {
    if (!answer.ok) return answer.error.message;
    told.push(...answer.value);
  }
  return told;
}
const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));

describe('listByOffset', () => {
  it.each([[0], [1], [20], [21], [200]])('lists %i ids once each', async (count) => {
    expect(await list(ids(count))).toEqual(ids(count));
  });

  it('lists all that stay when a few are deleted meanwhile', async () => {
    const there = ids(100);
    const told = await list(there, (page) => void (page === 3 && there.splice(0, 4)));
    expect(told).toEqual(expect.arrayContaining(there));
  });

  it.each([[6], [30], [90]])(
    'says so when %i are deleted meanwhile, and takes none for deleted',
    async (count) => {
      const there = ids(100);
      expect(await list(there, (page) => void (page === 3 && there.splice(0, count)))).toMatch(
        /Nothing is removed/,
      );
    },
  );

  it('says so when the list has no end', async () => {
    let pages = 0;
    const answers: unknown[] = [];
    for await (const answer of listByOffset('Redmine', async () => {
      pages += 1;
      return ok({ items: ids(PAGE), ids: ids(PAGE), isLast: false });
    })) {
      answers.push(answer.ok || answer.error.kind);
    }
    expect(answers).toEqual([true, 'unexpected-answer']);
    expect(pages).toBe(2);
  });
});
