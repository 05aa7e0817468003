import { useLiveQuery } from 'dexie-react-hooks';
import { Dialog } from '@/components/ui/dialog';
import { listBroken } from '@/lib/knowledge/store';

/** Rows shown at most: enough to see what they have in common. */
const SHOWN = 200;

interface KnowledgeBrokenProps {
  readonly connectionId: string;
  readonly count: number;
  readonly onClose: () => void;
}

/** Which records were left out of the copy, and why. */
export function KnowledgeBroken({ connectionId, count, onClose }: KnowledgeBrokenProps) {
  const rows = useLiveQuery(() => listBroken(connectionId, SHOWN), [connectionId], []);
  return (
    <Dialog title="Records left out" onClose={onClose}>
      <p className="mb-2 text-ink-2">
        All others were taken in. Mend these where they come from, and the next sync takes them in as well.
      </p>
      <ul className="divide-y divide-line">
        {rows.map(({ id, reason }) => (
          <li key={id} className="flex flex-wrap gap-x-2 py-1.5 text-meta">
            <span className="font-mono wrap-anywhere">{id}</span>
            <span className="text-ink-2 wrap-anywhere">{reason}</span>
          </li>
        ))}
      </ul>
      {count > SHOWN ? (
        <p className="mt-2 text-meta text-ink-3">and {(count - SHOWN).toLocaleString('en')} more</p>
      ) : null}
    </Dialog>
  );
}
