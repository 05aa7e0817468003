import type { Ref } from 'react';
import { Button, TextButton } from '@/components/ui/button';
import { SectionTitle } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation } from '@/lib/escalation/escalation';
import { isDraft } from '@/lib/escalation/transitions';
import type { Playbook } from '@/lib/playbook/playbook';
import { deskById } from '@/lib/ticket/desks';
import type { Ticket } from '@/lib/ticket/ticket';
import { CustomerMessageChoices } from './customer-message-choices';
import { CustomerMessageReply } from './customer-message-reply';
import { type CustomerMessage, useCustomerMessage } from './use-customer-message';

interface CustomerMessageCardProps {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  /** Tab of the ticket while it is in front; null otherwise. */
  readonly tabId: number | null;
  readonly playbook: Playbook;
  /** Local date until which engineering takes it into work; null = at once. */
  readonly takenUpBy: string | null;
  readonly patch: (patch: DraftPatch) => void;
  readonly ref?: Ref<HTMLElement>;
}

const STATUS = {
  planned: ['planned for after the handoff', 'not told yet'],
  copied: ['copied', 'copied'],
  inserted: ['in the reply box', 'in the reply box'],
  skipped: ['nothing now', 'nothing now'],
} as const;

function statusWords({ status }: CustomerMessage, draft: boolean): string {
  if (status === null) return draft ? 'not planned yet' : 'not told yet';
  return STATUS[status][draft ? 0 : 1];
}

/** What the customer hears, in their language. Baton writes it down; the agent is the one who sends it. */
export function CustomerMessageCard({ ref, ...props }: CustomerMessageCardProps) {
  const { escalation, ticket, tabId, playbook } = props;
  const message = useCustomerMessage(props);
  const { status, text, save } = message;
  const draft = isDraft(escalation.state);
  const skipped = status === 'skipped';
  return (
    <section ref={ref} aria-label="Tell the customer" data-message={status ?? 'none'}>
      <SectionTitle remark={statusWords(message, draft)}>Tell the customer</SectionTitle>
      <div className="space-y-2.5 rounded-lg border border-line bg-card px-3 py-2.5 shadow-card">
        {skipped ? (
          <Field
            label="Why nothing now"
            value={message.reason}
            placeholder="e.g. told on the phone"
            onChange={(reason) => save({ status: 'skipped', reason })}
          />
        ) : (
          <>
            <CustomerMessageChoices message={message} />
            <Field
              key={message.fieldKey}
              label="Message to the customer"
              labelHidden
              multiline
              name="customer-message"
              value={text}
              help={playbook.messages.tone}
              onChange={(typed) => save({ text: typed })}
            />
          </>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {skipped ? (
            <Button size="sm" onClick={() => save({ status: 'planned', reason: '' })}>
              Tell them after all
            </Button>
          ) : (
            <>
              {draft && status === null ? (
                <Button size="sm" onClick={() => save({})}>
                  Plan it
                </Button>
              ) : null}
              {deskById(ticket.desk)?.insertsReplies ? (
                <CustomerMessageReply
                  ticket={ticket}
                  tabId={tabId}
                  text={text}
                  onInserted={() => save({ status: 'inserted' })}
                />
              ) : null}
              <CopyButton text={text} label="Copy message" onCopied={() => save({ status: 'copied' })} />
              {message.edited ? (
                <TextButton quiet className="text-meta" onClick={message.startOver}>
                  Start over
                </TextButton>
              ) : null}
              <TextButton quiet className="text-meta" onClick={() => save({ status: 'skipped', reason: '' })}>
                Nothing now
              </TextButton>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
