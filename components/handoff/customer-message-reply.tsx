import { PencilLine } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { loadTab } from '@/lib/browser/load-tab';
import { askPage } from '@/lib/browser/page';
import { deskById } from '@/lib/ticket/desks';
import { fillFreshReply, fillReply, replyAddress } from '@/lib/ticket/fill-reply';
import type { Ticket } from '@/lib/ticket/ticket';
import type { ReplyReceipt } from '@/lib/ticket/ticket-reader';

interface CustomerMessageReplyProps {
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly text: string;
  readonly onInserted?: () => void;
}

type Said =
  | { readonly kind: 'inserted'; readonly visibility: ReplyReceipt['visibility'] }
  | { readonly kind: 'holds-text' | 'other-page' }
  | { readonly kind: 'refused'; readonly why: string };

function insertedWords(visibility: ReplyReceipt['visibility']): string {
  if (visibility === 'internal')
    return 'It stands in the reply box, which is set to internal: switch it to public, then send it there.';
  const whose = visibility === 'everyone' ? ', where everyone who sees the page will read it' : '';
  return `It stands in the reply box${whose}. Read it there and send it yourself.`;
}

/** Puts the text into the desk's own reply box, where the agent reads it once more and sends it. */
export function CustomerMessageReply({ ticket, tabId, text, onInserted }: CustomerMessageReplyProps) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const address = replyAddress(ticket);

  const put = async (how: { append?: boolean; goTo?: string } = {}): Promise<Said> => {
    if (tabId === null) return { kind: 'refused', why: 'Bring the ticket to the front first.' };
    if (how.goTo) await loadTab(tabId, how.goTo);
    const fill = how.goTo ? fillFreshReply : fillReply;
    const answer = await fill(ticket, { text, append: how.append ?? false }, (script, request) =>
      askPage(tabId, script, request),
    );
    if (!answer.ok) return { kind: 'refused', why: answer.error.detail };
    const { written, visibility } = answer.value;
    if (written !== 'inserted') return { kind: written };
    onInserted?.();
    return { kind: 'inserted', visibility };
  };
  const press = async (how?: Parameters<typeof put>[0]) => {
    setBusy(true);
    const gone: Said = { kind: 'refused', why: 'The tab is gone. Open the ticket again.' };
    setSaid(await put(how).catch(() => gone));
    setBusy(false);
  };
  const next = (words: ReactNode, action: string, how: Parameters<typeof put>[0]) => (
    <span className="flex flex-wrap items-center gap-2">
      {words}
      <Button size="sm" disabled={busy} onClick={() => void press(how)}>
        {action}
      </Button>
    </span>
  );
  return (
    <>
      <Button size="sm" disabled={busy || text.trim() === ''} onClick={() => void press()}>
        <PencilLine size={14} /> Put into the reply box
      </Button>
      <span role="status" className="order-last basis-full text-meta text-ink-2 empty:hidden">
        {said?.kind === 'inserted' ? insertedWords(said.visibility) : null}
        {said?.kind === 'refused' ? said.why : null}
        {said?.kind === 'holds-text'
          ? next('The reply box holds text already; it was left as it is.', 'Add below it', { append: true })
          : null}
        {said?.kind === 'other-page' && address
          ? next(
              `${deskById(ticket.desk)?.name ?? 'The help desk'} has its reply box on a page of its own.`,
              'Open it and put the text there',
              { goTo: address },
            )
          : null}
      </span>
    </>
  );
}
