import type Dexie from 'dexie';

/** The newest schema this build knows. A database written by a later build is refused in words, never reset. */
export const SCHEMA_VERSION = 3;

/** Every shipped step stays as it was shipped. Only what is queried is indexed. */
export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    escalations: 'id, ticketKey, state',
    deliveries: 'id, escalationId, state',
    files: 'id, escalationId',
    selections: '++id, windowId',
  });
  db.version(2).stores({
    seenTickets: 'key, [deskKey+seenAt]',
    readerHealth: 'deskKey',
  });
  db.version(3).stores({
    knowledge: 'recordKey, connectionId',
    sourceStates: 'connectionId',
    brokenRecords: '[connectionId+id], connectionId',
    unindexed: '++seq',
  });
}
