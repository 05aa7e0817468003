import { err, ok, type Result } from '@/lib/std/result';
import { toLine } from './bounds';
import { fetchBytes } from './desk-fetch';
import type { Desk, ReadError } from './ticket-reader';

interface AttachmentBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The file behind an attachment of the ticket. Same origin only: the login cookie never leaves the desk. */
export async function fetchAttachment(
  page: Desk,
  url: string,
  maxBytes: number,
): Promise<Result<AttachmentBytes, ReadError>> {
  const answer = await fetchBytes(page, url, {}, maxBytes);
  if (!answer.ok) {
    // The browser does not tell a dead line from a file that is kept on a server which lets no other page read it.
    const detail =
      'The file cannot be fetched: the help desk is out of reach or keeps its files on another server. Save it from the ticket, then add it by hand.';
    return answer.error.kind === 'offline' ? err({ kind: 'offline', detail }) : answer;
  }
  const { response, bytes } = answer.value;
  const type = toLine(response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (response.redirected && type === 'text/html') {
    const detail = 'The help desk sent a page instead of the file: you are probably logged out there.';
    return err({ kind: 'logged-out', detail });
  }
  return ok({ bytes, type: type || 'application/octet-stream' });
}
