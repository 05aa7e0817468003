import { fillTemplate } from '@/lib/customer-message/fill-template';
import type { Language } from '@/lib/language/language';
import type { Question } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';

/** The question as the customer reads it. Where a desk knows no name it shows the address: nobody is greeted by that. */
export function toCustomerReply(
  { reply }: Question,
  { requester, number, subject }: Pick<Ticket, 'requester' | 'number' | 'subject'>,
  language: Language,
): string {
  const customer = requester.name.includes('@') ? '' : requester.name;
  return fillTemplate(reply[language] ?? reply.en, { customer, number: number && `#${number}`, subject });
}
