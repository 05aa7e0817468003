import { keepAwake } from '@/lib/browser/keep-awake';
import { IndexWriter } from '@/lib/knowledge/search/index-writer';
import { toSearchRecord } from '@/lib/knowledge/to-search-record';
import { SECOND_MS } from '@/lib/std/time';
import { BlockDatabase } from './block-database';
import { announceIndex } from './index-news';
import { clearUnindexed, countQueued, hasRecords, requeueAll, takeUnindexed } from './store';

const LOCK = 'baton-index';
/** Records taken in at a time: few segments in a first fill, and not more text in memory than some megabytes. */
const BATCH = 4_000;
/** From here on a fill ends with as few segments as possible. */
const LARGE = 10_000;
/** Pages of a sync come one after the other: waiting for some of them makes fewer, larger segments. */
const GATHER_MS = SECOND_MS;

let gathering = false;

/** Brings the index up to the records soon; calls in the meantime are one. Called after every page that was stored. */
export function nudgeIndex(): void {
  if (gathering) return;
  gathering = true;
  setTimeout(() => {
    gathering = false;
    void updateIndex();
  }, GATHER_MS);
}

/**
 * Takes every waiting change into the index. A kill at any await changes nothing: the queue is cleared after the index
 * was written, and taking a record in twice is the same as once. One writer at a time, over all contexts.
 */
export async function updateIndex(writer = new IndexWriter(new BlockDatabase())): Promise<void> {
  await navigator.locks.request(LOCK, () => keepAwake(() => drain(writer)));
}

/** Forgets the index; whoever clears the records calls it. */
export async function clearIndex(writer = new IndexWriter(new BlockDatabase())): Promise<void> {
  await navigator.locks.request(LOCK, () => writer.clear());
  announceIndex();
}

async function drain(writer: IndexWriter): Promise<void> {
  if ((await countQueued()) === 0 && (await writer.isNew()) && (await hasRecords())) await requeueAll();
  const queued = await countQueued();
  if (queued === 0) return;
  for (;;) {
    const changes = await takeUnindexed(BATCH);
    if (!changes) break;
    await writer.apply({ put: changes.put.map(toSearchRecord), delete: changes.removed });
    await clearUnindexed(changes.upTo);
    announceIndex();
  }
  if (queued >= LARGE) await writer.compact();
  else while (await writer.merge());
  announceIndex();
}
