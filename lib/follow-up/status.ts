import { listPending, updateEscalation } from '@/lib/escalation/store';
import { openConnection } from '@/lib/outbox/connection';
import { trackerConnections } from '@/lib/settings/settings';
import { MINUTE_MS } from '@/lib/std/time';

/** A stage younger than this is not asked for again, however often the popup is opened. */
const FRESH_MS = MINUTE_MS;

/** Asks the tracker where each pending issue stands. Failures leave the last known stage with its age. */
export async function refreshStages(now: number): Promise<void> {
  const connections = await trackerConnections.getValue();
  for (const escalation of await listPending()) {
    const { issue, stage } = escalation;
    if (!issue || (stage && now - stage.at < FRESH_MS)) continue;
    const connection = connections.find((entry) => entry.trackerId === issue.trackerId);
    const opened = connection && (await openConnection(connection.id));
    if (!opened?.ok) continue;
    const state = await opened.value.tracker.getIssue(issue, opened.value.ctx);
    if (!state.ok) continue;
    const { status, assignee, closed } = state.value;
    await updateEscalation(escalation.id, { stage: { status, assignee, closed, at: now } }, now);
  }
}
