import type { Escalation } from '@/lib/escalation/escalation';
import { newEscalation } from '@/lib/escalation/new-escalation';
import type { Part } from '@/lib/playbook/playbook';
import type { Message, Ticket } from '@/lib/ticket/ticket';

/** A customer's message; change what the test is about. */
export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    id: '1',
    author: 'Mira Okafor',
    role: 'customer',
    visibility: 'public',
    at: Date.UTC(2026, 10, 23, 9),
    text: 'The export stops at 42 % with error E-4102 on https://app.example/reports?id=7.',
    folded: '',
    ...changes,
  };
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return {
    desk: 'zammad',
    deskKey: 'zammad https://desk.test',
    ticketId: '7',
    number: '48213',
    url: 'https://desk.test/#ticket/zoom/7',
    subject: 'Export to CSV stops at 42 %',
    status: 'open',
    priority: '2 normal',
    type: '',
    tags: [],
    requester: { id: '5', name: 'Mira Okafor', email: 'mira@harbor.test' },
    organization: { id: 'hfl-2207', name: 'Harbor Freight Lines', source: 'desk', url: null },
    assignee: '',
    createdAt: Date.UTC(2026, 10, 23, 9),
    updatedAt: Date.UTC(2026, 10, 23, 9),
    customFields: [],
    messages: [aMessage()],
    attachments: [],
    linked: [],
    unread: [],
    ...changes,
  };
}

/** A draft with nothing missing. */
export async function aReadyEscalation(changes: Partial<Escalation> = {}): Promise<Escalation> {
  const base = await newEscalation(aTicket(), Date.UTC(2026, 10, 23, 10));
  const done = { status: 'done' as const, note: 'Seen with my own eyes', at: 1 };
  const ids = ['own-words', 'walked-through', 'knowledge', 'similar', 'known-bugs', 'tried', 'collected'];
  const typed = (value: string) => ({ value, source: '' });
  return {
    ...base,
    checks: Object.fromEntries(ids.map((id) => [id, done])),
    massness: 'isolated',
    severity: 2,
    report: {
      ...base.report,
      part: typed('Reports'),
      where: typed('https://app.example/reports?id=7'),
      steps: typed('Open Reports\nChoose Export, CSV'),
      expected: typed('A file with all rows'),
      actual: typed('Stops at 42 %'),
    },
    owner: 'Ida Solberg',
    ...changes,
  };
}

/** A part of the system, with what a test needs of it. */
export const aPart = (facts: Partial<Part> = {}): Part => ({
  id: 'reports',
  name: 'Reports',
  words: [],
  queue: '',
  administrator: '',
  expertise: '',
  raci: '',
  links: [],
  requires: [],
  ...facts,
});
