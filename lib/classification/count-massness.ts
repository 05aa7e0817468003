import type { Massness, Playbook } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { type Counting, countConfirmed, type MassnessCount } from './count-confirmed';
import { customerTexts } from './customer-texts';
import { tellMassness } from './tell-massness';
import { WIDTH } from './width';

const SPEAKS_OF: Readonly<Record<Massness, string>> = {
  isolated: '',
  organization: 'speaks of several people in one organization',
  several: 'speaks of other organizations',
  everyone: 'speaks of the whole platform',
};

/**
 * How many are hit, by the confirmed tickets and by what the customer says; whichever reaches wider, with the rule that
 * gave it.
 */
export function countMassness(
  escalation: Counting,
  ticket: Pick<Ticket, 'subject' | 'messages'>,
  playbook: Playbook,
): MassnessCount {
  const counted = countConfirmed(escalation, playbook);
  const told = tellMassness(customerTexts(ticket), playbook);
  if (!told || WIDTH[told.massness] <= WIDTH[counted.massness]) return counted;
  return { ...counted, massness: told.massness, rule: SPEAKS_OF[told.massness], quote: told.quote };
}
