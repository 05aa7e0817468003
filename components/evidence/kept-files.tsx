import { useLiveQuery } from 'dexie-react-hooks';
import { Download, Paperclip, X } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { saveBlob } from '@/lib/browser/save-file';
import { deleteFile, listFiles } from '@/lib/evidence/store';
import { listDeliveries } from '@/lib/outbox/store';
import { formatBytes } from '@/lib/std/bytes';

/** Files nothing will send: copied out by hand, refused by the tracker, or of a ticket that needed no issue. */
async function listUnsent(escalationId: string) {
  const [files, deliveries] = await Promise.all([listFiles(escalationId), listDeliveries(escalationId)]);
  const leaving = deliveries.flatMap(({ payload, state }) =>
    payload.kind === 'attachment' && state !== 'blocked' && state !== 'cancelled' ? [payload.fileId] : [],
  );
  return files.filter(({ id }) => !leaving.includes(id));
}

/** What is still kept here after the walk: to be attached by hand, and to be let go of. */
export function KeptFiles({ escalationId }: { readonly escalationId: string }) {
  const files = useLiveQuery(() => listUnsent(escalationId), [escalationId], []);
  if (files.length === 0) return null;
  return (
    <section aria-label="Files kept here">
      <SectionTitle remark="nothing sends them">Files kept here</SectionTitle>
      <Card>
        {files.map((file) => (
          <div key={file.id} className="flex items-center gap-2 py-1 ps-3 pe-1.5">
            <Paperclip size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
            <span className="line-clamp-2 wrap-anywhere min-w-0 flex-1" title={file.name}>
              <bdi>{file.name}</bdi>
            </span>
            <span className="shrink-0 text-meta text-ink-3">{formatBytes(file.size)}</span>
            <IconButton label={`Save ${file.name}`} onClick={() => saveBlob(file.name, file.bytes)}>
              <Download size={14} />
            </IconButton>
            <IconButton label={`Remove ${file.name}`} onClick={() => void deleteFile(file.id)}>
              <X size={14} />
            </IconButton>
          </div>
        ))}
      </Card>
      <p className="mt-1.5 text-meta text-ink-3">
        Save them to attach them by hand. They go once the issue’s address is given, or when you remove them.
      </p>
    </section>
  );
}
