import type { Ticket } from '@/lib/ticket/ticket';
import type { PartNames, ReportFinds, Told } from './find';

/** A long thread is read where the problem is told and where it stands now: at its beginning and at its end. */
const FIRST_MESSAGES = 60;
const LAST_MESSAGES = 40;
/** A ticket read again is mostly the same: what was found in the last ones is kept. */
const KEPT = 3;

function toTold({ messages }: Ticket): Told[] {
  const told = messages
    .map(({ role, text }, index) => ({ role, text, number: index + 1 }))
    .filter(({ role, text }) => role === 'customer' && text.trim() !== '');
  return told.length <= FIRST_MESSAGES + LAST_MESSAGES
    ? told
    : [...told.slice(0, FIRST_MESSAGES), ...told.slice(-LAST_MESSAGES)];
}

const loadRules = () => import('./read-finds');

/** Loads the rules while the ticket is still being read, so that nothing waits for them. */
export async function warmUpFinds(): Promise<void> {
  (await loadRules()).warmUp();
}

const kept = new Map<string, Promise<ReportFinds>>();

/**
 * Everything the ticket says that a report asks for: deterministic, offline, once per content. The rules are a file of
 * their own that is loaded when they are needed first.
 */
export function findReport(ticket: Ticket, parts: readonly PartNames[]): Promise<ReportFinds> {
  const told = toTold(ticket);
  const { subject, organization, customFields, tags } = ticket;
  const words = parts.map(({ name, words }) => ({ name, words }));
  const key = JSON.stringify([subject, told, organization, customFields, tags, words]);
  const known = kept.get(key);
  if (known) return known;
  const finds = loadRules().then(({ readFinds }) => readFinds(ticket, told, words));
  kept.set(key, finds);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  finds.catch(() => kept.delete(key));
  return finds;
}
