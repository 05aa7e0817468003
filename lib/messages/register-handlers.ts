import { clearAllData } from '@/lib/db/store';
import { refreshStages } from '@/lib/follow-up/status';
import { checkTracker, removeTracker, saveTracker } from '@/lib/outbox/connect-tracker';
import { openDefaultConnection } from '@/lib/outbox/connection';
import { confirmAddress, copiedOut, handOff, reopenHandOff, undoHandOff } from '@/lib/outbox/hand-off';
import { drainOutbox, nudgeDesk, resumeConnection, retryDelivery } from '@/lib/outbox/outbox';
import { previewIssue } from '@/lib/outbox/preview';
import { deleteAllSecrets } from '@/lib/settings/secrets';
import { trackerConnections } from '@/lib/settings/settings';
import { ok } from '@/lib/std/result';
import { handle } from './handle';

async function clearData(): Promise<void> {
  await trackerConnections.setValue([]);
  await deleteAllSecrets();
  await clearAllData();
  await drainOutbox();
}

/** Wires every message of the protocol to the room that answers it. */
export function registerHandlers(): void {
  handle('previewIssue', ({ escalationId }) => previewIssue(escalationId));
  handle('handOff', async ({ escalationId, seen }) => {
    const queued = await handOff(escalationId, seen);
    void drainOutbox();
    return queued;
  });
  handle('undoHandOff', async ({ escalationId }) => {
    const undone = await undoHandOff(escalationId);
    void drainOutbox();
    return undone;
  });
  handle('reopenHandOff', async ({ escalationId }) => {
    const reopened = await reopenHandOff(escalationId);
    void drainOutbox();
    return reopened;
  });
  handle('copiedOut', async ({ escalationId, seen, by }) => {
    const copied = await copiedOut(escalationId, seen, by);
    void drainOutbox();
    return copied;
  });
  handle('confirmAddress', async ({ escalationId, url }) => {
    const confirmed = await confirmAddress(escalationId, url);
    void drainOutbox();
    return confirmed;
  });
  handle('lookUpIssue', async ({ issueKey }) => {
    const connection = await openDefaultConnection();
    if (!connection) return ok(null);
    if (!connection.ok) return connection;
    return connection.value.tracker.findIssue(issueKey, connection.value.ctx);
  });
  handle('nudgeOutbox', async ({ deskKey }) => {
    if (deskKey) await nudgeDesk(deskKey);
    await drainOutbox();
  });
  handle('retryDelivery', async ({ deliveryId }) => {
    await retryDelivery(deliveryId);
    await drainOutbox();
  });
  handle('refreshStages', () => refreshStages(Date.now()));
  handle('checkTracker', checkTracker);
  handle('saveTracker', async (input) => {
    const saved = await saveTracker(input);
    if (saved.ok) {
      await resumeConnection(saved.value.connectionId);
      void drainOutbox();
    }
    return saved;
  });
  handle('removeTracker', ({ connectionId }) => removeTracker(connectionId));
  handle('clearData', clearData);
}
