import { type Delivery, UNDO_MS } from './delivery';

/** A row that leaves once the undo time is over. */
export function waitingRow(
  what: Pick<Delivery, 'escalationId' | 'key' | 'payload' | 'after'>,
  now: number,
): Delivery {
  return {
    ...what,
    id: crypto.randomUUID(),
    state: 'waiting',
    notBefore: now + UNDO_MS,
    leaseUntil: null,
    settlesAt: null,
    attempts: 0,
    error: null,
    result: null,
    createdAt: now,
    updatedAt: now,
  };
}
