import { useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import type { Preview } from '@/lib/messages/protocol';
import { IssueTree } from './issue-tree';

interface PreviewCardProps {
  readonly preview: Preview;
  readonly noteOnTicket: boolean;
  readonly canNote: boolean;
  readonly fileNames: readonly string[];
  readonly onNote: (wanted: boolean) => void;
}

/** Exactly what leaves: as it will read, and letter by letter as it is sent. */
export function PreviewCard({ preview, noteOnTicket, canNote, fileNames, onNote }: PreviewCardProps) {
  const [asSent, setAsSent] = useState(false);
  const { connection, copy } = preview;
  return (
    <div className="space-y-4">
      <section aria-label="Preview of the issue">
        <SectionTitle
          remark={connection ? `to ${connection.trackerName}, ${connection.place}` : 'as text you carry over'}
        >
          Exactly this leaves
        </SectionTitle>
        <div className="rounded-lg border border-line bg-card px-3.5 py-3 text-[12.5px] shadow-card">
          {asSent && copy ? null : (
            <h3 dir="auto" className="mb-1.5 text-[13.5px] font-bold">
              {preview.issue.title}
            </h3>
          )}
          {asSent ? (
            <pre className="font-mono text-meta whitespace-pre-wrap" data-testid="body-as-sent">
              {copy?.text ?? preview.body}
            </pre>
          ) : (
            <IssueTree tree={preview.issue.body} />
          )}
        </div>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2 text-meta text-ink-3">
          <span>{fileNames.length > 0 ? `With ${fileNames.join(', ')}` : 'No files'}</span>
          <TextButton className="text-meta" aria-pressed={asSent} onClick={() => setAsSent(!asSent)}>
            {asSent ? 'Show as read' : 'Show as sent'}
          </TextButton>
        </div>
      </section>
      <section>
        <SectionTitle>Then</SectionTitle>
        <Card>
          <div className="px-3 py-2.5">
            <Checkbox checked={noteOnTicket && canNote} disabled={!canNote} onChange={onNote}>
              <span className="block font-medium">Internal note on the ticket</span>
              <span className="block text-meta whitespace-pre-line text-ink-3">
                {canNote
                  ? `${preview.note ?? 'No note.'}\nWith a link to the issue. Customers never see it.`
                  : 'This desk has no safe way for Baton to write one; paste the link yourself.'}
              </span>
            </Checkbox>
          </div>
        </Card>
      </section>
    </div>
  );
}
