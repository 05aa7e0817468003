import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { UndoLine } from '@/components/ui/undo-line';
import { saveTextFile } from '@/lib/browser/save-file';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { toChangeFile } from '@/lib/knowledge/change-file';
import { send } from '@/lib/messages/send';
import { UNDO_MS } from '@/lib/outbox/delivery';

interface SendChangeProps {
  readonly change: ArticleChange;
  readonly escalationId: string;
  /** Called before it is queued: keeps the draft it belongs to. */
  readonly onQueue: () => Promise<void>;
  /** Source the article comes from; null = whichever takes new articles. */
  readonly connectionId: string | null;
  readonly ready: boolean;
  /** What is missing while it is not ready. */
  readonly missing: string;
}

type Writable = Awaited<ReturnType<typeof listWritable>>;

const listWritable = () => send('listWritableSources', undefined).catch(() => []);

/** Shows exactly what leaves, then queues it to the source; where the source can only be read, hands it out. */
export function SendChange(props: SendChangeProps) {
  const { change, escalationId, onQueue, connectionId, ready, missing } = props;
  const [writable, setWritable] = useState<Writable | null>(null);
  const [queued, setQueued] = useState<{ deliveryId: string; at: number } | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void listWritable().then(setWritable);
  }, []);
  if (!writable) return null;
  const target = connectionId ? writable.find((it) => it.connectionId === connectionId) : writable[0];
  const file = toChangeFile(change);

  const queue = async (to: string) => {
    await onQueue();
    const answer = await send('saveArticle', { escalationId, connectionId: to, change }).catch(() => null);
    setProblem(
      answer?.ok ? '' : (answer?.error.message ?? 'Baton’s background part did not answer. Try again.'),
    );
    if (answer?.ok) setQueued({ deliveryId: answer.value.deliveryId, at: Date.now() });
  };
  if (queued) {
    return (
      <div className="space-y-2">
        <UndoLine
          until={queued.at + UNDO_MS}
          onUndo={async () => {
            const answer = await send('undoArticle', { deliveryId: queued.deliveryId });
            if (answer.ok) setQueued(null);
            return answer.ok ? null : answer.error.message;
          }}
          onOver={() => void send('nudgeOutbox', { deskKey: null })}
        >
          Saved.
        </UndoLine>
        <p className="text-meta text-ink-3" role="status">
          Goes to {target?.place}. You can close this; it is kept until it is there.
        </p>
      </div>
    );
  }
  return (
    <div className="space-y-2">
      {ready ? (
        <details className="rounded-md bg-sunk px-2.5 py-1.5" open>
          <summary className="text-meta leading-6 font-semibold text-ink-2">This leaves</summary>
          <pre dir="auto" className="mt-1 text-meta whitespace-pre-wrap wrap-anywhere">
            {file.text}
          </pre>
        </details>
      ) : (
        <p className="text-meta text-ink-3">{missing}</p>
      )}
      {problem ? (
        <Banner tone="error" role="alert">
          {problem}
        </Banner>
      ) : null}
      {target ? (
        <Button
          variant="primary"
          disabled={!ready}
          className="w-full"
          onClick={() => void queue(target.connectionId)}
        >
          Send
        </Button>
      ) : ready ? (
        <>
          <p className="text-meta text-ink-3">
            {connectionId ? 'This source can only be read.' : 'No connected source takes articles.'} Copy the
            text or save it as a file for whoever keeps it.
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={file.text} label="Copy" />
            <Button size="sm" onClick={() => saveTextFile(file.name, file.text, 'text/markdown')}>
              <Download size={14} /> Save as file
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
