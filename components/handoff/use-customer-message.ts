import { useEffect, useMemo, useRef, useState } from 'react';
import { useSetting } from '@/components/ui/use-setting';
import { isChat } from '@/lib/customer-message/channel-length';
import { composeMessage } from '@/lib/customer-message/compose-message';
import { ticketLanguage } from '@/lib/customer-message/ticket-language';
import type { DraftPatch } from '@/lib/escalation/draft-patch';
import type { Escalation, EscalationState } from '@/lib/escalation/escalation';
import { teamDay } from '@/lib/escalation/lint/dates';
import type { Language } from '@/lib/language/language';
import type { MessageEvent, Playbook } from '@/lib/playbook/playbook';
import { agentName } from '@/lib/settings/settings';
import type { Ticket } from '@/lib/ticket/ticket';

type Message = NonNullable<Escalation['customerMessage']>;

interface Input {
  readonly escalation: Escalation;
  readonly ticket: Ticket;
  readonly playbook: Playbook;
  /** Local date until which engineering takes it into work; null = at once. */
  readonly takenUpBy: string | null;
  readonly patch: (patch: DraftPatch) => void;
}

export interface CustomerMessage {
  readonly event: MessageEvent;
  readonly language: Language;
  readonly short: boolean;
  readonly text: string;
  /** Null until the agent decided anything. */
  readonly status: Message['status'] | null;
  readonly reason: string;
  /** True when the text differs from what Baton would write now. */
  readonly edited: boolean;
  /** Changes whenever the text was written anew: the field starts over. */
  readonly fieldKey: string;
  readonly choose: (choice: { event?: MessageEvent; language?: Language; short?: boolean }) => void;
  readonly startOver: () => void;
  readonly save: (change: Partial<Message>) => void;
}

/** What the customer has a right to hear next. */
const NEXT: Partial<Record<EscalationState, MessageEvent>> = {
  'needs-info': 'question',
  resolved: 'fixed',
  confirmed: 'follow-up',
};

/** The message at hand: as it was stored, else as the playbook words it for this ticket. */
export function useCustomerMessage({
  escalation,
  ticket,
  playbook,
  takenUpBy,
  patch,
}: Input): CustomerMessage {
  const agent = useSetting(agentName) ?? '';
  const stored = escalation.customerMessage ?? null;
  const event = stored?.event ?? NEXT[escalation.state] ?? 'handed-over';
  const spoken = useMemo(() => ticketLanguage(ticket), [ticket]);
  const language = stored?.language ?? spoken;
  const short = stored?.short ?? isChat(ticket);
  const today = teamDay(Date.now(), playbook);
  const facts = { escalation, ticket, playbook, takenUpBy, today, agent, question: '' };
  const fresh = composeMessage({ event, short }, { ...facts, language });
  const text = stored?.text ?? fresh;

  const [turn, setTurn] = useState(0);
  const save = (change: Partial<Message>) =>
    patch({
      customerMessage: {
        event,
        text,
        status: 'planned',
        reason: '',
        language,
        short,
        ...change,
        at: Date.now(),
      } satisfies Message,
    });
  const rewrite = (change: Partial<Message>) => {
    save(change);
    setTurn((count) => count + 1);
  };

  // A date or an owner that is set later belongs into a text nobody has touched.
  const before = useRef(fresh);
  const latest = useRef(rewrite);
  latest.current = rewrite;
  const isUntouched = stored?.status === 'planned' && stored.text === before.current;
  useEffect(() => {
    if (fresh === before.current) return;
    before.current = fresh;
    if (isUntouched) latest.current({ text: fresh });
    else setTurn((count) => count + 1);
  }, [fresh, isUntouched]);

  return {
    event,
    language,
    short,
    text,
    status: stored?.status ?? null,
    reason: stored?.reason ?? '',
    edited: text !== fresh,
    fieldKey: `${event} ${language} ${short} ${turn}`,
    choose: (choice) => {
      const next = { event, language, short, ...choice };
      before.current = composeMessage(next, { ...facts, language: next.language });
      rewrite({ ...next, text: before.current });
    },
    startOver: () => rewrite({ text: fresh }),
    save,
  };
}
