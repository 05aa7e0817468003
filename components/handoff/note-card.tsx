import { SectionTitle } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { MaskedText } from './masked-text';

interface NoteCardProps {
  /** Plain text as it will stand on the ticket; null when none will be written. */
  readonly note: string | null;
  /** What stands below the note, so that it is written once only. */
  readonly marker: string;
  readonly wanted: boolean;
  readonly canNote: boolean;
  readonly onNote: (wanted: boolean) => void;
}

/** The internal note as colleagues will read it on the ticket. */
export function NoteCard({ note, marker, wanted, canNote, onNote }: NoteCardProps) {
  return (
    <section aria-label="Internal note">
      <SectionTitle remark={canNote ? 'customers never see it' : undefined}>Then, on the ticket</SectionTitle>
      <div className="overflow-hidden rounded-lg border border-line bg-card shadow-card">
        <div className="px-3 py-2">
          <Checkbox checked={wanted && canNote} disabled={!canNote} onChange={onNote}>
            <span className="font-medium">Internal note on the ticket</span>
            {canNote ? null : (
              <span className="block text-meta text-ink-3">
                This desk has no safe way for Baton to write one; paste the link yourself.
              </span>
            )}
          </Checkbox>
        </div>
        {note === null ? null : (
          <div dir="auto" className="space-y-2 border-t border-line bg-sunk px-3 py-2 text-[12.5px]">
            <p className="whitespace-pre-line" data-testid="note-as-written">
              <MaskedText text={note} />
            </p>
            <p>
              <span className="text-accent underline">Issue</span>{' '}
              <span className="text-meta text-ink-3">its number and address follow</span>
            </p>
            <p className="font-mono text-[11px] wrap-anywhere text-ink-3">{marker}</p>
          </div>
        )}
      </div>
    </section>
  );
}
