import { useLiveQuery } from 'dexie-react-hooks';
import { Paperclip, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { askPage } from '@/lib/browser/page';
import type { Escalation } from '@/lib/escalation/escalation';
import { deleteFile, listFiles, saveFile } from '@/lib/evidence/store';
import { formatBytes, fromBase64 } from '@/lib/std/bytes';
import { deskById } from '@/lib/ticket/desks';
import type { Attachment } from '@/lib/ticket/ticket';

/** Redmine's and most trackers' default limit lies at 5 MB; larger files are refused by the tracker in words. */
const MAX_BYTES = 20_000_000;

interface EvidenceListProps {
  readonly escalation: Escalation;
  readonly attachments: readonly Attachment[];
  readonly tabId: number | null;
}

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
): Promise<string | null> {
  const answer = (await askPage(tabId, deskById(ticket.desk)?.script ?? ticket.desk, {
    type: 'attachment',
    url: attachment.url,
    maxBytes: MAX_BYTES,
  })) as AttachmentAnswer;
  if (typeof answer?.base64 !== 'string') return answer?.error?.detail ?? 'The file could not be read.';
  const type = answer.type || attachment.type || 'application/octet-stream';
  await saveFile({
    escalationId,
    attachmentId: attachment.id,
    name: attachment.name,
    type,
    bytes: new Blob([fromBase64(answer.base64)], { type }),
  });
  return null;
}

/** Files that go with the issue: the ticket's own by a tick, others by choosing. Copies are kept until delivered. */
export function EvidenceList({ escalation, attachments, tabId }: EvidenceListProps) {
  const files = useLiveQuery(() => listFiles(escalation.id), [escalation.id], []);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const toggle = async (attachment: Attachment, wanted: boolean) => {
    setProblem(null);
    const copy = files.find((file) => file.attachmentId === attachment.id);
    if (!wanted) {
      if (copy) await deleteFile(copy.id);
      return;
    }
    if (tabId === null) return setProblem('Open the ticket in this window, then pick its attachments.');
    setBusy(attachment.id);
    const failed = await copyAttachment(escalation, attachment, tabId).catch(
      () => 'The page could not be reached. Open the ticket and try again.',
    );
    setBusy(null);
    setProblem(failed ? `${attachment.name}: ${failed}` : null);
  };

  const add = async (chosen: FileList | null) => {
    setProblem(null);
    for (const file of chosen ?? []) {
      if (file.size > MAX_BYTES) {
        setProblem(`${file.name} is larger than ${formatBytes(MAX_BYTES)} and was not added.`);
        continue;
      }
      await saveFile({
        escalationId: escalation.id,
        attachmentId: '',
        name: file.name,
        type: file.type,
        bytes: file,
      });
    }
  };

  const own = files.filter((file) => file.attachmentId === '');
  return (
    <section>
      <SectionTitle remark={files.length > 0 ? `${files.length} will be attached` : undefined}>
        Evidence
      </SectionTitle>
      {attachments.length + own.length > 0 ? (
        <Card className="mb-2">
          {attachments.map((attachment) => (
            <div key={attachment.id} className="px-3 py-2">
              <Checkbox
                checked={files.some((file) => file.attachmentId === attachment.id)}
                disabled={busy !== null}
                onChange={(wanted) => void toggle(attachment, wanted)}
              >
                <bdi>{attachment.name}</bdi>{' '}
                <span className="text-meta text-ink-3">
                  {busy === attachment.id
                    ? 'copying…'
                    : attachment.size === null
                      ? ''
                      : formatBytes(attachment.size)}
                </span>
              </Checkbox>
            </div>
          ))}
          {own.map((file) => (
            <div key={file.id} className="flex items-center gap-2 px-3 py-2">
              <Paperclip size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
              <span className="min-w-0 flex-1">
                <bdi>{file.name}</bdi> <span className="text-meta text-ink-3">{formatBytes(file.size)}</span>
              </span>
              <TextButton className="text-meta" onClick={() => void deleteFile(file.id)}>
                Remove<span className="sr-only"> {file.name}</span>
              </TextButton>
            </div>
          ))}
        </Card>
      ) : null}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          void add(event.target.files).then(() => {
            if (picker.current) picker.current.value = '';
          });
        }}
      />
      <Button size="sm" onClick={() => picker.current?.click()}>
        <Plus size={14} /> Add file
      </Button>
      {problem ? (
        <p role="alert" className="mt-1.5 text-meta text-s4">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
