import { useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import type { Preview } from '@/lib/messages/protocol';
import { IssueTree } from './issue-tree';
import { MaskList } from './mask-list';
import { MaskedText } from './masked-text';

interface PreviewCardProps {
  readonly preview: Preview;
}

/** Exactly what leaves: as it will read, and letter by letter as it is sent. */
export function PreviewCard({ preview }: PreviewCardProps) {
  const [asSent, setAsSent] = useState(false);
  const { connection, copy, fileNames } = preview;
  return (
    <div className="space-y-4">
      <section aria-label="Preview of the issue">
        <SectionTitle
          remark={connection ? `to ${connection.trackerName}, ${connection.place}` : 'as text you carry over'}
        >
          Exactly this leaves
        </SectionTitle>
        <div className="relative rounded-lg border border-line bg-card px-3.5 py-3 text-[12.5px] shadow-card">
          {asSent && copy ? null : (
            <h3 dir="auto" className="mb-1.5 text-[13.5px] font-bold">
              <MaskedText text={preview.issue.title} />
            </h3>
          )}
          {asSent ? (
            <pre className="font-mono text-meta whitespace-pre-wrap" data-testid="body-as-sent">
              <MaskedText text={copy?.text ?? preview.body} />
            </pre>
          ) : (
            <IssueTree tree={preview.issue.body} />
          )}
        </div>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2 text-meta text-ink-3">
          <span className="min-w-0 wrap-anywhere">
            {fileNames.length > 0 ? <MaskedText text={`With ${fileNames.join(', ')}`} /> : 'No files'}
          </span>
          <TextButton className="text-meta" aria-pressed={asSent} onClick={() => setAsSent(!asSent)}>
            {asSent ? 'Show as read' : 'Show as sent'}
          </TextButton>
        </div>
        <MaskList />
      </section>
    </div>
  );
}
