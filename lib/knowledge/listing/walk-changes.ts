import * as z from 'zod/mini';
import type { HttpError } from '@/lib/http/http-error';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord, Changes, Fetched } from '@/lib/knowledge/knowledge-source';
import { toShortHash } from '@/lib/knowledge/short-hash';
import { ok, type Result } from '@/lib/std/result';
import { MINUTE_MS } from '@/lib/std/time';

/** Where a server that answers "what changed since" is asked next. */
export interface Spot {
  /** Changed at or after, epoch ms; null = everything. */
  readonly since: number | null;
  /** The server's own word for the place in that list, such as an offset or a page token; empty = its beginning. */
  readonly position: string;
}

export interface ChangedPage {
  /** Oldest change first, each as the server sent it. */
  readonly items: readonly unknown[];
  /** What was made of the items. */
  readonly put: readonly KnowledgeRecord[];
  readonly broken: readonly BrokenRecord[];
  /** Null when the server has no more. */
  readonly next: Spot | null;
  /** Records the server still has from the spot's `since` on; null = it does not say. */
  readonly total: number | null;
}

export interface Walk {
  /** `next` must move on: the walk ends when a page brings nothing that was not on a page before. */
  fetchPage(spot: Spot): Fetched<ChangedPage>;
  /** When the item was last changed, epoch ms. */
  changedAt(item: unknown): number | null;
  now(): number;
  /** How long a change may take to become visible; two minutes unless told. */
  readonly overlapMs?: number;
}

/**
 * The next sync asks again for what changed shortly before the last change it knows: dates have whole seconds, and a
 * change may become visible later than its date says.
 */
const OVERLAP_MS = 2 * MINUTE_MS;
/** Of more records than this at the border some are put again, which does no harm. */
const MAX_BORDER = 2_000;

const CursorSchema = z.object({
  v: z.literal(1),
  since: z.nullable(z.number()),
  position: z.string(),
  /** The latest change handed out. */
  latest: z.nullable(z.number()),
  /** What was handed out of the overlap: change, id, hash. Reading it again puts nothing twice. */
  border: z.array(z.tuple([z.number(), z.string(), z.string()])),
});
type Cursor = z.infer<typeof CursorSchema>;

const START: Cursor = { v: 1, since: null, position: '', latest: null, border: [] };

/** A cursor that cannot be read starts over. */
function parseCursor(text: string | null): Cursor {
  if (text === null) return START;
  try {
    const parsed = CursorSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : START;
  } catch {
    return START;
  }
}

/** An item nested so deep that it cannot be written out again is none that was met. */
function isNew(item: unknown, met: Set<string>): boolean {
  try {
    const hash = toShortHash(JSON.stringify(item));
    return met.size < met.add(hash).size;
  } catch {
    return false;
  }
}

/**
 * Reads what changed from a server that lists by date of change, page by page. Each page's cursor resumes exactly there;
 * the last one begins the next sync a little before the last change. Records that are the same as before are not put
 * again. A server that repeats its pages, or a date in the future, ends nothing and hides nothing.
 */
export async function* walkChanges(
  from: string | null,
  walk: Walk,
): AsyncGenerator<Result<Changes, HttpError>> {
  let cursor = parseCursor(from);
  const met = new Set<string>();
  const overlap = walk.overlapMs ?? OVERLAP_MS;
  let total: number | null = null;
  for (;;) {
    const answer = await walk.fetchPage(cursor);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const { items, put, broken, next } = answer.value;
    const hasNew = items.filter((item) => isNew(item, met)).length > 0;
    const goesOn = next !== null && hasNew;
    const now = walk.now();
    const dates = items.map((item) => walk.changedAt(item) ?? 0);
    // A date in the future would hide all that changes until then.
    const latest = Math.max(cursor.latest ?? 0, ...dates.filter((date) => date <= now));
    const { fresh, border } = sortOut(put, cursor.border, latest - overlap);
    total ??= answer.value.total;
    cursor = goesOn
      ? { v: 1, ...next, latest, border }
      : { v: 1, since: latest > 0 ? Math.max(0, latest - overlap) : null, position: '', latest, border };
    yield ok({ put: fresh, removed: [], broken, cursor: JSON.stringify(cursor), total });
    if (!goesOn) return;
  }
}

/** Parts what is new from what was handed out before, and keeps what the next reading may meet again. */
function sortOut(put: readonly KnowledgeRecord[], before: Cursor['border'], since: number) {
  const border = new Map(before.map(([at, id, hash]) => [id, { at, hash }]));
  const fresh = put.filter((record) => {
    const hash = toShortHash(JSON.stringify(record));
    if (border.get(record.id)?.hash === hash) return false;
    border.delete(record.id);
    border.set(record.id, { at: record.updatedAt ?? 0, hash });
    return true;
  });
  const kept = [...border].flatMap(([id, { at, hash }]): Cursor['border'] =>
    at >= since ? [[at, id, hash]] : [],
  );
  return { fresh, border: kept.slice(-MAX_BORDER) };
}
