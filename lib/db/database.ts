import { Dexie, type Table } from 'dexie';
import type { Escalation } from '@/lib/escalation/escalation';
import type { EvidenceFile } from '@/lib/evidence/evidence-file';
import type { StoredRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRow, SourceState, UnindexedRow } from '@/lib/knowledge/source-state';
import type { Delivery } from '@/lib/outbox/delivery';
import type { SavedSelection } from '@/lib/selection/selection';
import type { ReaderHealth } from '@/lib/ticket/reader-health';
import type { SeenTicket } from '@/lib/ticket/seen-ticket';
import { declareVersions, SCHEMA_VERSION } from './versions';

/** The stored data was written by a newer Baton; an older one must not touch it. */
class NewerDataError extends Error {
  override readonly name = 'NewerDataError';
  constructor() {
    super(
      'Your saved escalations were written by a newer version of Baton. Update the extension to open them.',
    );
  }
}

/** Work that has not been handed over yet, and the shared record of what has. */
export class BatonDatabase extends Dexie {
  declare escalations: Table<Escalation, string>;
  declare deliveries: Table<Delivery, string>;
  declare files: Table<EvidenceFile, string>;
  declare selections: Table<SavedSelection, number>;
  declare seenTickets: Table<SeenTicket, string>;
  declare readerHealth: Table<ReaderHealth, string>;
  declare knowledge: Table<StoredRecord, string>;
  declare sourceStates: Table<SourceState, string>;
  declare brokenRecords: Table<BrokenRow, [string, string]>;
  declare unindexed: Table<UnindexedRow, number>;

  constructor(name = 'baton') {
    // Strict: an acknowledged write survives a power cut; costs about 3 ms a write.
    super(name, { chromeTransactionDurability: 'strict' });
    declareVersions(this);
    // Dexie opens a newer database without complaint, so the check is ours (Dexie stores version × 10).
    this.on('ready', (db) => {
      if (((db as Dexie).backendDB()?.version ?? 0) > SCHEMA_VERSION * 10) throw new NewerDataError();
    });
  }
}

let shared: BatonDatabase | undefined;

/** The database of this context. Opened on first use, so that importing it has no effect. */
export function database(): BatonDatabase {
  shared ??= new BatonDatabase();
  return shared;
}

/** For tests: forget the connection, so that the next use opens the database anew. */
export function closeDatabase(): void {
  shared?.close();
  shared = undefined;
}
