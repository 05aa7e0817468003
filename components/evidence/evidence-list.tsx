import { useLiveQuery } from 'dexie-react-hooks';
import { Camera, Plus } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Card, SectionTitle } from '@/components/ui/card';
import { useAnswer } from '@/components/ui/use-answer';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import type { EvidenceFile } from '@/lib/evidence/evidence-file';
import { evidenceProblems, toSizeLine } from '@/lib/evidence/evidence-problems';
import { deleteFile, listFiles, replaceFile, saveFile } from '@/lib/evidence/store';
import { send } from '@/lib/messages/send';
import { withEnding } from '@/lib/std/file-name';
import type { Ticket } from '@/lib/ticket/ticket';
import { ActionTile } from './action-tile';
import { AttachmentRow } from './attachment-row';
import type { EditedImage } from './edited-image';
import { FileTile } from './file-tile';
import { Recordings } from './recordings';
import { useAddFiles, useDroppedFiles } from './use-add-files';
import { useCapture } from './use-capture';

/** Brings the canvas library with it, so it is loaded when the first picture is opened. */
const ImageEditor = lazy(() => import('./image-editor').then((it) => ({ default: it.ImageEditor })));

interface EvidenceListProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly patch: (patch: DraftPatch) => void;
  /** The page's context menu asked for a screenshot; `onCaptureTaken` says that it was heard. */
  readonly captureAsked: boolean;
  readonly onCaptureTaken: () => void;
}

/** Files and links that go with the issue. Copies are kept until delivered. */
export function EvidenceList(props: EvidenceListProps) {
  const { escalation, ticket, tabId, patch, captureAsked, onCaptureTaken } = props;
  const files = useLiveQuery(() => listFiles(escalation.id), [escalation.id], []);
  const { answer: limit = null } = useAnswer('file limit', () => send('fileLimit').catch(() => null));
  const { add, said, problems, setProblems, busy } = useAddFiles(escalation.id, limit?.bytes ?? null);
  const dragged = useDroppedFiles(add);
  const [edited, setEdited] = useState<{ image: EditedImage; file: EvidenceFile | null } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const refuse = (why: string | null) => setProblems(why ? [why] : []);
  const capture = useCapture(captureAsked, {
    captured: (image) => {
      refuse(null);
      setEdited({ image, file: null });
    },
    refused: refuse,
    taken: onCaptureTaken,
  });
  const edit = (file: EvidenceFile) => setEdited({ image: { name: file.name, bytes: file.bytes }, file });
  const save = async (image: EditedImage, file: EvidenceFile | null, bytes: Blob) => {
    const name = bytes.type === image.bytes.type ? image.name : withEnding(image.name, 'png');
    if (file) await replaceFile(file.id, name, bytes);
    else await saveFile({ escalationId: escalation.id, attachmentId: '', name, type: bytes.type, bytes });
  };

  const tooLarge = evidenceProblems(files, limit);
  return (
    <section aria-label="Evidence">
      <SectionTitle remark={toSizeLine(files, limit) || undefined}>Evidence</SectionTitle>
      {ticket.attachments.length > 0 ? (
        <Card className="mb-2">
          {ticket.attachments.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              escalation={escalation}
              attachment={attachment}
              copy={files.find((file) => file.attachmentId === attachment.id)}
              tabId={tabId}
              limit={limit}
              onEdit={edit}
              onProblem={refuse}
            />
          ))}
        </Card>
      ) : null}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(104px,1fr))] gap-2">
        {files
          .filter((file) => file.attachmentId === '')
          .map((file) => (
            <FileTile
              key={file.id}
              file={file}
              overLimit={tooLarge.some(({ fileId }) => fileId === file.id)}
              onEdit={() => edit(file)}
              onRemove={() => void deleteFile(file.id)}
            />
          ))}
        <ActionTile icon={<Camera size={16} />} onClick={() => void capture()}>
          Capture the tab
        </ActionTile>
        <ActionTile
          icon={<Plus size={16} />}
          busy={busy}
          dropped={dragged}
          onClick={() => picker.current?.click()}
        >
          {dragged ? 'Drop here' : 'Add file'}
        </ActionTile>
      </ul>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void add(chosen);
        }}
      />
      <p className="mt-1.5 text-meta text-ink-3">Paste or drop pictures and files here.</p>
      <div className="mt-1.5 space-y-1.5 empty:hidden">
        {tooLarge.map(({ fileId, sentence }) => (
          <Banner key={fileId} tone="warn">
            {sentence}
          </Banner>
        ))}
        {problems.length > 0 ? (
          <div role="alert" className="space-y-1 text-meta text-s4">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Recordings recordings={escalation.recordings ?? []} onChange={(recordings) => patch({ recordings })} />
      {edited ? (
        <Suspense>
          <ImageEditor
            edited={edited.image}
            onSave={(bytes) => save(edited.image, edited.file, bytes)}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
