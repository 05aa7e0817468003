import { toHttpUrl } from '@/lib/std/text';
import { attribute, selectAll } from '@/lib/ticket/dom';
import { LIMITS } from '@/lib/ticket/limits';
import { attributeOf, childrenOf, lineOf, lineWithout, select } from '@/lib/ticket/page-parts';
import type { Ticket } from '@/lib/ticket/ticket';
import { PRIORITY_FLAG } from './selectors';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface Information {
  readonly status: string;
  readonly priority: string;
  readonly type: string;
  readonly assignee: string;
  readonly organization: { readonly id: string; readonly name: string; readonly url: string | null } | null;
  /** The first address beside the ticket: the customer's, when he wrote nothing himself. */
  readonly email: string;
  readonly customFields: Ticket['customFields'];
}

const titleOf = (value: Element | undefined): string => (value ? attribute(value, 'title') : '');

/** Long values are cut on the page and whole in a title. */
const shownIn = (value: Element): string => {
  const inner = select(value, 'span[title]');
  return inner ? attribute(inner, 'title').trim() : titleOf(value).trim() || lineOf(value);
};

function toField(value: Element): { name: string; value: string } {
  const label = value.previousElementSibling ?? undefined;
  return { name: lineWithout(label, 'em').replace(/\s*[:：]$/, ''), value: shownIn(value) };
}

/**
 * The sidebar's ticket information (AgentTicketZoom/TicketInformation.tt): labels are translated, so the fixed order
 * decides. First group: [archive], [type], age, created, [by], state, [pending until], lock, priority, queue, [service],
 * [SLA]; then escalations; then customer id, [time], owner, [responsible]; then process and dynamic fields. The priority
 * stands in the headline too, which tells where it is here.
 */
export function readInformation(page: Document, root: string): Information {
  const priority = attributeOf(page, PRIORITY_FLAG, 'title').trim();
  const isPriority = (value: Element) => priority !== '' && titleOf(value).trim() === priority;
  const first = selectAll(page, 'fieldset.TableLike').find((group) =>
    selectAll(group, '.Value').some(isPriority),
  );
  const groups = childrenOf(first?.parentElement ?? undefined, 'fieldset').map((group) =>
    selectAll(group, '.Value'),
  );
  const [facts = [], , people = [], ...further] = groups;
  const at = facts.findIndex(isPriority);
  // Two before it, unless a pending time, which has no title, stands between.
  const before = facts[at - 2];
  const state = before?.hasAttribute('title') ? before : facts[at - 3];

  const customer = people[0];
  const link = customer && select(customer, 'a:not([href*="AgentTicketSearch"])');
  const id = lineOf(link) || lineWithout(customer, 'a').replace(/\s*-$/, '');
  const url = link && toHttpUrl(attribute(link, 'href'), `${root}/index.pl`);
  const owner = /^(.*) \((.+)\)$/.exec(titleOf(people.find((value) => titleOf(value) !== '')));
  const beside = selectAll(page, 'aside .Value[title], .SidebarColumn .Value[title]').map(titleOf);

  return {
    status: lineOf(facts.find((value) => /(?:^|\s)StateID-/.test(attribute(value, 'class'))) ?? state),
    priority,
    type: titleOf(
      facts.find((value) => /(?:^|\s)FixedValueSmall(?:\s|$)/.test(attribute(value, 'class'))),
    ).trim(),
    // A ticket always has an owner; the first account of a desk owns what nobody took.
    assignee: !owner || owner[2] === 'root@localhost' ? '' : (owner[1] ?? ''),
    // Customers without a company get their own address for an id.
    organization: id && !EMAIL.test(id) ? { id, name: id, url: url?.href ?? null } : null,
    email: beside.find((title) => EMAIL.test(title)) ?? '',
    customFields: [...(at < 0 ? [] : facts.slice(at + 1)), ...further.flat()]
      .map(toField)
      .filter(({ name, value }) => name && value)
      .slice(0, LIMITS.list),
  };
}
