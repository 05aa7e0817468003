import { err, type Result } from '@/lib/std/result';
import type { ReadError } from './ticket-reader';

type Failed = Result<never, ReadError>;

/** The session is over, told by a status, a redirect or a page that asks for a password. */
export const loggedOut = (): Failed =>
  err({
    kind: 'logged-out',
    detail: 'You are logged out of the help desk. Log in there, then read the ticket again.',
  });

export const unknownTicket = (): Failed =>
  err({
    kind: 'not-found',
    detail: 'The help desk does not know this ticket or address. It may be deleted or merged.',
  });

/** A note was written, but the desk's own words do not prove that the customer cannot see it. */
export const notInternal = (): Failed =>
  err({
    kind: 'changed-layout',
    detail: 'The note was sent, but the help desk does not call it internal. Look at the ticket.',
  });
