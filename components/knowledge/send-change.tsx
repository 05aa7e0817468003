import { Download, EyeOff } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, TextButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { UndoLine } from '@/components/ui/undo-line';
import { useSetting } from '@/components/ui/use-setting';
import { saveTextFile } from '@/lib/browser/save-file';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import { toChangeFile } from '@/lib/knowledge/change-file';
import { maskChange, publishedIn } from '@/lib/knowledge/mask-change';
import { countMasks } from '@/lib/masking/mask';
import { send } from '@/lib/messages/send';
import { UNDO_MS } from '@/lib/outbox/delivery';
import { toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';

interface SendChangeProps {
  readonly change: ArticleChange;
  /** What the source tells already: nothing in it is a secret. */
  readonly published?: string;
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
  const { published = '', escalationId, onQueue, connectionId, ready, missing } = props;
  const policy = useSetting(storedPlaybook);
  const { masks: rules } = useMemo(() => toPlaybook(policy ?? null), [policy]);
  const [asWritten, setAsWritten] = useState(false);
  const [writable, setWritable] = useState<Writable | null>(null);
  const [queued, setQueued] = useState<{ deliveryId: string; at: number } | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    void listWritable().then(setWritable);
  }, []);
  if (!writable || policy === undefined) return null;
  const known = publishedIn(published, rules);
  const personal = maskChange(props.change, rules, known).masks.filter(({ masked }) => masked);
  const unmasked = asWritten ? [...known, ...personal.map(({ id }) => id)] : known;
  const { change } = maskChange(props.change, rules, unmasked);
  const target = connectionId ? writable.find((it) => it.connectionId === connectionId) : writable[0];
  const file = toChangeFile(change);

  const queue = async (to: string) => {
    await onQueue();
    const answer = await send('saveArticle', {
      escalationId,
      connectionId: to,
      change: props.change,
      unmasked,
    }).catch(() => null);
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
          {personal.length > 0 ? (
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-meta text-ink-2">
              <EyeOff size={14} className="shrink-0 text-s3" aria-hidden="true" />
              <span className="min-w-0 flex-1">
                {asWritten ? 'Leaves as written' : 'Masked'}: {countMasks(personal)}
              </span>
              <TextButton className="text-meta" onClick={() => setAsWritten(!asWritten)}>
                {asWritten ? 'Mask it' : 'Leave it as written'}
              </TextButton>
            </p>
          ) : null}
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
