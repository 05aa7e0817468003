import { askPage, PageUnreachableError } from '@/lib/browser/page';
import { hasOrigins, toOriginPattern } from '@/lib/browser/permissions';
import { tabsAtOrigin } from '@/lib/browser/tabs';
import { loadEscalation } from '@/lib/escalation/store';
import { err, ok, type Result } from '@/lib/std/result';
import { MINUTE_MS } from '@/lib/std/time';
import { readerById } from '@/lib/ticket/readers';
import type { NewNote, NoteReceipt, ReadError } from '@/lib/ticket/ticket-reader';
import type { DeliveryError, DeliveryErrorKind } from '@/lib/trackers/delivery-error';
import type { Delivery, DeliveryPayload } from './delivery';

type NotePayload = Extract<DeliveryPayload, { kind: 'note' }>;
type Written = Promise<Result<NoteReceipt, DeliveryError>>;

const KINDS: Record<ReadError['kind'], DeliveryErrorKind> = {
  'logged-out': 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'rate-limited': 'rate-limited',
  'half-loaded': 'server',
  'changed-layout': 'unexpected-answer',
  server: 'server',
  offline: 'offline',
  'too-large': 'unexpected-answer',
};

const toDeliveryError = (error: ReadError): DeliveryError => ({
  kind: KINDS[error.kind],
  message: error.detail,
});

const waitForDesk = (host: string): DeliveryError => ({
  kind: 'offline',
  message: `The note waits: open any page of ${host}, and Baton writes it.`,
  retryAfterMs: 5 * MINUTE_MS,
});

interface NoteAnswer {
  readonly ok: boolean;
  readonly receipt?: NoteReceipt;
  readonly error?: ReadError;
}

/** Null when no tab of the desk could be asked. */
async function writeThroughTab(origin: string, deskKey: string, note: NewNote) {
  for (const tabId of await tabsAtOrigin(origin)) {
    try {
      const answer = (await askPage(tabId, {
        to: 'baton-page',
        type: 'note',
        deskKey,
        note,
      })) as NoteAnswer;
      if (answer?.receipt) return ok(answer.receipt);
      if (answer?.error) return err(answer.error);
    } catch (cause) {
      // This tab cannot be used (another site by now, no permission); the next one may.
      if (!(cause instanceof PageUnreachableError)) throw cause;
    }
  }
  return null;
}

/** With the origin permission the worker's own request carries the login cookie, where the desk accepts that. */
async function writeFromBackground(url: URL, deskId: string, note: NewNote) {
  const reader = readerById(deskId);
  if (!reader?.addNote || !reader.notesFromBackground) return null;
  if (!(await hasOrigins([toOriginPattern(url)]))) return null;
  return reader.addNote(note, {
    url,
    fetch: (input, init) => fetch(input, { ...init, credentials: 'include' }),
    signal: AbortSignal.timeout(25_000),
  });
}

/**
 * Writes the internal note through an open tab of the desk, else from the background where the desk allows it, else
 * waits. The marker is looked up by the reader first, and the desk has to confirm that the note is internal.
 */
export async function deliverNote(row: Delivery, payload: NotePayload): Written {
  const issue = (await loadEscalation(row.escalationId))?.issue;
  if (!issue) return err({ kind: 'invalid', message: 'There is no issue yet that the note could name.' });
  const url = new URL(payload.ticketUrl);
  const note: NewNote = {
    ticketId: payload.ticketId,
    text: payload.text,
    link: { title: `Issue ${issue.key}`, url: issue.url },
    marker: row.key,
  };
  const deskId = payload.deskKey.split(' ', 1)[0] ?? '';
  const written =
    (await writeThroughTab(url.origin, payload.deskKey, note)) ??
    (await writeFromBackground(url, deskId, note));
  if (!written) return err(waitForDesk(url.host));
  if (!written.ok) return err(toDeliveryError(written.error));
  if (!written.value.confirmedInternal) {
    return err({
      kind: 'conflict',
      message: 'The desk did not confirm that the note is internal. Look at the ticket.',
    });
  }
  return written;
}
