import type { BlockStore } from './block-store';

/** A block that the manifest names is not there: it was merged away after the manifest was read. */
export class MissingBlockError extends Error {
  override readonly name = 'MissingBlockError';
}

/** Reads blocks of one kind, all of which must be there. */
export async function readBlocks<T>(
  store: BlockStore,
  keys: readonly string[],
  read: (bytes: Uint8Array) => T | null,
): Promise<T[]> {
  const stored = await store.get(keys);
  return keys.map((key, at) => {
    const bytes = stored[at];
    const block = bytes ? read(bytes) : null;
    if (!block) throw new MissingBlockError(`The search index lacks ${key}.`);
    return block;
  });
}
