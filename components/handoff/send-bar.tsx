import { Copy, Download, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { saveTextFile } from '@/lib/browser/save-file';
import { openTab } from '@/lib/browser/tabs';
import type { Preview } from '@/lib/messages/protocol';
import { send } from '@/lib/messages/send';

interface SendBarProps {
  readonly escalationId: string;
  readonly preview: Preview | null;
  readonly shortcut: string;
  readonly onProblem: (message: string) => void;
}

/** The buttons that let something leave. Each carries the hash of what was seen. */
export function SendBar({ escalationId, preview, shortcut, onProblem }: SendBarProps) {
  const [busy, setBusy] = useState(false);
  if (!preview)
    return (
      <Button variant="primary" className="flex-1" disabled>
        Hand off
      </Button>
    );
  const run = async (step: () => Promise<{ ok: boolean; error?: { message: string } }>) => {
    setBusy(true);
    const answer = await step().catch(() => ({
      ok: false,
      error: { message: 'Baton’s background part did not answer. Nothing was sent; try again.' },
    }));
    setBusy(false);
    onProblem(answer.ok ? '' : (answer.error?.message ?? ''));
  };
  const seen = preview.hash;
  if (preview.connection) {
    return (
      <Button
        variant="primary"
        className="flex-1"
        disabled={busy}
        aria-keyshortcuts="Control+Enter"
        data-primary
        onClick={() => void run(() => send('handOff', { escalationId, seen }))}
      >
        Hand off <Kbd onAccent>{shortcut}</Kbd>
      </Button>
    );
  }
  const { copy } = preview;
  if (!copy) return null;
  const done = (by: 'clipboard' | 'file' | 'github') =>
    run(() => send('copiedOut', { escalationId, seen, by }));
  return (
    <div className="flex min-w-0 flex-1 flex-wrap gap-2">
      <Button
        variant="primary"
        className="flex-1"
        disabled={busy}
        data-primary
        onClick={() => {
          navigator.clipboard.writeText(copy.text).then(
            () => void done('clipboard'),
            () => onProblem('The browser refused the clipboard. Use Download instead.'),
          );
        }}
      >
        <Copy size={15} /> Copy
      </Button>
      <Button
        disabled={busy}
        onClick={() => {
          saveTextFile(copy.fileName, copy.text, 'text/markdown');
          void done('file');
        }}
      >
        <Download size={15} /> .md
      </Button>
      {copy.gitHubUrl ? (
        <Button
          disabled={busy}
          onClick={() => {
            // Long reports do not fit into an address: the whole text lies on the clipboard as well.
            void navigator.clipboard.writeText(copy.text).catch(() => undefined);
            void openTab(copy.gitHubUrl ?? '');
            void done('github');
          }}
        >
          <ExternalLink size={15} /> GitHub
        </Button>
      ) : null}
    </div>
  );
}
