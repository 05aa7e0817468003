import { describe, expect, it } from 'vitest';
import { aReadyEscalation } from '@/tests/factories';
import type { CountedTicket, Escalation } from './escalation';
import { countHit } from './report-counts';

const report = (requester: string, requesterEmail?: string): CountedTicket => ({
  key: `${requester} ${requesterEmail}`,
  number: '1',
  url: '',
  subject: 'The same',
  organizationId: 'hfl-2207',
  organization: 'Harbor Freight Lines',
  requester,
  ...(requesterEmail === undefined ? {} : { requesterEmail }),
  same: true,
  at: 1,
});

/** Mira Okafor of mira@harbor.test wrote the ticket. */
async function people(counted: CountedTicket[], own: Partial<Escalation['ticket']> = {}): Promise<number> {
  const escalation = await aReadyEscalation({ counted });
  return countHit({ ...escalation, ticket: { ...escalation.ticket, ...own } }).requesters;
}

describe('who counts as one person', () => {
  it('is one mail address, whatever the name and the case', async () => {
    expect(await people([report('M. Okafor', 'MIRA@harbor.test'), report('', 'mira@harbor.test')])).toBe(1);
    expect(await people([report('Oskar', 'o@harbor.test'), report('Oskar Lind', 'o@harbor.test')])).toBe(2);
  });

  it('is not one name: two addresses are two people', async () => {
    expect(await people([report('Mira Okafor', 'okafor@harbor.test')])).toBe(2);
  });

  it('is one name where no address is known, on either side', async () => {
    expect(await people([report('mira okafor')])).toBe(1);
    expect(await people([report('Mira Okafor', 'mira@harbor.test')], { requesterEmail: undefined })).toBe(1);
    expect(await people([report('Oskar'), report(' oskar ')])).toBe(2);
  });

  it('is one address though it stands where the name should', async () => {
    expect(await people([report('mira@harbor.test')])).toBe(1);
  });

  it('is each of those of whom nothing is known', async () => {
    const unknown = (key: string) => ({ ...report(''), key });
    expect(await people([unknown('1'), unknown('2')])).toBe(3);
  });
});
