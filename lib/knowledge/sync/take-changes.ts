import type { Changes } from '@/lib/knowledge/knowledge-source';
import { saveChanges } from '@/lib/knowledge/store';
import { err, ok, type Result } from '@/lib/std/result';
import type { SyncError } from './failure';
import { guardProgress } from './progress-guard';
import type { Run } from './run';
import { untilAborted } from './until-aborted';

/** Records in one transaction: a few milliseconds of work, so that nobody waits long for the database. */
const SLICE = 500;

type Page = Pick<Changes, 'put' | 'removed' | 'broken'>;
const NOTHING: Page = { put: [], removed: [], broken: [] };

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, at) =>
    list.slice(at * SLICE, (at + 1) * SLICE),
  );
}

const countOf = ({ put, removed, broken }: Page): number => put.length + removed.length + broken.length;

/** A page in parts that one transaction each can take. What is removed goes first: a record that exists outlasts it. */
function toSlices(page: Page): Page[] {
  if (countOf(page) <= SLICE) return [page];
  return [
    ...chunks(page.removed).map((removed) => ({ ...NOTHING, removed })),
    ...chunks(page.broken).map((broken) => ({ ...NOTHING, broken })),
    ...chunks(page.put).map((put) => ({ ...NOTHING, put })),
  ];
}

/** Ids that no longer exist leave the cache, as if the source had said so. */
export async function removeIds(run: Run, ids: readonly string[]): Promise<void> {
  for (const removed of chunks(ids)) {
    if (run.signal.aborted) return;
    await saveChanges(run.connectionId, { ...NOTHING, removed }, {}, Date.now());
    run.onStored();
  }
}

/** Everything that changed since the cursor, stored page by page, each with its cursor. Ends quietly when aborted. */
export async function takeChanges(run: Run): Promise<Result<null, SyncError>> {
  const { connectionId, signal, state } = run;
  const guard = guardProgress(state.cursor);
  let { done } = state;
  for await (const page of untilAborted(run.source.fetchChanges(state.cursor, run.ctx), signal)) {
    if (!page.ok) return err(page.error);
    const { cursor, total } = page.value;
    const moves = guard(page.value);
    if (!moves.ok) return moves;
    const slices = toSlices(page.value);
    for (const [at, slice] of slices.entries()) {
      done += countOf(slice);
      // The total of this attempt stands on top of what earlier ones took in.
      const expected = total === null ? null : Math.max(done, state.startedWith + total);
      const progress = { done, total: expected, ...(at === slices.length - 1 ? { cursor } : {}) };
      if (!(await saveChanges(connectionId, slice, progress, Date.now()))) return ok(null);
      run.onStored();
      if (signal.aborted) return ok(null);
    }
  }
  return ok(null);
}
