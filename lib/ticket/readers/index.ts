import type { TicketReader } from '@/lib/ticket/ticket-reader';
import { anyPage } from './any-page/any-page';
import { requestTracker } from './request-tracker/request-tracker';
import { zammad } from './zammad/zammad';

/** In the order in which they are asked: products first, the generic reader last. */
export const readers: readonly TicketReader[] = [requestTracker, zammad, anyPage];

export const readerById = (id: string): TicketReader | undefined =>
  readers.find((reader) => reader.id === id);
