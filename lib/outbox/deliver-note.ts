import { askPage, PageUnreachableError } from '@/lib/browser/page';
import { hasOrigins, toOriginPattern } from '@/lib/browser/permissions';
import { tabsAtOrigin } from '@/lib/browser/tabs';
import { loadEscalation } from '@/lib/escalation/store';
import { err, ok, type Result } from '@/lib/std/result';
import { MINUTE_MS, SECOND_MS } from '@/lib/std/time';
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
  // The desk's answer to the writing itself may have been lost.
  ...(error.kind === 'offline' || error.kind === 'server' ? { outcomeUnknown: true } : {}),
});

const waitForDesk = (host: string): DeliveryError => ({
  kind: 'offline',
  message: `The note waits: open any page of ${host}, and Baton writes it.`,
  retryAfterMs: 5 * MINUTE_MS,
});

const silentPage = (host: string): DeliveryError => ({
  kind: 'timeout',
  message: `The open page of ${host} did not answer in time. Reload it if it hangs.`,
  outcomeUnknown: true,
});

const DEADLINE_MS = 25 * SECOND_MS;

interface NoteAnswer {
  readonly ok: boolean;
  readonly receipt?: NoteReceipt;
  readonly error?: ReadError;
}

const SILENT = Symbol('no answer');

/** A page behind a dialog or a debugger never answers; the rows behind this one must not wait for it. */
const noAnswerInTime = () =>
  new Promise<typeof SILENT>((resolve) => setTimeout(() => resolve(SILENT), DEADLINE_MS));

/** Null when no tab of the desk could be asked. */
async function writeThroughTab(desk: string, deskId: string, deskKey: string, note: NewNote) {
  for (const tabId of await tabsAtOrigin(desk)) {
    try {
      const asked = askPage(tabId, deskId, { type: 'note', deskKey, note });
      const answer = (await Promise.race([asked, noAnswerInTime()])) as NoteAnswer | typeof SILENT;
      if (answer === SILENT) return SILENT;
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
  const loadAddNote = readerById(deskId)?.loadAddNote;
  if (!loadAddNote) return null;
  if (!(await hasOrigins([toOriginPattern(url)]))) return null;
  const { addNote } = await loadAddNote();
  return addNote(note, {
    url,
    fetch: (input, init) => fetch(input, { ...init, credentials: 'include' }),
    signal: AbortSignal.timeout(DEADLINE_MS),
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
  const [deskId = '', desk = url.origin] = payload.deskKey.split(' ', 2);
  const written =
    (await writeThroughTab(desk, deskId, payload.deskKey, note)) ??
    (await writeFromBackground(url, deskId, note));
  if (!written) return err(waitForDesk(url.host));
  if (written === SILENT) return err(silentPage(url.host));
  if (!written.ok) return err(toDeliveryError(written.error));
  if (!written.value.confirmedInternal) {
    return err({
      kind: 'conflict',
      message: 'The desk did not confirm that the note is internal. Look at the ticket.',
    });
  }
  return written;
}
