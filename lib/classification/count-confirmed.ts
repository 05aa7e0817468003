import type { Escalation } from '@/lib/escalation/escalation';
import { countHit } from '@/lib/escalation/report-counts';
import type { Massness, Playbook } from '@/lib/playbook/playbook';

export interface MassnessCount {
  /** Different people, the open ticket's requester among them. */
  readonly requesters: number;
  /** Different organizations, the open ticket's among them; an unknown one counts as its own. */
  readonly organizations: number;
  readonly massness: Massness;
  /** The rule that gave it, in words. */
  readonly rule: string;
  /** What the customer wrote where their words decided; else empty. */
  readonly quote: string;
}

export type Counting = Pick<Escalation, 'ticket' | 'report' | 'counted'>;
type Thresholds = Playbook['thresholds'];

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** `2 to 4`, `5 or more`. */
const range = (from: number, to: number) =>
  to === Infinity ? `${from} or more` : from === to ? `${from}` : `${from} to ${to}`;

function byNumbers(requesters: number, organizations: number, limits: Thresholds): [Massness, string] {
  const hit = count(organizations, 'organization', 'organizations');
  if (organizations >= limits.everyone) return ['everyone', `${hit}: ${range(limits.everyone, Infinity)} is`];
  if (organizations >= limits.several)
    return ['several', `${hit}: ${range(limits.several, limits.everyone - 1)} is`];
  const people = count(requesters, 'requester', 'requesters');
  if (requesters >= limits.organization)
    return ['organization', `${people} of ${hit}: ${range(limits.organization, Infinity)} is`];
  return ['isolated', `${people} of ${hit}:`];
}

/** How many are hit, counted from the confirmed tickets by the playbook's thresholds. */
export function countConfirmed(escalation: Counting, playbook: Playbook): MassnessCount {
  const { requesters, organizations } = countHit(escalation);
  const [massness, rule] = byNumbers(requesters, organizations, playbook.thresholds);
  const label = playbook.massness.find(({ id }) => id === massness)?.label.toLowerCase() ?? massness;
  return { requesters, organizations, massness, rule: `${rule} *${label}*`, quote: '' };
}
