import { useLiveQuery } from 'dexie-react-hooks';
import { CheckCheck, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, TextButton } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { UndoLine } from '@/components/ui/undo-line';
import { openTab } from '@/lib/browser/tabs';
import type { KnownUse } from '@/lib/escalation/known-use';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { loadRecords } from '@/lib/knowledge/store';
import { send } from '@/lib/messages/send';
import { UNDO_MS } from '@/lib/outbox/delivery';
import { listDeliveries } from '@/lib/outbox/store';

interface PreventedProps {
  readonly escalationId: string;
  readonly use: KnownUse;
  /** Whether the walk ended with it; else the ticket was handed off before. */
  readonly ended: boolean;
  /** What is on its way, with its state. */
  readonly children: ReactNode;
}

/** A text that helps, with the way to take it along. */
function TextBlock({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        <p dir="auto" className="px-3 py-2 whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
        <div className="px-3 py-2">
          <CopyButton text={text} label="Copy" />
        </div>
      </Card>
    </section>
  );
}

/** The "+1" exactly as it leaves, or as the agent has to carry it. */
function PlusOne({ escalationId, use }: { escalationId: string; use: KnownUse }) {
  const row = useLiveQuery(
    async () => (await listDeliveries(escalationId)).find(({ key }) => key === use.deliveryKey) ?? null,
    [escalationId, use.deliveryKey],
  );
  if (use.comment === '' || row === undefined) return null;
  const text = row?.payload.kind === 'comment' ? row.payload.text : use.comment;
  return (
    <section>
      <SectionTitle remark={use.deliveryKey ? `comment on ${use.key}` : 'not sent by Baton'}>
        {row?.state === 'sent' ? 'Added to the bug' : 'For the bug'}
      </SectionTitle>
      <Card>
        <p dir="auto" className="px-3 py-2 whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
        {use.deliveryKey ? null : (
          <div className="space-y-2 px-3 py-2">
            <p className="text-meta text-ink-3">
              No tracker connected here holds this bug’s issue. Copy the lines and add them there.
            </p>
            <div className="flex flex-wrap gap-2">
              <CopyButton text={text} label="Copy" />
              {use.url ? (
                <Button size="sm" onClick={() => void openTab(use.url)}>
                  <ExternalLink size={14} /> Open {use.key || 'it'}
                </Button>
              ) : null}
            </div>
          </div>
        )}
      </Card>
    </section>
  );
}

/** What the bug's record offers for the customer; read anew, so that a reply mended meanwhile is the one copied. */
function Offers({ recordKey }: { recordKey: string }) {
  const record = useLiveQuery(async () => (await loadRecords([recordKey]))[0] ?? null, [recordKey]);
  if (record?.kind !== 'known-bug') return null;
  const { reply, workaround }: Pick<KnownBug, 'reply' | 'workaround'> = record;
  return (
    <>
      {reply.trim() ? <TextBlock title="Approved reply" text={reply} /> : null}
      {workaround.trim() ? <TextBlock title="Workaround" text={workaround} /> : null}
    </>
  );
}

/** The end without engineering: what was used, what leaves because of it, what to tell the customer. */
export function Prevented({ escalationId, use, ended, children }: PreventedProps) {
  const refusal = (answer: { ok: boolean; error?: { message: string } }) =>
    answer.ok ? null : (answer.error?.message ?? null);
  const name = [use.key, use.title].filter(Boolean).join(' · ');
  return (
    <div className="space-y-4">
      <UndoLine
        until={use.at + UNDO_MS}
        leaves={use.deliveryKey !== null}
        onUndo={async () => refusal(await send('unlinkKnown', { escalationId }))}
        onOver={() => void send('nudgeOutbox', { deskKey: null })}
      >
        {ended ? 'Saved as prevented.' : 'Linked.'}
      </UndoLine>
      <section className="rounded-lg border border-line bg-card px-3.5 py-3 shadow-card" role="status">
        <p className="flex items-start gap-2 font-bold">
          <CheckCheck size={17} className="mt-px shrink-0 text-ok" aria-hidden="true" />
          <span>{use.kind === 'known-bug' ? 'Known bug' : 'Answered by an article'}</span>
        </p>
        <p className="mt-1 wrap-anywhere">
          {use.url ? (
            <a
              href={use.url}
              target="_blank"
              rel="noopener noreferrer"
              className="text-accent underline underline-offset-2"
            >
              <bdi>{name}</bdi> <ExternalLink size={12} className="inline" aria-label="opens in a new tab" />
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
        </p>
        {ended ? (
          <p className="mt-1 text-ink-2">Engineering is not disturbed: counted as prevented.</p>
        ) : null}
      </section>
      <Offers recordKey={use.recordKey} />
      <PlusOne escalationId={escalationId} use={use} />
      {children}
      {ended ? (
        <TextButton className="text-meta" onClick={() => void send('reopenPrevented', { escalationId })}>
          Not this after all: go on with the walk
        </TextButton>
      ) : null}
    </div>
  );
}
