import type { HttpError } from '@/lib/http/http-error';
import type { SourceContext } from '@/lib/knowledge/knowledge-source';
import type { Line } from '@/lib/std/lines';
import { ok, type Result } from '@/lib/std/result';
import type { PackConfig } from './config';
import { fetchManifest } from './manifest';
import { parseIdLine, parsePackLine } from './pack-lines';
import { readPackFile } from './read-pack-file';

/** From the small list of ids where the pack has one, else from its base, which always holds everything. */
export async function* listIds(
  ctx: SourceContext<PackConfig>,
): AsyncGenerator<Result<readonly string[], HttpError>> {
  const answer = await fetchManifest(ctx);
  if (!answer.ok) {
    yield answer;
    return;
  }
  const { ids, base } = answer.value.manifest;
  const seen = new Set<string>();
  for await (const lines of readPackFile(ctx, ids ?? base)) {
    if (!lines.ok) {
      yield lines;
      return;
    }
    const fresh = new Set<string>();
    for (const line of lines.value) {
      const id = ids ? parseIdLine(line) : recordIdIn(line);
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      fresh.add(id);
    }
    yield ok([...fresh]);
  }
}

function recordIdIn(line: Line): string | null {
  const parsed = parsePackLine(line);
  return 'put' in parsed ? parsed.put.id : null;
}
