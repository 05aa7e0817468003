import { askPage } from '@/lib/browser/page';
import type { Escalation } from '@/lib/escalation/escalation';
import { keptBytes } from '@/lib/evidence/admit-file';
import type { FileLimit } from '@/lib/evidence/evidence-problems';
import { saveFile } from '@/lib/evidence/store';
import { fromBase64 } from '@/lib/std/bytes';
import { toFileName } from '@/lib/std/file-name';
import { deskById } from '@/lib/ticket/desks';
import type { Attachment } from '@/lib/ticket/ticket';

interface AttachmentAnswer {
  readonly ok: boolean;
  readonly base64?: string;
  readonly type?: string;
  readonly error?: { readonly detail: string };
}

async function copyAttachment(
  { id: escalationId, ticket }: Escalation,
  attachment: Attachment,
  tabId: number,
  maxBytes: number,
): Promise<string | null> {
  const answer = (await askPage(tabId, deskById(ticket.desk)?.script ?? ticket.desk, {
    type: 'attachment',
    url: attachment.url,
    maxBytes,
  })) as AttachmentAnswer;
  if (typeof answer?.base64 !== 'string') return answer?.error?.detail ?? 'The file could not be read.';
  const type = answer.type || attachment.type || 'application/octet-stream';
  await saveFile({
    escalationId,
    attachmentId: attachment.id,
    name: toFileName(attachment.name),
    type,
    bytes: new Blob([fromBase64(answer.base64)], { type }),
  });
  return null;
}

/** Takes a copy of the ticket's attachment along; answers with what went wrong, or null. */
export async function pickAttachment(
  escalation: Escalation,
  attachment: Attachment,
  tabId: number | null,
  limit: FileLimit | null,
): Promise<string | null> {
  if (tabId === null) return 'Open the ticket in this window, then pick its attachments.';
  const failed = await copyAttachment(escalation, attachment, tabId, keptBytes(limit?.bytes ?? null)).catch(
    () => 'The page could not be reached. Open the ticket and try again.',
  );
  return failed ? `${toFileName(attachment.name)}: ${failed}` : null;
}
