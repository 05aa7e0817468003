import type { HttpError } from '@/lib/http/http-error';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord, Changes, SourceContext } from '@/lib/knowledge/knowledge-source';
import type { Line } from '@/lib/std/lines';
import { ok, type Result } from '@/lib/std/result';
import type { PackConfig } from './config';
import { type PackCursor, parseCursor, planSteps, type Step } from './cursor';
import { fetchNewManifest } from './manifest';
import { parsePackLine } from './pack-lines';
import { readPackFile } from './read-pack-file';

const PAGE_LINES = 500;

/** Nothing new costs one request answered with 304; anything else the manifest and the files that are missing. */
export async function* fetchChanges(
  cursor: string | null,
  ctx: SourceContext<PackConfig>,
): AsyncGenerator<Result<Changes, HttpError>> {
  const known = parseCursor(cursor);
  // With a file under way the manifest itself is needed, changed or not.
  const answer = await fetchNewManifest(ctx, known.file ? null : known.etag);
  if (!answer.ok) {
    yield answer;
    return;
  }
  if (answer.value === null) return;
  const { manifest, etag } = answer.value;
  const steps = planSteps(known, manifest);
  const total = steps.reduce((sum, { file, skip }) => sum + Math.max(0, file.records - skip), 0);
  let at: PackCursor = { ...known, file: null };
  for (const step of steps) {
    for await (const page of readStep(step, at, ctx)) {
      if (!page.ok) {
        yield page;
        return;
      }
      yield ok({ ...page.value, total });
    }
    at = { v: 1, revision: step.to, etag: null, file: null };
  }
  yield ok({ put: [], removed: [], broken: [], cursor: JSON.stringify({ ...at, etag }), total });
}

async function* readStep(
  { file, from, to, skip }: Step,
  at: PackCursor,
  ctx: SourceContext<PackConfig>,
): AsyncGenerator<Result<Omit<Changes, 'total'>, HttpError>> {
  let page = new Page();
  let last = skip;
  const end = () => {
    const cursor: PackCursor = { ...at, etag: null, file: { from, to, line: last } };
    const changes = page.toChanges(JSON.stringify(cursor));
    page = new Page();
    return ok(changes);
  };
  for await (const lines of readPackFile(ctx, file)) {
    if (!lines.ok) {
      yield lines;
      return;
    }
    for (const line of lines.value) {
      if (line.number <= skip) continue;
      page.add(line);
      last = line.number;
      if (page.lines >= PAGE_LINES) yield end();
    }
  }
  if (page.lines > 0) yield end();
}

/** The last word on each id counts: within one page nothing says what came first. */
class Page {
  readonly #records = new Map<string, KnowledgeRecord | null>();
  readonly #broken: BrokenRecord[] = [];
  lines = 0;

  add(line: Line): void {
    this.lines += 1;
    const parsed = parsePackLine(line);
    if ('put' in parsed) this.#records.set(parsed.put.id, parsed.put);
    else if ('removed' in parsed) this.#records.set(parsed.removed, null);
    else this.#broken.push(parsed.broken);
  }

  toChanges(cursor: string): Omit<Changes, 'total'> {
    const entries = [...this.#records];
    return {
      put: entries.flatMap(([, record]) => record ?? []),
      removed: entries.flatMap(([id, record]) => (record ? [] : [id])),
      broken: this.#broken,
      cursor,
    };
  }
}
