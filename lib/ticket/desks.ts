import { readerById } from './readers';
import type { HelpDesk } from './ticket-reader';

/** What screens may know of a help desk. */
export type KnownDesk = Omit<HelpDesk, 'matches' | 'locate'>;

export const deskById = (id: string): KnownDesk | undefined => readerById(id);
