import type { Changes } from '@/lib/knowledge/knowledge-source';
import { err, ok, type Result } from '@/lib/std/result';
import type { SyncError } from './failure';

/** More than any help desk knows; a source that goes on is broken or hostile. */
const MOST_IDS = 500_000;
/** Pages without anything new: many where the cursor moves on (files that did not change), few where it does not. */
const MOST_IDLE = 1_000;
const MOST_REPEATED = 3;

const endless = (message: string) => err<SyncError>({ kind: 'unexpected-answer', message });

/** Looks at the ids of each page and says when a run leads nowhere: the same pages again, or no end. */
export function guardProgress(from: string | null): (page: Changes) => Result<null, SyncError> {
  const cursors = new Set([from]);
  const ids = new Set<string>();
  let idle = 0;
  let repeated = 0;
  return ({ put, removed, broken, cursor }) => {
    const known = ids.size;
    for (const id of [...put.map((record) => record.id), ...removed, ...broken.map((record) => record.id)]) {
      ids.add(id);
    }
    const isNew = ids.size > known;
    idle = isNew ? 0 : idle + 1;
    repeated = isNew || !cursors.has(cursor) ? 0 : repeated + 1;
    cursors.add(cursor);
    if (ids.size > MOST_IDS)
      return endless(`The source has more than ${MOST_IDS.toLocaleString('en')} records.`);
    if (repeated >= MOST_REPEATED) return endless('The source sends the same page again and again.');
    if (idle >= MOST_IDLE) return endless('The source sends pages without end and nothing new on them.');
    return ok(null);
  };
}
