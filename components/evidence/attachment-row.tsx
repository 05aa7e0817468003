import { useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import type { Escalation } from '@/lib/escalation/escalation';
import type { EvidenceFile } from '@/lib/evidence/evidence-file';
import type { FileLimit } from '@/lib/evidence/evidence-problems';
import { readImageHeader } from '@/lib/evidence/image-header';
import { deleteFile } from '@/lib/evidence/store';
import { formatBytes } from '@/lib/std/bytes';
import { toFileName } from '@/lib/std/file-name';
import type { Attachment } from '@/lib/ticket/ticket';
import { pickAttachment } from './pick-attachment';

interface AttachmentRowProps {
  readonly escalation: Escalation;
  readonly attachment: Attachment;
  /** The copy that goes with the issue, once it is ticked. */
  readonly copy: EvidenceFile | undefined;
  readonly tabId: number | null;
  readonly limit: FileLimit | null;
  readonly onEdit: (file: EvidenceFile) => void;
  /** Null once it went well. */
  readonly onProblem: (problem: string | null) => void;
}

/** An attachment of the ticket: a tick copies it, and a copied picture can be opened. */
export function AttachmentRow(props: AttachmentRowProps) {
  const { escalation, attachment, copy, tabId, limit, onEdit, onProblem } = props;
  const [busy, setBusy] = useState(false);
  const name = toFileName(attachment.name);
  const size = copy?.size ?? attachment.size;
  const overLimit = limit !== null && size !== null && size > limit.bytes;

  const toggle = async (wanted: boolean) => {
    onProblem(null);
    if (!wanted) {
      if (copy) await deleteFile(copy.id);
      return;
    }
    setBusy(true);
    const failed = await pickAttachment(escalation, attachment, tabId, limit);
    setBusy(false);
    onProblem(failed);
  };
  const edit = async (file: EvidenceFile) => {
    if (await readImageHeader(file.bytes)) onEdit(file);
    else onProblem(`${file.name} is no picture that can be opened. It goes as it is.`);
  };
  return (
    <div className="flex items-center gap-2 px-3 py-2">
      <Checkbox checked={copy !== undefined} disabled={busy} onChange={(wanted) => void toggle(wanted)}>
        <bdi>{name}</bdi>{' '}
        <span className={`text-meta ${overLimit ? 'font-semibold text-s4' : 'text-ink-3'}`}>
          {busy ? 'copying…' : size === null ? '' : formatBytes(size)}
          {overLimit ? ', over the limit' : ''}
        </span>
      </Checkbox>
      {copy?.type.startsWith('image/') ? (
        <TextButton className="text-meta" onClick={() => void edit(copy)}>
          Edit<span className="sr-only"> {copy.name}</span>
        </TextButton>
      ) : null}
    </div>
  );
}
