import { readerById } from './readers';

/** What screens may know of a help desk: its name and whether Baton can write internal notes there. */
export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly writesNotes: boolean;
}

export function deskById(id: string): Desk | undefined {
  const reader = readerById(id);
  return reader && { id: reader.id, name: reader.name, writesNotes: reader.addNote !== undefined };
}
