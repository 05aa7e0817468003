import { readerById, readers } from './readers';
import type { HelpDesk } from './ticket-reader';

/** What screens may know of a help desk. */
export type KnownDesk = Omit<HelpDesk, 'matches' | 'locate'>;

export const deskById = (id: string): KnownDesk | undefined => readerById(id);

/** Products that live on hosts known beforehand, by name. */
export const hostedDesks = (): readonly KnownDesk[] =>
  readers.filter(({ hosts }) => hosts.length > 0).toSorted((a, b) => a.name.localeCompare(b.name));
