import { database } from '@/lib/db/database';
import type { SavedSelection } from './selection';

export async function saveSelection(selection: Omit<SavedSelection, 'id'>): Promise<void> {
  await database().selections.add(selection);
}

/** Selections waiting for the panel of this window, oldest first. */
export function listSelections(windowId: number): Promise<SavedSelection[]> {
  return database().selections.where('windowId').equals(windowId).sortBy('id');
}

/** True for exactly one caller: two panels must not both add the same selection. */
export async function takeSelection(id: number): Promise<boolean> {
  const db = database();
  return db.transaction('rw', db.selections, async () => {
    if (!(await db.selections.get(id))) return false;
    await db.selections.delete(id);
    return true;
  });
}
