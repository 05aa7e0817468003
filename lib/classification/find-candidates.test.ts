import { describe, expect, it } from 'vitest';
import type { KnownAbout } from '@/lib/knowledge/search-client';
import { toSeenTicket } from '@/lib/ticket/seen-ticket';
import type { SimilarTicket } from '@/lib/ticket/similar';
import { aMessage, aTicket } from '../../tests/factories';
import { toCounted, toLinkedReports, withSeen } from './find-candidates';

const open = aTicket();
const handedOff = aTicket({
  ticketId: '8',
  number: '48220',
  subject: 'E-4102 when I export',
  requester: { id: '9', name: 'Oskar Lind', email: 'oskar@aster.test' },
  organization: null,
  messages: [aMessage({ text: 'The same.' })],
});
const other = aTicket({ ticketId: '9', number: '48221', subject: 'E-4102 too' });
const seen = [handedOff, other].map((ticket) => toSeenTicket(ticket, 1));
const found = (...tickets: SimilarTicket[]) => ({
  tickets,
  from: 'desk' as const,
  words: ['E-4102', 'Export'],
});
const idsOf = (tickets: readonly SimilarTicket[]) => tickets.map(({ ticketId }) => ticketId);

describe('withSeen', () => {
  it('adds what was handed off from here and the desk’s search missed', () => {
    expect(idsOf(withSeen(open, found(), seen))).toEqual(['8', '9']);
    const elsewhere = toSeenTicket(aTicket({ ticketId: '10', subject: 'Calendar', messages: [] }), 1);
    expect(withSeen(open, found(), [elsewhere])).toEqual([]);
  });

  it('names nothing twice, and never the ticket itself', () => {
    const known = found({ ...handedOff, organization: null });
    expect(idsOf(withSeen(open, known, seen))).toEqual(['8', '9']);
    expect(withSeen(open, found(), [toSeenTicket(open, 1)])).toEqual([]);
  });
});

describe('what is kept of a candidate', () => {
  it('is who wrote it, as the escalation names its own requester; an unknown organization is empty', () => {
    expect(toCounted(handedOff, open.deskKey)).toEqual({
      key: `${open.deskKey}#8`,
      number: '48220',
      url: handedOff.url,
      subject: 'E-4102 when I export',
      organizationId: '',
      organization: '',
      requester: 'Oskar Lind',
      requesterEmail: 'oskar@aster.test',
    });
  });
});

describe('toLinkedReports', () => {
  const bug = (recordKey: string, reports: object[]) => ({
    record: { kind: 'known-bug', recordKey, key: 'APP-12', title: 'Export stops', reports },
    match: null,
  });
  const about = (...bugs: object[]) =>
    ({ bugs, articles: [], cards: [], searched: 1 }) as unknown as KnownAbout;
  const report = { title: 'It stops', text: '', url: 'https://tracker.test/1' };

  it('takes the first bug that has any and is not ruled out', () => {
    const verdict = { recordKey: 'c/1', key: '', title: '', url: '', at: 1 };
    const known = about(bug('c/1', [report]), bug('c/2', []), bug('c/3', [report]));
    expect(toLinkedReports(known, { verdicts: [verdict] })).toMatchObject({
      bug: 'APP-12',
      reports: [{ key: 'c/3#https://tracker.test/1', organization: '', requester: '' }],
    });
    expect(toLinkedReports(about(), { verdicts: [] })).toBeNull();
  });
});
