import { describe, expect, it } from 'vitest';
import type { CountedTicket } from '@/lib/escalation/escalation';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aMessage, aReadyEscalation, aTicket } from '../../tests/factories';
import { countMassness } from './count-massness';

const counted = (key: string, organization: string, requester: string, same = true): CountedTicket => ({
  key,
  number: key,
  url: '',
  subject: 'The same',
  organizationId: organization && `${organization}-id`,
  organization,
  requester,
  same,
  at: 1,
});
const quiet = aTicket({ subject: 'Export', messages: [aMessage({ text: 'The export stops.' })] });
const of = async (tickets: CountedTicket[], ticket = quiet, playbook = defaultPlaybook) =>
  countMassness({ ...(await aReadyEscalation()), counted: tickets }, ticket, playbook);

describe('countMassness', () => {
  it('counts requesters and organizations apart, the open ticket among them, and names the rule', async () => {
    expect(await of([])).toEqual({
      requesters: 1,
      organizations: 1,
      massness: 'isolated',
      rule: '1 requester of 1 organization: *one person*',
      quote: '',
    });
    expect(await of([counted('1', 'Harbor Freight Lines', 'Oskar')])).toMatchObject({
      requesters: 2,
      organizations: 1,
      massness: 'organization',
      rule: '2 requesters of 1 organization: 2 or more is *one organization*',
    });
    expect(await of([counted('1', 'Aster', 'Ann'), counted('2', 'Tiller', 'Bo')])).toMatchObject({
      requesters: 3,
      organizations: 3,
      massness: 'several',
      rule: '3 organizations: 2 to 4 is *several organizations*',
    });
    const five = ['A', 'B', 'C', 'D'].map((name) => counted(name, name, name));
    expect(await of(five)).toMatchObject({
      organizations: 5,
      massness: 'everyone',
      rule: '5 organizations: 5 or more is *everyone*',
    });
  });

  it('leaves out what is not the same, counts a requester who wrote twice once, and the unknown each as its own', async () => {
    expect(await of([counted('1', 'Aster', 'Ann', false)])).toMatchObject({ massness: 'isolated' });
    const twice = [counted('1', 'Aster', 'Ann'), counted('2', 'Aster', 'Ann')];
    expect(await of(twice)).toMatchObject({ requesters: 2, organizations: 2 });
    const unknown = [counted('1', '', ''), counted('2', '', '')];
    expect(await of(unknown)).toMatchObject({ requesters: 3, organizations: 3 });
  });

  it('goes by the playbook’s thresholds', async () => {
    const playbook = structuredClone(defaultPlaybook);
    playbook.thresholds = { ...playbook.thresholds, several: 3, everyone: 4 };
    const two = [counted('1', 'Aster', 'Ann')];
    expect(await of(two, quiet, playbook)).toMatchObject({ massness: 'organization' });
    expect(await of([...two, counted('2', 'B', 'B')], quiet, playbook)).toMatchObject({
      rule: '3 organizations: 3 is *several organizations*',
    });
  });

  it('hears what the customer says, where that reaches wider than the count', async () => {
    const ticket = aTicket({ messages: [aMessage({ text: 'Since noon nobody can log in any more.' })] });
    expect(await of([], ticket)).toMatchObject({
      massness: 'everyone',
      quote: 'Since noon nobody can log in any more',
      rule: 'speaks of the whole platform',
    });
  });

  it('takes other browsers and windows for nobody else', async () => {
    const text = 'Private window: the same. In Firefox: the same. So it is not only Opera.';
    expect(await of([], aTicket({ messages: [aMessage({ text })] }))).toMatchObject({ massness: 'isolated' });
  });
});
