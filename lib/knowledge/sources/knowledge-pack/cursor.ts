import * as z from 'zod/mini';
import type { Manifest, PackFile } from './manifest';

const CursorSchema = z.object({
  v: z.literal(1),
  /** The revision that is taken in completely; null = none. */
  revision: z.nullable(z.string()),
  /** Of the manifest, once everything it names is taken in. */
  etag: z.nullable(z.string()),
  /** The file under way and how many of its lines are taken in; `from` null = the base. */
  file: z.nullable(
    z.object({ from: z.nullable(z.string()), to: z.string(), line: z.number().check(z.gte(0)) }),
  ),
});

/** How much of a pack is taken in. */
export type PackCursor = z.infer<typeof CursorSchema>;

const NOTHING: PackCursor = { v: 1, revision: null, etag: null, file: null };

/** A cursor nobody knows begins anew. */
export function parseCursor(cursor: string | null): PackCursor {
  try {
    const known = CursorSchema.safeParse(JSON.parse(cursor ?? ''));
    return known.success ? known.data : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** One file to read. */
export interface Step {
  readonly file: PackFile;
  readonly from: string | null;
  readonly to: string;
  /** Lines to pass over, because they were taken in before. */
  readonly skip: number;
}

/** The deltas that lead from what is known to the base's revision, else the base itself. */
export function planSteps(known: PackCursor, manifest: Manifest): Step[] {
  const { base } = manifest;
  const steps = followDeltas(known.revision, manifest) ?? [
    { file: base, from: null, to: base.revision, skip: 0 },
  ];
  const [first, ...rest] = steps;
  const under = known.file;
  if (!first || !under || under.from !== first.from || under.to !== first.to) return steps;
  return [{ ...first, skip: under.line }, ...rest];
}

function followDeltas(from: string | null, { base, deltas }: Manifest): Step[] | null {
  if (from === null) return null;
  const left = new Set(deltas);
  const steps: Step[] = [];
  let at = from;
  while (at !== base.revision) {
    const next = [...left].find((delta) => delta.from === at);
    if (!next) return null;
    // Each is taken once, so deltas that lead in a circle end.
    left.delete(next);
    steps.push({ file: next, from: next.from, to: next.to, skip: 0 });
    at = next.to;
  }
  return steps;
}
