import { loadEscalation } from '@/lib/escalation/store';
import { loadFile } from '@/lib/evidence/store';
import { err, ok, type Result } from '@/lib/std/result';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { IssueRef } from '@/lib/trackers/new-issue';
import { withKeyLine } from '@/lib/trackers/with-key';
import { type OpenConnection, openConnection } from './connection';
import { deliverArticle } from './deliver-article';
import { deliverNote } from './deliver-note';
import type { Delivery, DeliveryPayload } from './delivery';

/** What a delivered row leaves behind: the issue it made or found, or nothing. */
export interface Outcome {
  readonly issue: { readonly ref: IssueRef; readonly trackerId: string } | null;
}

type Payload<K extends DeliveryPayload['kind']> = Extract<DeliveryPayload, { kind: K }>;
type Attempted = Promise<Result<Outcome, DeliveryError>>;

const DONE: Outcome = { issue: null };

const invalid = (message: string) => err<DeliveryError>({ kind: 'invalid', message });

/**
 * The look-up always comes first: a colleague's browser, an earlier attempt whose answer was lost, or a worker that
 * was killed may have filed it already. A look-up that fails stops the create.
 */
async function deliverIssue(row: Delivery, payload: Payload<'issue'>): Attempted {
  const connection = await openConnection(payload.connectionId);
  if (!connection.ok) return connection;
  const { tracker, ctx } = connection.value;
  const found = await tracker.findIssue(row.key, ctx);
  if (!found.ok) return found;
  if (found.value) return ok({ issue: { ref: found.value, trackerId: tracker.id } });
  const created = await tracker.createIssue(payload.issue, row.key, ctx);
  if (!created.ok) return created;
  return ok({
    issue: { ref: await settleTwins(created.value, row.key, connection.value), trackerId: tracker.id },
  });
}

/**
 * Trackers know no uniqueness: two browsers in the same second, or a connection that sent twice by itself, can make
 * two issues. The older one counts for everybody, and the younger one says so to its readers.
 */
async function settleTwins(
  created: IssueRef,
  key: string,
  { tracker, ctx }: OpenConnection,
): Promise<IssueRef> {
  const first = await tracker.findIssue(key, ctx);
  if (!first.ok || !first.value || first.value.id === created.id) return created;
  await tracker.addComment(
    created,
    `Filed twice at the same moment. Please go on in ${first.value.url}`,
    ctx,
  );
  return first.value;
}

async function deliverAttachment(row: Delivery, payload: Payload<'attachment'>): Attempted {
  const [connection, escalation, file] = await Promise.all([
    openConnection(payload.connectionId),
    loadEscalation(row.escalationId),
    loadFile(payload.fileId),
  ]);
  if (!connection.ok) return connection;
  if (!escalation?.issue) return invalid('The issue this file belongs to is gone.');
  if (!file) return invalid(`The file ${payload.name} is no longer kept here. Attach it in the tracker.`);
  const { tracker, ctx } = connection.value;
  const attached = await tracker.attach(escalation.issue, { ...file, name: payload.name }, row.key, ctx);
  return attached.ok ? ok(DONE) : attached;
}

/** A colleague's browser or an attempt whose answer was lost may have written it: the issue's comments are asked first. */
async function deliverComment(row: Delivery, payload: Payload<'comment'>): Attempted {
  const connection = await openConnection(payload.connectionId);
  if (!connection.ok) return connection;
  const { tracker, ctx } = connection.value;
  const found = await tracker.findComment(payload.ref, row.key, ctx);
  if (!found.ok) return found;
  if (found.value) return ok(DONE);
  const added = await tracker.addComment(payload.ref, withKeyLine(payload.text, row.key), ctx);
  return added.ok ? ok(DONE) : added;
}

/** Sends one leased row. Every path asks the other side by key before it writes. */
export async function deliver(row: Delivery): Attempted {
  switch (row.payload.kind) {
    case 'issue':
      return deliverIssue(row, row.payload);
    case 'attachment':
      return deliverAttachment(row, row.payload);
    case 'note': {
      const written = await deliverNote(row, row.payload);
      return written.ok ? ok(DONE) : written;
    }
    case 'comment':
      return deliverComment(row, row.payload);
    case 'article': {
      const saved = await deliverArticle(row, row.payload);
      return saved.ok ? ok(DONE) : saved;
    }
  }
}
