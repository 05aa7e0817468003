import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Playbook, Priority, Severity } from '@/lib/playbook/playbook';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { cleanLine, cleanText, toHttpUrl, truncate } from '@/lib/std/text';
import type { NewIssue } from '@/lib/trackers/new-issue';
import type { Escalation, ReportField } from './escalation';

const MAX_TITLE = 200;
/** A number, letter or bullet that the agent or the customer already put before a step. */
const NUMBERING = /^\s*(?:\(?\d{1,3}[.):]|[-*•–])(?:\s+|$)/;

export interface IssueInput {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** After massness raised it, or did not. */
  readonly severity: Severity;
  readonly priority: Priority;
  /** Local date `YYYY-MM-DD`; null = at once. Computed, because a preview comes before the escalation holds it. */
  readonly takenUpBy: string | null;
  /** Names of the files that will be attached. */
  readonly fileNames: readonly string[];
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const item = (...children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [paragraph(...children)],
});
const list = (items: ListItem[], ordered = false): BlockContent => ({
  type: 'list',
  ordered,
  ...(ordered ? { start: 1 } : {}),
  spread: false,
  children: items,
});

/** Clean lines without blanks at their ends; blank ones stay as paragraph borders. */
function toLines(raw: string): string[] {
  return cleanText(raw)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
}

/** One paragraph for each run of lines, line breaks kept. */
function toParagraphs(raw: string): Paragraph[] {
  return toLines(raw)
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => paragraph(...toInertPhrasing(block)));
}

/** The compact head: what the person who sorts the queue reads. */
function toFacts({ escalation, playbook, severity, priority, takenUpBy }: IssueInput): BlockContent {
  const { ticket, report, massness, loweredBecause } = escalation;
  const level = playbook.severities.find((entry) => entry.level === severity);
  const scale = playbook.massness.find((entry) => entry.id === massness);
  const facts: ListItem[] = [];
  const add = (label: string, ...words: PhrasingContent[]) => {
    facts.push(item({ type: 'strong', children: [text(label)] }, text(' '), ...words));
  };

  add(
    'Severity',
    ...toInertPhrasing([severity, level && cleanLine(level.label), priority].filter(Boolean).join(' · ')),
  );
  if (scale) add('Hit', ...toInertPhrasing(`${cleanLine(scale.label)}: ${cleanLine(scale.meaning)}`));
  const because = cleanLine(loweredBecause);
  if (because) add('Not raised because', ...toInertPhrasing(because));
  const organization = cleanLine(ticket.organization);
  const organizationId = cleanLine(report.organizationId.value);
  const customer = [organization, organization && organizationId ? `(${organizationId})` : organizationId];
  if (customer.some(Boolean)) add('Customer', ...toInertPhrasing(customer.filter(Boolean).join(' ')));
  const part = toPartName(playbook, report.part.value);
  if (part) add('Part', ...toInertPhrasing(part));
  const where = cleanLine(report.where.value);
  if (where) add('Where', code(where));
  add('Ticket', toTicket(ticket.number, ticket.url));
  if (takenUpBy) add('Taken into work by', text(takenUpBy));
  else if (level?.takenUp.kind === 'at-once') add('Taken into work', text('at once'));
  return list(facts);
}

/** The only real link of the body; an address that is not http(s) never becomes one. */
function toTicket(number: string, url: string): PhrasingContent {
  const label = cleanLine(number) || 'open';
  const address = toHttpUrl(url);
  return address ? { type: 'link', url: address.href, children: [text(label)] } : code(label);
}

/** The report holds the playbook's id of a part, or words of the agent. */
function toPartName(playbook: Playbook, value: string): string {
  const known = playbook.parts.find((part) => part.id === value);
  return cleanLine(known ? known.name : value);
}

function toSteps(raw: string): BlockContent[] {
  const steps = toLines(raw)
    .map((line) => line.replace(NUMBERING, '').trim())
    .filter(Boolean);
  return steps.length > 0
    ? [
        list(
          steps.map((step) => item(...toInertPhrasing(step))),
          true,
        ),
      ]
    : [];
}

/** Checks in the playbook's order; the agent's own sentence is the problem and not repeated here. */
function toChecks({ escalation, playbook }: IssueInput): BlockContent[] {
  const items = playbook.checklist.flatMap(({ id, title, kind }) => {
    const check = escalation.checks[id];
    if (!check || check.status === 'open' || kind === 'words') return [];
    const note = cleanLine(check.note);
    const words = check.status === 'waived' ? `Waived: ${note || 'no reason given'}` : note || 'Done';
    return [item(...toInertPhrasing(`${cleanLine(title)}: ${words}`))];
  });
  const ruledOut = (escalation.verdicts ?? []).map(({ key, title, url }) => {
    const name = [cleanLine(key), truncate(cleanLine(title), MAX_TITLE)].filter(Boolean).join(' ');
    const address = toHttpUrl(url)?.href;
    return item(
      ...toInertPhrasing(`Looked alike, not the same: ${name}`),
      ...(address ? [text(' '), code(address)] : []),
    );
  });
  const all = [...items, ...ruledOut];
  return all.length > 0 ? [list(all)] : [];
}

function toProblem({ escalation, playbook }: IssueInput): BlockContent[] {
  return playbook.checklist
    .filter((entry) => entry.kind === 'words')
    .flatMap((entry) => toParagraphs(escalation.checks[entry.id]?.note ?? ''));
}

/**
 * The one mapping from an escalation to an issue. The order is fixed for two readers: who sorts the queue needs the
 * first lines only, who repairs it finds each thing always in the same place. Empty sections are left out.
 */
export function toIssue(input: IssueInput): NewIssue {
  const { escalation, severity, priority, playbook, takenUpBy, fileNames } = input;
  const { report, ticket } = escalation;
  const children: Root['children'] = [toFacts(input)];
  const section = (title: string, blocks: BlockContent[]) => {
    if (blocks.length === 0) return;
    children.push({ type: 'heading', depth: 3, children: [text(title)] }, ...blocks);
  };
  const words = (field: ReportField) => toParagraphs(report[field].value);
  const error = cleanText(report.error.value).replace(/^\s*\n|\s+$/g, '');
  const quote = words('quote');
  const files = fileNames.map(cleanLine).filter(Boolean);

  section('Problem', toProblem(input));
  section('Steps', toSteps(report.steps.value));
  section('Expected', words('expected'));
  section('Actual', words('actual'));
  section('Error', error ? [{ type: 'code', value: error }] : []);
  section('Environment', words('environment'));
  section('Customer quote', quote.length > 0 ? [{ type: 'blockquote', children: quote }] : []);
  section('Checked before', toChecks(input));
  section('Attachments', files.length > 0 ? [list(files.map((name) => item(code(name))))] : []);

  return {
    title: truncate(cleanLine(report.title.value), MAX_TITLE),
    body: { type: 'root', children },
    facts: {
      severity,
      priority,
      part: toPartName(playbook, report.part.value),
      takenUpBy,
      ticketUrl: toHttpUrl(ticket.url)?.href ?? '',
      ticketNumber: cleanLine(ticket.number),
    },
  };
}
