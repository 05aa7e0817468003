import { readerById } from './readers';
import type { HelpDesk } from './ticket-reader';

/** What screens may know of a help desk: its name and whether Baton can write internal notes there. */
export type Desk = Pick<HelpDesk, 'id' | 'name' | 'writesNotes'>;

export const deskById = (id: string): Desk | undefined => readerById(id);
