import { listKnownIds, updateState } from '@/lib/knowledge/store';
import { err, ok, type Result } from '@/lib/std/result';
import { HOUR_MS } from '@/lib/std/time';
import type { SyncError } from './failure';
import type { Run } from './run';
import { removeIds } from './take-changes';
import { untilAborted } from './until-aborted';

const EVERY_MS = 24 * HOUR_MS;
/** Up to this many records a source may lose most of them at once without being doubted. */
const FEW = 20;
/** Pages of a listing without a new id, after which it leads nowhere. */
const MOST_REPEATED = 3;

export function isSweepDue({ state, source }: Run, now: number): boolean {
  if (!source.listIds) return false;
  const since = now - (state.sweptAt ?? 0);
  // A clock that was set back counts as due.
  return state.doubted || state.sweptAt === null || since >= EVERY_MS || since < 0;
}

/** Ids of everything the source has; null when told to stop. */
async function listIds({ source, ctx, signal }: Run): Promise<Result<Set<string> | null, SyncError>> {
  const ids = new Set<string>();
  let repeated = 0;
  if (!source.listIds) return ok(null);
  for await (const page of untilAborted(source.listIds(ctx), signal)) {
    if (!page.ok) return err(page.error);
    const known = ids.size;
    for (const id of page.value) ids.add(id);
    repeated = ids.size > known ? 0 : repeated + 1;
    if (repeated >= MOST_REPEATED) {
      return err({
        kind: 'unexpected-answer',
        message: 'The source lists the same records again and again.',
      });
    }
  }
  return ok(signal.aborted ? null : ids);
}

/**
 * Looks once a day for what was deleted at the source. An empty listing is not believed. What is missing is listed a
 * second time: a record may slip over the border of two pages while others are deleted. More than half missing at once
 * waits for the next sync to say the same.
 */
export async function sweep(run: Run): Promise<Result<null, SyncError>> {
  const remember = (doubted: boolean) =>
    updateState(run.connectionId, (state) =>
      state.phase === 'running' ? { ...state, doubted, sweptAt: doubted ? state.sweptAt : Date.now() } : null,
    );
  const known = await listKnownIds(run.connectionId);
  let missing = known;
  for (let look = 0; look < 2 && missing.length > 0; look += 1) {
    const listed = await listIds(run);
    if (!listed.ok) return listed;
    if (listed.value === null) return ok(null);
    const there = listed.value;
    missing = there.size === 0 ? [] : missing.filter((id) => !there.has(id));
  }
  if (known.length > FEW && missing.length > known.length / 2 && !run.state.doubted) {
    await remember(true);
    return ok(null);
  }
  await removeIds(run, missing);
  await remember(false);
  return ok(null);
}
