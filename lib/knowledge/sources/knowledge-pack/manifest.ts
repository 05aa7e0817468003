import * as z from 'zod/mini';
import { type Download, download } from '@/lib/http/download';
import type { HttpError } from '@/lib/http/http-error';
import type { Fetched, SourceContext } from '@/lib/knowledge/knowledge-source';
import { err, ok } from '@/lib/std/result';
import { type PackConfig, toPackHeaders } from './config';

/** What a pack may weigh on its way, and unpacked. */
const MAX_SENT_BYTES = 200_000_000;
export const MAX_UNPACKED_BYTES = 1_000_000_000;
const MAX_MANIFEST_BYTES = 1_000_000;

const count = z.number().check(z.gte(0), z.lte(100_000_000));
const revision = z.string().check(z.minLength(1), z.maxLength(200));
const packFile = {
  /** Relative to the manifest, on the same host. */
  url: z.string().check(z.minLength(1), z.maxLength(2_000)),
  /** Lines. */
  records: count,
  /** Of the unpacked lines: a host may pack and unpack a file on its way as it likes. */
  bytes: z.optional(z.number().check(z.gte(0))),
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
};

export const ManifestSchema = z.object({
  format: z.literal('baton-knowledge-pack'),
  version: z.literal(1),
  /** Everything there is. */
  base: z.object({ ...packFile, revision }),
  /** What changed between two revisions; none is needed. */
  deltas: z._default(
    z.array(z.object({ ...packFile, from: revision, to: revision })).check(z.maxLength(1_000)),
    [],
  ),
  /** The ids of everything there is, so that what was deleted is found without reading everything again. */
  ids: z.optional(z.object(packFile)),
});

/** What a pack consists of; its form is described in docs/knowledge-pack.md. */
export type Manifest = z.infer<typeof ManifestSchema>;
export type PackFile = Pick<Manifest['base'], 'url' | 'records' | 'bytes' | 'sha256'>;

const SomeVersionSchema = z.object({ format: z.literal('baton-knowledge-pack'), version: z.number() });

interface Found {
  readonly manifest: Manifest;
  readonly etag: string | null;
}

export async function fetchManifest(ctx: SourceContext<PackConfig>): Fetched<Found> {
  const found = await fetchNewManifest(ctx, null);
  if (!found.ok) return found;
  return found.value ? ok(found.value) : refuse('The host says that nothing changed, but nobody had asked.');
}

/** Null where it is still the one with this tag. */
export async function fetchNewManifest(
  ctx: SourceContext<PackConfig>,
  etag: string | null,
): Fetched<Found | null> {
  const url = new URL(ctx.config.url);
  const answer = await fetchFile(ctx, url, etag, MAX_MANIFEST_BYTES);
  if (!answer.ok) return answer;
  if (!answer.value.changed) return ok(null);
  const parsed = parseJson(await answer.value.file.text());
  const manifest = ManifestSchema.safeParse(parsed);
  if (manifest.success) return ok({ manifest: manifest.data, etag: answer.value.etag });
  const other = SomeVersionSchema.safeParse(parsed);
  if (other.success && other.data.version > 1) {
    return refuse(`The pack on ${url.host} is of version ${other.data.version}: update Baton to read it.`);
  }
  return refuse(`What ${url.host} answered is no knowledge pack: give the address of its manifest.json.`);
}

/** A file the manifest names. Never from another host: the permission and the token are for this one. */
export async function fetchPackFile(ctx: SourceContext<PackConfig>, file: PackFile): Fetched<Blob> {
  const { host, origin, href } = new URL(ctx.config.url);
  const url = URL.canParse(file.url, href) ? new URL(file.url, href) : null;
  if (url?.origin !== origin) {
    return refuse(`The pack on ${host} names a file that is not on ${host}; it was not fetched.`);
  }
  const answer = await fetchFile(ctx, url, null, MAX_SENT_BYTES);
  if (!answer.ok) return answer;
  // Without a tag in the request no server says that nothing changed.
  return answer.value.changed ? ok(answer.value.file) : refuse(`${host} did not send the file.`);
}

export function refuse(message: string) {
  return err<HttpError>({ kind: 'unexpected-answer', message });
}

function fetchFile(
  ctx: SourceContext<PackConfig>,
  url: URL,
  etag: string | null,
  maxBytes: number,
): Fetched<Download> {
  const headers = toPackHeaders(ctx.config);
  const secrets = [ctx.config.token].filter(Boolean);
  return download({ url, headers, secrets, etag, maxBytes, maxUnpackedBytes: MAX_UNPACKED_BYTES }, ctx);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
