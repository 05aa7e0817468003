import { expect, it } from 'vitest';
import { aMessage, aTicket } from '@/tests/factories';
import { countRequesters, partsOf, toTicketQuery } from './ticket-query';

it('asks with the subject and what customers wrote, not with what agents or the desk said', () => {
  const ticket = aTicket({
    subject: 'Export stops',
    messages: [
      aMessage({ text: 'It stops at 42 %' }),
      aMessage({ role: 'agent', text: 'Which browser?' }),
      aMessage({ role: 'agent', visibility: 'internal', text: 'secret of the team' }),
      aMessage({ role: 'system', text: 'Ticket was merged' }),
      aMessage({ text: 'Firefox 140' }),
    ],
  });
  expect(toTicketQuery(ticket)).toEqual({
    title: 'Export stops',
    body: 'It stops at 42 %\n\nFirefox 140',
    now: ticket.createdAt,
  });
});

it('takes what was written in public where no customer is known', () => {
  const messages = [
    aMessage({ role: 'agent', text: 'as told on the phone' }),
    aMessage({ role: 'agent', visibility: 'internal', text: 'inside' }),
  ];
  expect(toTicketQuery(aTicket({ messages })).body).toBe('as told on the phone');
});

it.each([
  ['Component', true],
  ['Product area', true],
  ['Komponente', true],
  ['Категория', true],
  ['Compartment', false],
  ['Department', false],
  ['Party', false],
])('field %j names the part: %s', (name, part) => {
  expect(partsOf({ customFields: [{ name, value: ' Reports ' }] })).toEqual(part ? ['Reports'] : []);
});

it('adds part, tags and version where the desk tells them', () => {
  const customFields = [
    { name: 'Component', value: 'Reports' },
    { name: 'Version', value: '5.3.1' },
    { name: 'Conversion', value: 'no' },
  ];
  const query = toTicketQuery(aTicket({ customFields, tags: ['csv', 'Reports'] }));
  expect(query).toMatchObject({ parts: ['Reports', 'csv'], version: '5.3.1' });
});

it('stays small, whatever a customer pastes', () => {
  const messages = Array.from({ length: 50 }, () => aMessage({ text: 'x'.repeat(5_000) }));
  const query = toTicketQuery(aTicket({ subject: 's'.repeat(9_000), messages, tags: Array(90).fill('t') }));
  expect(query.title).toHaveLength(500);
  expect(query.body).toHaveLength(8_000);
});

it('counts the people who report it', () => {
  expect(countRequesters(aTicket({ messages: [] }))).toBe(1);
  const messages = ['Ann', 'Ben', 'Ann', ''].map((author) => aMessage({ author }));
  expect(
    countRequesters(aTicket({ messages: [...messages, aMessage({ role: 'agent', author: 'Cid' })] })),
  ).toBe(2);
});
