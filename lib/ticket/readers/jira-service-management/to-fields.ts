import { toLine, toRaw, toText } from '@/lib/ticket/bounds';
import { htmlToText } from '@/lib/ticket/dom';
import { at, lineAt, listOf } from '@/lib/ticket/json-path';
import { LIMITS } from '@/lib/ticket/limits';
import type { LinkedTicket, Ticket } from '@/lib/ticket/ticket';
import type { JiraIssue } from './answers';

/** Types of Service Management's own custom fields; their ids differ from site to site. */
const SERVICE_DESK = 'com.atlassian.servicedesk:';
export const ORGANIZATIONS = `${SERVICE_DESK}sd-customer-organizations`;

/** Bookkeeping that no person reads: ranks and clocks. */
const NOT_SHOWN = /sd-sla|rank|devsummary|charting|gh-epic/;
const SHOWN = /^(?:customfield_.*|components|(?:fixV|v)ersions|environment|duedate|resolution)$/;

/** The value of the one custom field of that type. */
function byType({ fields, schema }: JiraIssue, type: string): unknown {
  return fields[Object.keys(fields).find((key) => at(schema, key, 'custom') === type) ?? ''];
}

export const organizationsOf = (issue: JiraIssue) => listOf(byType(issue, ORGANIZATIONS));
export const participantsOf = (issue: JiraIssue) =>
  listOf(byType(issue, `${SERVICE_DESK}sd-request-participants`));
export const requestTypeOf = (issue: JiraIssue) =>
  lineAt(byType(issue, `${SERVICE_DESK}vp-origin`), 'requestType', 'name');

/** Options, people, versions and lists of them in words. */
function toValue(raw: unknown): string {
  if (Array.isArray(raw)) return raw.slice(0, 100).map(toValue).filter(Boolean).join(', ');
  if (typeof raw !== 'object') return String(raw ?? '');
  const name = toLine(at(raw, 'value') ?? at(raw, 'displayName') ?? at(raw, 'name'));
  const child = lineAt(raw, 'child', 'value');
  return child ? `${name} – ${child}` : name;
}

export const toCustomFields = ({
  fields,
  names,
  schema,
  renderedFields,
}: JiraIssue): Ticket['customFields'] =>
  Object.entries(fields)
    .flatMap(([key, raw]) => {
      const type = lineAt(schema, key, 'custom');
      if (!SHOWN.test(key) || NOT_SHOWN.test(type)) return [];
      // A text of several lines: a tree in Cloud, wiki markup in Data Center.
      const isRich = at(raw, 'type') === 'doc' || /textarea$/.test(type);
      const value = isRich ? htmlToText(toRaw(at(renderedFields, key))).text : toValue(raw);
      return value ? [{ name: lineAt(names, key) || key, value: toText(value).text }] : [];
    })
    .slice(0, LIMITS.list);

export function toLinked({ fields }: JiraIssue, root: string): LinkedTicket[] {
  const toLink = (other: unknown, kind: LinkedTicket['kind']): LinkedTicket[] => {
    const id = lineAt(other, 'key');
    const title = toLine(`${id} ${lineAt(other, 'fields', 'summary')}`);
    return id ? [{ kind, id, title, url: `${root}/browse/${encodeURIComponent(id)}` }] : [];
  };
  return [
    ...listOf(fields.issuelinks).flatMap((link) => {
      const side = at(link, 'outwardIssue') ? 'outward' : 'inward';
      // Problems cause incidents, whatever else the administrator calls the link.
      const phrase = lineAt(link, 'type', side);
      const kind = /caused by/i.test(phrase) ? 'problem' : /^causes/i.test(phrase) ? 'incident' : 'related';
      return toLink(at(link, `${side}Issue`), kind);
    }),
    ...toLink(fields.parent, 'parent'),
    ...listOf(fields.subtasks).flatMap((child) => toLink(child, 'child')),
  ].slice(0, LIMITS.list);
}
