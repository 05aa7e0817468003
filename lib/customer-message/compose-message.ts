import type { MessageEvent, Playbook } from '@/lib/playbook/playbook';
import { fillTemplate } from './fill-template';
import { type MessageFacts, toMessageValues } from './message-values';

export const EVENT_LABELS: Readonly<Record<MessageEvent, string>> = {
  received: 'We have it',
  'handed-over': 'Handed over',
  moved: 'Date moved',
  question: 'A question',
  fixed: 'Fixed',
  'follow-up': 'Follow-up',
};

export interface Wording {
  readonly event: MessageEvent;
  /** One or two sentences, for chats. */
  readonly short: boolean;
}

/** What the customer may be told, ready to be edited; empty where the playbook has no draft for it. */
export function composeMessage({ event, short }: Wording, facts: MessageFacts): string {
  const draft = draftOf(facts.playbook, event);
  if (!draft) return '';
  const texts = short ? draft.short : draft.texts;
  return fillTemplate(texts[facts.language] ?? texts.en, toMessageValues(facts));
}

const draftOf = (playbook: Playbook, event: MessageEvent) =>
  playbook.messages.drafts.find((draft) => draft.event === event);
