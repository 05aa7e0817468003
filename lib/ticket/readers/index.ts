import type { RegisteredDesk } from '@/lib/ticket/ticket-reader';
import { anyPageDesk } from './page/desk';
import { requestTrackerDesk } from './request-tracker/desk';
import { zammadDesk } from './zammad/desk';

/**
 * In the order in which they are asked: products first, the generic reader last. Descriptors only: the reading code of
 * each lies in its page script (`entrypoints/read-<id>.ts`), so that neither panel nor page carries all of them.
 */
export const readers: readonly RegisteredDesk[] = [
  { ...requestTrackerDesk, loadAddNote: () => import('./request-tracker/add-note') },
  zammadDesk,
  anyPageDesk,
];

export const readerById = (id: string): RegisteredDesk | undefined =>
  readers.find((reader) => reader.id === id);
