import { describe, expect, it, vi } from 'vitest';
import { aMessage, aTicket } from '@/tests/factories';
import { findDeskArticles, findSimilarTickets, groupByOrganization, similarAmongSeen } from './desk-search';
import { type SeenTicket, toSeenTicket } from './seen-ticket';
import type { SimilarTicket } from './similar';

const found = (ticketId: string, changes: Partial<SimilarTicket> = {}): SimilarTicket => ({
  ticketId,
  number: `4800${ticketId}`,
  url: `https://desk.test/#ticket/zoom/${ticketId}`,
  subject: 'Something else',
  status: 'open',
  requester: { id: ticketId, name: `Person ${ticketId}`, email: '' },
  organization: null,
  updatedAt: null,
  ...changes,
});
const ticket = aTicket({ desk: 'zammad', subject: 'CSV export stops with E-4102' });
/** A desk without a search of its own. */
const page = { ...ticket, desk: 'page', deskKey: 'page https://desk.test' };
const organization = (id: string) => ({ id, name: id, source: 'desk' as const, url: null });
const nobody = async () => [];

describe('similar tickets', () => {
  it('come from the desk’s own search, those that share most words first, never the ticket itself', async () => {
    const ask = vi.fn(async () => ({
      ok: true,
      tickets: [found('7'), found('8'), found('9', { subject: 'export of CSV broken' })],
    }));
    const result = await findSimilarTickets(ticket, ask, nobody);
    expect(result).toMatchObject({ ok: true, value: { from: 'desk' } });
    expect(result?.ok && result.value.tickets.map((it) => it.ticketId)).toEqual(['9', '8']);
    expect(ask).toHaveBeenCalledExactlyOnceWith('zammad', {
      type: 'similar',
      deskKey: ticket.deskKey,
      query: { ticketId: '7', words: expect.arrayContaining(['E-4102', 'CSV', 'export']) },
    });
  });

  it.each([
    ['a refusal', { ok: false, error: { kind: 'forbidden', detail: 'Refused.' } }, 'forbidden'],
    ['another shape', { ok: true, tickets: [{ ticketId: 1 }] }, 'changed-layout'],
    [
      'a link that is no web address',
      { ok: true, tickets: [found('8', { url: 'javascript:1' })] },
      'changed-layout',
    ],
    ['nothing', undefined, 'changed-layout'],
  ])('are parsed: %s', async (_, answer, kind) => {
    const result = await findSimilarTickets(ticket, async () => answer, nobody);
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  it('say so when the page is gone', async () => {
    const result = await findSimilarTickets(ticket, () => Promise.reject(new Error('gone')), nobody);
    expect(result).toMatchObject({ ok: false, error: { kind: 'offline' } });
  });

  it('are not searched for without a word to search for', async () => {
    const ask = vi.fn();
    expect(await findSimilarTickets({ ...ticket, subject: '', messages: [] }, ask, nobody)).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });

  it('come from the tickets seen where the desk has no search', async () => {
    const seen = (id: string, subject: string, changes: Partial<SeenTicket> = {}): SeenTicket => ({
      ...toSeenTicket(
        { ...page, ticketId: id, subject, messages: [aMessage({ text: 'Nothing more.' })] },
        Number(id),
      ),
      ...changes,
    });
    const all = [
      seen('7', 'CSV export stops with E-4102'),
      seen('1', 'Export of CSV hangs'),
      seen('2', 'Login fails'),
      seen('3', 'Failure E-4102 in reports'),
      seen('4', 'CSV export', { status: 'Closed' }),
      seen('5', 'Only the export'),
    ];
    const ask = vi.fn();
    const result = await findSimilarTickets(page, ask, async () => all);
    expect(result?.ok && result.value.from).toBe('seen');
    expect(result?.ok && result.value.tickets.map((it) => it.ticketId)).toEqual(['3', '1']);
    expect(ask).not.toHaveBeenCalled();
    expect(similarAmongSeen(page, ['login'], all)).toEqual([]);
  });

  it('come from the tickets seen while the desk cannot be reached, and only then', async () => {
    const other = { ...ticket, ticketId: '8', subject: 'Export of CSV hangs' };
    const seen = async () => [toSeenTicket(other, 8)];
    const fail = (kind: string) => async () => ({ ok: false, error: { kind, detail: 'No.' } });
    const offline = await findSimilarTickets(ticket, fail('offline'), seen);
    expect(offline).toMatchObject({ ok: true, value: { from: 'offline', tickets: [{ ticketId: '8' }] } });
    expect(await findSimilarTickets(ticket, fail('forbidden'), seen)).toMatchObject({ ok: false });
    expect(await findSimilarTickets(ticket, fail('offline'), nobody)).toMatchObject({ ok: false });
  });

  it('are grouped by who is hit, people counted apart', () => {
    const person = { id: '1', name: 'A', email: 'a@x.test' };
    const groups = groupByOrganization([
      found('1'),
      found('2', { organization: organization('Orchard') }),
      found('3', { organization: organization('Harbor'), requester: person }),
      found('4', { organization: organization('Harbor'), requester: person }),
      found('5', { organization: organization('Harbor') }),
    ]);
    expect(groups.map((it) => [it.organization?.name, it.tickets.length, it.requesters])).toEqual([
      ['Harbor', 3, 2],
      ['Orchard', 1, 1],
      [undefined, 1, 1],
    ]);
  });
});

describe('articles of the desk', () => {
  it('are not asked for where the desk has none', async () => {
    const ask = vi.fn();
    expect(await findDeskArticles(page, ask)).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });
});
