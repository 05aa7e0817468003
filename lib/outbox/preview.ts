import type { Escalation } from '@/lib/escalation/escalation';
import { datesFor } from '@/lib/escalation/priority';
import { findGaps, type Gap, issueGaps, summarizeGaps } from '@/lib/escalation/report/readiness';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { loadEscalation } from '@/lib/escalation/store';
import { isDraft } from '@/lib/escalation/transitions';
import { listFiles } from '@/lib/evidence/store';
import type { Preview, Refusal } from '@/lib/messages/protocol';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import { copyOutRepository, storedPlaybook } from '@/lib/settings/settings';
import { sha256Hex } from '@/lib/std/hash';
import { toMarkdown } from '@/lib/std/markdown';
import { err, ok, type Result } from '@/lib/std/result';
import { readerById } from '@/lib/ticket/readers';
import { toClipboardText, toGitHubNewIssueUrl, toMarkdownFile } from '@/lib/trackers';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { withKey } from '@/lib/trackers/with-key';
import { openDefaultConnection } from './connection';
import { composeOutgoing, type Outgoing } from './outgoing';

const refuse = (message: string) => err<Refusal>({ message });

interface Composed {
  readonly preview: Preview;
  readonly escalation: Escalation;
  readonly takenUpBy: string | null;
  /** What has to be there before anything leaves, though the issue can be drawn without it. */
  readonly gaps: readonly Gap[];
}

/** What would leave now, with what the handoff writes into the escalation. Null dates and gaps are refused in words. */
export async function composeIssue(escalationId: string): Promise<Result<Composed, Refusal>> {
  const escalation = await loadEscalation(escalationId);
  if (!escalation) return refuse('Nothing has been written for this ticket yet.');
  if (!isDraft(escalation.state)) return refuse('This escalation has been handed off already.');
  const playbook = toPlaybook(await storedPlaybook.getValue());
  const gaps = findGaps(escalation, playbook);
  const severity = effectiveSeverity(escalation, playbook);
  if (issueGaps(gaps).length > 0 || !severity) return refuse(summarizeGaps(gaps));
  const connection = await openDefaultConnection();
  if (connection && !connection.ok) return refuse(connection.error.message);
  const dates = datesFor(severity.level, Date.now(), playbook);
  const { issue, note, fileNames, masks } = await composeMasked(
    escalation,
    playbook,
    severity.level,
    dates.takenUpBy,
  );
  const body = connection
    ? connection.value.tracker.formatBody(issue, escalation.issueKey, connection.value.ctx.config)
    : toMarkdown(withKey(issue.body, escalation.issueKey));
  const hash = await sha256Hex(
    JSON.stringify([connection?.value.id, connection?.value.place, issue.title, body, fileNames, note]),
  );
  return ok({
    escalation,
    takenUpBy: dates.takenUpBy,
    gaps,
    preview: {
      issue,
      body,
      hash,
      note,
      fileNames,
      masks,
      copy: connection ? null : await toCopy(issue, escalation.issueKey),
      connection: connection
        ? {
            id: connection.value.id,
            trackerName: connection.value.tracker.name,
            place: connection.value.place,
          }
        : null,
    },
  });
}

/** Issue, note and file names as they may leave; no note when the agent wants none or the desk has no safe way to write one. */
async function composeMasked(
  escalation: Escalation,
  playbook: Playbook,
  severity: Severity,
  takenUpBy: string | null,
): Promise<Outgoing> {
  const canWrite = readerById(escalation.ticket.desk)?.writesNotes === true;
  const fileNames = (await listFiles(escalation.id)).map((file) => file.name);
  const withNote = escalation.noteOnTicket && canWrite;
  return composeOutgoing({ escalation, playbook, severity, takenUpBy, fileNames, withNote });
}

/** The note for an escalation that was handed off already, with the same masks as its issue. */
export async function composeNote(escalation: Escalation, playbook: Playbook): Promise<string | null> {
  const severity = effectiveSeverity(escalation, playbook);
  if (!severity) return null;
  return (await composeMasked(escalation, playbook, severity.level, escalation.takenUpBy)).note;
}

async function toCopy(issue: NewIssue, key: string): Promise<Preview['copy']> {
  const file = toMarkdownFile(issue, key);
  const repository = await copyOutRepository.getValue();
  const gitHubUrl = (repository && toGitHubNewIssueUrl(issue, key, repository)?.url) || null;
  return { text: toClipboardText(issue, key), fileName: file.name, gitHubUrl };
}

export async function previewIssue(escalationId: string): Promise<Result<Preview, Refusal>> {
  const composed = await composeIssue(escalationId);
  return composed.ok ? ok(composed.value.preview) : composed;
}
