import type { Fetched, SourceContext, SourceReport } from '@/lib/knowledge/knowledge-source';
import { err, ok } from '@/lib/std/result';
import type { PackConfig } from './config';
import { fetchManifest } from './manifest';

const number = (value: number) => value.toLocaleString('en');

/** Looks at the manifest alone: the files are checked when they are taken in. */
export async function check(ctx: SourceContext<PackConfig>): Fetched<SourceReport> {
  const { url, token } = ctx.config;
  const answer = await fetchManifest(ctx);
  if (!answer.ok) {
    if (answer.error.kind !== 'unauthorized') return answer;
    const message = token ? 'The host does not accept the token.' : 'The host asks for an access token.';
    return err({ ...answer.error, message });
  }
  const { base, deltas } = answer.value.manifest;
  const changes = deltas.length === 0 ? '' : `; changes of the last ${number(deltas.length)} versions`;
  return ok({
    summary: `A pack of ${number(base.records)} records${changes}`,
    warnings: [
      ...(answer.value.etag ? [] : ['The host gives no ETag: the manifest is fetched again at every sync.']),
      ...(base.sha256 ? [] : ['The pack has no checksum: a damaged file may not be noticed.']),
      ...(token && new URL(url).protocol === 'http:' ? ['The token travels unencrypted: use https.'] : []),
    ],
  });
}
