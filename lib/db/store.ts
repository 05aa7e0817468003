import { database } from './database';

/** Empties every table; the schema stays. Tokens and settings lie elsewhere. */
export async function clearAllData(): Promise<void> {
  const db = database();
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
}

/**
 * Everything the agent wrote and what became of it, for the export in Settings. Files by name only; no tokens here. Of
 * knowledge only the names of its sources: the records are a copy of what lies there.
 */
export async function exportData(sources: readonly string[]): Promise<object> {
  const db = database();
  const [escalations, deliveries, files] = await Promise.all([
    db.escalations.toArray(),
    db.deliveries.toArray(),
    db.files.toArray(),
  ]);
  return {
    format: 'baton-export',
    version: 1,
    escalations,
    deliveries,
    sources,
    files: files.map(({ bytes: _bytes, ...facts }) => facts),
  };
}
