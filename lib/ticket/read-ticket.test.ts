import { expect, it } from 'vitest';
import { err, ok } from '@/lib/std/result';
import { toPage } from '@/tests/contracts/reader-contract';
import { locateTicket, readTicket } from './read-ticket';
import { anyPage } from './readers/any-page/any-page';
import desk from './readers/any-page/fixtures/plain-desk.json';
import zammadTicket from './readers/zammad/fixtures/zammad-6-ticket-17.json';
import type { TicketReader } from './ticket-reader';

const page = toPage(desk);
const reader = (read: TicketReader['read']): TicketReader => ({
  id: 'other',
  name: 'Other Desk',
  matches: [/tickets/],
  locate: () => ({ ticketId: '1', basePath: '' }),
  read,
});

it('locates the tickets of known products only', () => {
  expect(locateTicket(new URL('https://d.test/rt/Ticket/Display.html?id=7'))).toEqual({
    readerId: 'request-tracker',
    deskKey: 'request-tracker https://d.test/rt',
    ticketId: '7',
  });
  expect(locateTicket(new URL('https://d.test/#ticket/zoom/7'))?.deskKey).toBe('zammad https://d.test');
  expect(locateTicket(new URL('https://d.test/anything'))).toBeNull();
});

it('hands a page on when a reader says null, and reads a product before the generic reader', async () => {
  const handed = await readTicket(page, [reader(async () => null), anyPage]);
  expect(handed.ok && handed.value.desk).toBe('page');
  const product = await readTicket(toPage(zammadTicket));
  expect(product.ok && product.value.desk).toBe('zammad');
});

it('does not let a broken reader hide another', async () => {
  const broken = reader(() => Promise.reject(new Error('bug')));
  const invalid = reader(async (given) => {
    const result = await anyPage.read(given);
    return result?.ok ? ok({ ...result.value, url: 'javascript:alert(1)' }) : result;
  });
  for (const bad of [broken, invalid]) {
    const result = await readTicket(page, [bad, anyPage]);
    expect(result.ok && result.value.unread[0]?.field).toBe('Other Desk');
    expect(await readTicket(page, [bad])).toMatchObject({ ok: false, error: { kind: 'changed-layout' } });
  }
});

it('passes on why a page that is the reader’s could not be read', async () => {
  const error = { kind: 'logged-out', detail: 'You are logged out.' } as const;
  expect(await readTicket(page, [reader(async () => err(error)), anyPage])).toEqual({ ok: false, error });
  expect(await readTicket({ ...page, url: new URL('chrome://settings') })).toMatchObject({
    error: { kind: 'not-found' },
  });
});
