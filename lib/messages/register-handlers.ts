import { clearAllData } from '@/lib/db/store';
import { refreshStages } from '@/lib/follow-up/status';
import { clearIndex } from '@/lib/knowledge/index/update-index';
import { checkSource, removeSource, saveSource } from '@/lib/knowledge/sync/connect-source';
import { endAllSyncs, pauseSync, recordsImported, stopSync, syncNow } from '@/lib/knowledge/sync/sync';
import { completeReport, previewCompletion, undoCompletion } from '@/lib/outbox/complete';
import { checkTracker, removeTracker, saveTracker } from '@/lib/outbox/connect-tracker';
import { openDefaultConnection } from '@/lib/outbox/connection';
import { listWritableSources } from '@/lib/outbox/deliver-article';
import { fileLimit } from '@/lib/outbox/file-limit';
import { confirmAddress, copiedOut, handOff, reopenHandOff, undoHandOff } from '@/lib/outbox/hand-off';
import { linkKnown, reopenPrevented, unlinkKnown } from '@/lib/outbox/known-use';
import { drainOutbox, nudgeDesk, resumeConnection, retryDelivery } from '@/lib/outbox/outbox';
import { previewIssue } from '@/lib/outbox/preview';
import { countReport, raiseCounted, undoRaise } from '@/lib/outbox/raise';
import { saveArticle, undoArticle } from '@/lib/outbox/save-article';
import { dropDelivery } from '@/lib/outbox/store';
import { connectPlaybook, disconnectPlaybook, reloadPlaybook } from '@/lib/playbook-loading/load-playbook';
import { deleteAllSecrets } from '@/lib/settings/secrets';
import {
  playbookDraft,
  sourceConnections,
  storedPlaybook,
  trackerConnections,
} from '@/lib/settings/settings';
import { ok } from '@/lib/std/result';
import { handle } from './handle';

async function clearData(): Promise<void> {
  await sourceConnections.setValue([]);
  await endAllSyncs();
  await trackerConnections.setValue([]);
  await disconnectPlaybook();
  await storedPlaybook.setValue(null);
  await playbookDraft.setValue(null);
  await deleteAllSecrets();
  await clearAllData();
  await clearIndex();
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
  handle('fileLimit', fileLimit);
  handle('lookUpIssue', async ({ issueKey }) => {
    const connection = await openDefaultConnection();
    if (!connection) return ok(null);
    if (!connection.ok) return connection;
    return connection.value.tracker.findIssue(issueKey, connection.value.ctx);
  });
  handle('linkKnown', async ({ escalationId, record, requesters }) => {
    const used = await linkKnown(escalationId, record, requesters);
    void drainOutbox();
    return used;
  });
  handle('unlinkKnown', async ({ escalationId }) => {
    const undone = await unlinkKnown(escalationId);
    void drainOutbox();
    return undone;
  });
  handle('countReport', async ({ escalationId, report }) => {
    const counted = await countReport(escalationId, report);
    void drainOutbox();
    return counted;
  });
  handle('undoRaise', async ({ escalationId }) => {
    const undone = await undoRaise(escalationId);
    void drainOutbox();
    return undone;
  });
  handle('previewCompletion', ({ escalationId }) => previewCompletion(escalationId));
  handle('completeReport', async ({ escalationId, seen }) => {
    const completed = await completeReport(escalationId, seen);
    void drainOutbox();
    return completed;
  });
  handle('undoCompletion', async ({ escalationId }) => {
    const undone = await undoCompletion(escalationId);
    void drainOutbox();
    return undone;
  });
  handle('reopenPrevented', ({ escalationId }) => reopenPrevented(escalationId));
  handle('listWritableSources', listWritableSources);
  handle('saveArticle', async ({ escalationId, connectionId, change, unmasked }) => {
    const queued = await saveArticle(escalationId, connectionId, change, unmasked);
    void drainOutbox();
    return queued;
  });
  handle('undoArticle', async ({ deliveryId }) => {
    const undone = await undoArticle(deliveryId);
    void drainOutbox();
    return undone;
  });
  handle('nudgeOutbox', async ({ deskKey }) => {
    if (deskKey) await nudgeDesk(deskKey);
    await drainOutbox();
  });
  handle('retryDelivery', async ({ deliveryId }) => {
    await retryDelivery(deliveryId);
    await drainOutbox();
  });
  handle('dropDelivery', async ({ deliveryId }) => {
    await dropDelivery(deliveryId);
    await drainOutbox();
  });
  handle('refreshStages', async () => {
    await raiseCounted();
    await refreshStages(Date.now());
  });
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
  handle('checkSource', checkSource);
  handle('saveSource', async (input) => {
    const saved = await saveSource(input);
    if (saved.ok) {
      await resumeConnection(saved.value.connectionId);
      void drainOutbox();
    }
    return saved;
  });
  handle('removeSource', ({ connectionId }) => removeSource(connectionId));
  handle('syncNow', ({ connectionId }) => {
    void syncNow(connectionId);
  });
  handle('pauseSync', ({ connectionId }) => pauseSync(connectionId));
  handle('stopSync', ({ connectionId }) => stopSync(connectionId));
  handle('recordsImported', recordsImported);
  handle('connectPlaybook', ({ url }) => connectPlaybook(url));
  handle('reloadPlaybook', reloadPlaybook);
  handle('disconnectPlaybook', disconnectPlaybook);
  handle('clearData', clearData);
}
