// @vitest-environment node
import { expect, it } from 'vitest';
import { proposeSeverity } from '@/lib/classification/propose-severity';
import { newEscalation } from '@/lib/escalation/new-escalation';
import { findReport } from '@/lib/escalation/report/finds';
import { identify } from '@/lib/identification/identify';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { toMarkdown } from '@/lib/std/markdown';
import { aMessage, aReadyEscalation, aTicket } from '@/tests/factories';
import { composeOutgoing } from './outgoing';

/** Talk in three languages that says nothing about the problem; agents ask in between. */
const TALK = [
  'Hello, thank you for the call yesterday. We talked it over and come back to you after the meeting.',
  'Guten Tag, vielen Dank für die Rückmeldung. Wir besprechen das im Team und melden uns danach wieder.',
  'Здравствуйте, спасибо за ответ. Мы обсудим это с коллегами и напишем вам после встречи.',
];
const LENGTH = 300;
const SECRETS = ['greta.holm@halden.test', 'DE89370400440532013000', '4111 1111 1111 1111', 'Kx7vQ2mZp9Lw'];
const [EMAIL, IBAN, CARD, PASSWORD] = SECRETS;

/** What is told, by the number agents see at the message. */
const TOLD: Readonly<Record<number, string>> = {
  1: `Good morning,

1. I open https://app.example/reports
2. I press Export CSV
3. I wait

It stops at 42 % with "Export failed (E-4102)". I expected a file with all rows.`,
  151: 'Seit heute früh lässt sich das System gar nicht mehr öffnen.',
  281: 'Ещё одно: на телефоне работает, на компьютере нет.',
  299: `Firefox 144 auf Windows 11. Fehler jetzt E-7714. Bitte an ${EMAIL}, Erstattung auf ${IBAN} oder ${CARD}, Passwort: ${PASSWORD}`,
};

const messages = Array.from({ length: LENGTH }, (_, index) => {
  const number = index + 1;
  const isCustomer = number % 2 === 1;
  return aMessage({
    id: `${number}`,
    role: isCustomer ? 'customer' : 'agent',
    author: isCustomer ? 'Greta Holm' : 'Ida Solberg',
    text: TOLD[number] ?? TALK[index % TALK.length] ?? '',
  });
});
const ticket = aTicket({ subject: 'CSV-Export / выгрузка', messages });

it('a thread of 300 messages in three languages is read to its end, and its secrets stay here', async () => {
  const { report, details } = await newEscalation(ticket, 0);
  expect(report.where).toEqual({ value: 'https://app.example/reports', source: 'message 1' });
  expect(report.steps.value).toContain('I press Export CSV');
  expect(report.expected.value).toContain('a file with all rows');
  expect(report.error.value).toContain('E-4102');
  // One that came up later does not replace the first; it is offered.
  const finds = await findReport(ticket, []);
  expect(finds.error).toContainEqual(expect.objectContaining({ value: 'E-7714', source: 'message 299' }));
  expect(report.environment.value).toContain('Firefox 144');
  expect(report.environment.value).toContain('Windows 11');

  const said = identify(ticket, defaultPlaybook.questionSets, 'sign-in')?.said.get('other-device');
  expect(said).toMatchObject({ message: 281 });
  expect(said?.quote).toContain('на телефоне работает');
  expect(proposeSeverity(ticket, defaultPlaybook)).toMatchObject({ level: 4 });

  const all = messages.map(({ text }) => text).join('\n');
  const draft = await aReadyEscalation({
    report: { ...report, quote: { value: TOLD[299] ?? '', source: 'message 299' } },
    details: { ...details, 'also-mentioned': { value: all, source: '' } },
  });
  const { issue, note } = composeOutgoing({
    escalation: draft,
    playbook: defaultPlaybook,
    severity: 4,
    takenUpBy: null,
    fileNames: [],
    withNote: true,
  });
  const leaving = `${issue.title}\n${toMarkdown(issue.body)}\n${note}`;
  for (const secret of SECRETS) expect(leaving).not.toContain(secret);
  // All else leaves as it was written, to the last message.
  for (const kept of ['E-4102', 'E-7714', 'Firefox 144', 'Erstattung auf', 'на телефоне работает'])
    expect(leaving).toContain(kept);
});
