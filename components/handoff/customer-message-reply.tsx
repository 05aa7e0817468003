import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { askPage } from '@/lib/browser/page';
import { fillReply } from '@/lib/ticket/fill-reply';
import type { Ticket } from '@/lib/ticket/ticket';

interface CustomerMessageReplyProps {
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly text: string;
  readonly onInserted: () => void;
}

type Said =
  | { readonly kind: 'inserted'; readonly internal: boolean }
  | { readonly kind: 'holds-text' }
  | { readonly kind: 'refused'; readonly why: string };

/** Puts the text into the desk's own reply box, where the agent reads it once more and sends it. */
export function CustomerMessageReply({ ticket, tabId, text, onInserted }: CustomerMessageReplyProps) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const put = async (append: boolean) => {
    if (tabId === null) {
      setSaid({ kind: 'refused', why: 'Bring the ticket to the front first.' });
      return;
    }
    setBusy(true);
    const answer = await fillReply(ticket, { text, append }, (script, request) =>
      askPage(tabId, script, request),
    );
    setBusy(false);
    if (!answer.ok) return setSaid({ kind: 'refused', why: answer.error.detail });
    if (answer.value.written === 'holds-text') return setSaid({ kind: 'holds-text' });
    setSaid({ kind: 'inserted', internal: answer.value.visibility === 'internal' });
    onInserted();
  };
  return (
    <>
      <Button size="sm" disabled={busy || text.trim() === ''} onClick={() => void put(false)}>
        <PencilLine size={14} /> Put into the reply box
      </Button>
      <span role="status" className="order-last basis-full text-meta text-ink-2 empty:hidden">
        {said?.kind === 'inserted'
          ? said.internal
            ? 'It stands in the reply box, which is set to internal: switch it to public, then send it there.'
            : 'It stands in the reply box. Read it there and send it yourself.'
          : null}
        {said?.kind === 'refused' ? said.why : null}
        {said?.kind === 'holds-text' ? (
          <span className="flex flex-wrap items-center gap-2">
            The reply box holds text already; it was left as it is.
            <Button size="sm" disabled={busy} onClick={() => void put(true)}>
              Add below it
            </Button>
          </span>
        ) : null}
      </span>
    </>
  );
}
