import { hasOrigins, toOriginPattern } from '@/lib/browser/permissions';
import { requestText } from '@/lib/http/request-text';
import { MAX_PLAYBOOK_BYTES, parsePlaybook } from '@/lib/playbook/parse-playbook';
import { err, ok, type Result } from '@/lib/std/result';

/** What the address answered: the very document that is known, or a valid playbook as it was written. */
export type FetchedPlaybook =
  | { readonly changed: false }
  | { readonly changed: true; readonly text: string; readonly etag: string | null };

/** Asks the address once; `etag` names the document that is known. The error is a sentence for the settings page. */
export async function fetchPlaybook(
  url: URL,
  etag: string | null,
  signal: AbortSignal,
): Promise<Result<FetchedPlaybook, string>> {
  if (!(await hasOrigins([toOriginPattern(url)]))) {
    return err(`Baton may not reach ${url.host}. Press Load now and allow it.`);
  }
  const context = { fetch: globalThis.fetch.bind(globalThis), signal };
  const answer = await requestText({ url, etag, maxBytes: MAX_PLAYBOOK_BYTES }, context);
  if (!answer.ok) return err(answer.error.message);
  if (!answer.value.changed) return ok({ changed: false });
  const parsed = parsePlaybook(answer.value.text);
  if (!parsed.ok) return err(`What ${url.host} sent is no valid playbook. ${parsed.error}`);
  return ok({ changed: true, text: answer.value.text, etag: answer.value.headers.get('etag') });
}
