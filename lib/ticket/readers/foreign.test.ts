import { describe, expect, it } from 'vitest';
import type { TicketReader } from '@/lib/ticket/ticket-reader';
import { type Recorded, toPage } from '@/tests/contracts/reader-contract';
import { readers } from '.';

const modules = import.meta.glob<Record<string, unknown>>('./*/*.ts');
const recordings = import.meta.glob<{ default: Recorded }>([
  './*/fixtures/*.json',
  '!./*/fixtures/*.expected.json',
]);

/** The reading code of a registry line: `<id>/<id>.ts`. */
async function readerOf(id: string): Promise<TicketReader> {
  const loaded = await modules[`./${id}/${id}.ts`]?.();
  const reader = Object.values(loaded ?? {}).find(
    (it): it is TicketReader => typeof it === 'object' && it !== null && 'read' in it,
  );
  if (!reader) throw new Error(`${id} has no reader in ${id}/${id}.ts`);
  return reader;
}

const products = readers.filter(({ id, script }) => id === script && id !== 'page');

describe.each(products.map(({ id }) => id))('%s', (id) => {
  it('leaves the pages of all other readers to them', async () => {
    const reader = await readerOf(id);
    const taken: string[] = [];
    for (const [file, load] of Object.entries(recordings)) {
      if (file.startsWith(`./${id}/`)) continue;
      const { default: recorded } = await load();
      if (recorded.url && (await reader.read(toPage(recorded))) !== null) taken.push(file);
    }
    expect(taken).toEqual([]);
  });
});
