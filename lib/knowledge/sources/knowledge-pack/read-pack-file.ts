import type { HttpError } from '@/lib/http/http-error';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { type Line, splitLines } from '@/lib/std/lines';
import { err, ok, type Result } from '@/lib/std/result';
import { Sha256 } from '@/lib/std/sha256';
import { BadBytes, unpack } from '@/lib/std/unpack';
import type { PackConfig } from './config';
import { fetchPackFile, MAX_UNPACKED_BYTES, type PackFile, refuse } from './manifest';
import { MAX_LINE_BYTES } from './pack-lines';

/**
 * The lines of a file the manifest names. It is fetched whole and checked before the first line is handed out, so that
 * half a pack or a wrong one changes nothing.
 */
export async function* readPackFile(
  ctx: SourceContext<PackConfig>,
  file: PackFile,
): AsyncGenerator<Result<readonly Line[], HttpError>> {
  const fetched = await fetchPackFile(ctx, file);
  const checked = fetched.ok ? await check(ctx, file, fetched.value) : fetched;
  if (!checked.ok) {
    yield checked;
    return;
  }
  const pieces = unpack(checked.value, MAX_UNPACKED_BYTES);
  for await (const lines of splitLines(pieces, MAX_LINE_BYTES)) {
    if (ctx.signal.aborted) {
      yield stopped(ctx);
      return;
    }
    yield ok(lines);
  }
}

async function check(ctx: SourceContext<PackConfig>, file: PackFile, packed: Blob): Fetched<Blob> {
  const kept = 'What was known before is kept; make the pack anew.';
  const where = `A file of the pack on ${new URL(ctx.config.url).host}`;
  const hash = file.sha256 === undefined ? null : new Sha256();
  let size = 0;
  try {
    for await (const piece of unpack(
      packed,
      Math.min(file.bytes ?? MAX_UNPACKED_BYTES, MAX_UNPACKED_BYTES),
    )) {
      if (ctx.signal.aborted) return stopped(ctx);
      size += piece.length;
      hash?.update(piece);
    }
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    return refuse(`${where} ${error.message}. ${kept}`);
  }
  if (file.bytes !== undefined && file.bytes !== size) {
    return refuse(`${where} is not as long as its manifest says. ${kept}`);
  }
  if (hash && hash.hex() !== file.sha256) {
    return refuse(`${where} does not match its checksum. ${kept}`);
  }
  return ok(packed);
}

function stopped(ctx: SourceContext<PackConfig>) {
  const { host } = new URL(ctx.config.url);
  return err<HttpError>({ kind: 'timeout', message: `Reading the pack on ${host} was stopped.` });
}
