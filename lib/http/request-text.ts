import { err, ok, type Result } from '@/lib/std/result';
import { BadBytes, unpack } from '@/lib/std/unpack';
import { type DownloadRequest, download } from './download';
import type { HttpError } from './http-error';
import { MAX_BODY_BYTES } from './read-body';
import type { HttpContext } from './request';

export interface TextRequest extends Omit<DownloadRequest, 'maxBytes' | 'maxUnpackedBytes' | 'idleMs'> {
  /** Cap on the text's bytes, packed or not; 5 MB unless told. */
  readonly maxBytes?: number;
}

export type TextAnswer =
  | { readonly changed: false }
  | { readonly changed: true; readonly text: string; readonly headers: Headers };

/** A feed, a page or a Markdown file as text in whatever encoding it says it has; gzip is unpacked. Else as `download`. */
export async function requestText(
  { maxBytes = MAX_BODY_BYTES, ...request }: TextRequest,
  context: HttpContext,
): Promise<Result<TextAnswer, HttpError>> {
  const outcome = await download({ ...request, maxBytes }, context);
  if (!outcome.ok) return outcome;
  if (!outcome.value.changed) return ok(outcome.value);
  const { file, headers } = outcome.value;
  const text = await decode(file, headers.get('content-type') ?? '', maxBytes);
  if (!text.ok)
    return err({ kind: 'unexpected-answer', message: `What ${request.url.host} sent ${text.error}.` });
  // Some servers give everything the type of text.
  if (!request.page && /^\s*<(!doctype html|html)\b/i.test(text.value)) {
    const message = `${request.url.host} answered with a web page: a login page, a portal of the network, or a wrong address.`;
    return err({ kind: 'unexpected-answer', message });
  }
  return ok({ changed: true, text: text.value, headers });
}

async function decode(file: Blob, type: string, maxBytes: number): Promise<Result<string, string>> {
  try {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of unpack(file, maxBytes)) pieces.push(piece);
    const bytes = await new Blob(pieces).arrayBuffer();
    return ok(new TextDecoder(encodingOf(new Uint8Array(bytes), type), { fatal: true }).decode(bytes));
  } catch (error) {
    return err(error instanceof BadBytes ? error.message : 'is no text in the encoding it says it has');
  }
}

/** The byte order mark, then the header, then what the document says about itself (HTML, "Determining the character encoding"). */
function encodingOf(bytes: Uint8Array, type: string): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const said =
    /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type) ??
    /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head) ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head);
  return said?.[1] ?? 'utf-8';
}
