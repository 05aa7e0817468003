import type { BlockContent, ListItem, PhrasingContent, Root } from 'mdast';
import type { Escalation } from '@/lib/escalation/escalation';
import { ALSO_MENTIONED } from '@/lib/escalation/lint/add-facts';
import { fieldValue, findDebt, inSentence, kindOf, partOf, templateOf } from '@/lib/escalation/report/fields';
import { countHit, formatCount, sameTickets } from '@/lib/escalation/report-counts';
import type { Playbook, Priority, Severity } from '@/lib/playbook/playbook';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { cleanLine, toHttpUrl, truncateWhole } from '@/lib/std/text';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { code, item, labelled, list, text, toParagraphs } from './nodes';
import { ANSWERED, toAnswerItems, toReportSections } from './sections';

const MAX_TITLE = 200;

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

/** The compact head: what the person who sorts the queue reads. */
function toFacts({ escalation, playbook, severity, priority, takenUpBy }: IssueInput): BlockContent {
  const { ticket, report, loweredBecause, owner = '', nextUpdateOn } = escalation;
  const level = playbook.severities.find((entry) => entry.level === severity);
  const facts: ListItem[] = [];
  const add = (label: string, ...words: PhrasingContent[]) => {
    if (words.length > 0) facts.push(labelled(label, ...words));
  };
  const words = (value: string) => toInertPhrasing(cleanLine(value));

  add('Severity', ...words([severity, level?.label, priority].filter(Boolean).join(' · ')));
  add('Hit', ...words(toHit(escalation, playbook)));
  add('Not raised because', ...words(loweredBecause));
  add('Customer', ...toCustomer(escalation));
  add('Part', ...words(partOf(playbook, escalation)?.name ?? report.part.value));
  const where = cleanLine(report.where.value);
  if (where) add('Where', code(where));
  add('Ticket', toLink(ticket.number, ticket.url));
  if (kindOf(escalation) !== 'bug') add('Kind', ...words(templateOf(playbook, escalation).label));
  if (takenUpBy) add('Taken into work by', text(takenUpBy));
  else if (level?.takenUp.kind === 'at-once') add('Taken into work', text('at once'));
  add('Support owner', ...words(owner));
  if (nextUpdateOn) add('Next word to the customer', text(nextUpdateOn));
  const debt = findDebt(escalation, playbook).map(({ label }) => inSentence(label));
  add('To be completed', ...words(debt.join(', ')));
  return list(facts);
}

/** The scale as the playbook words it, and how many were counted. */
function toHit(escalation: Escalation, playbook: Playbook): string {
  const scale = playbook.massness.find((entry) => entry.id === escalation.massness);
  const counted = sameTickets(escalation).length > 0 ? formatCount(countHit(escalation)) : '';
  return [scale && `${scale.label}: ${scale.meaning}`, counted].filter(Boolean).join(' · ');
}

/** Name, id and importance, with a link to the desk's record where it has one. */
function toCustomer(escalation: Escalation): PhrasingContent[] {
  const { ticket, report } = escalation;
  const organization = cleanLine(ticket.organization);
  const id = cleanLine(report.organizationId.value);
  // Where the desk knows no organization, its e-mail domain is both.
  const name = organization && id && id !== organization ? `${organization} (${id})` : organization || id;
  const importance = cleanLine(fieldValue(escalation, 'importance').value);
  const words = toInertPhrasing([name, importance].filter(Boolean).join(', '));
  const record = toHttpUrl(ticket.organizationUrl);
  return words.length > 0 && record ? [...words, text(' '), toLink('record', record.href)] : words;
}

/** A real link, for addresses of the desk alone; what is not http(s) never becomes one. */
function toLink(label: string, url: string): PhrasingContent {
  const words = cleanLine(label) || 'open';
  const address = toHttpUrl(url);
  return address ? { type: 'link', url: address.href, children: [text(words)] } : code(words);
}

/** Checks in the playbook's order; the agent's own sentence is the problem and not repeated here. */
function toChecks({ escalation, playbook }: IssueInput): ListItem[] {
  const checks = playbook.checklist.flatMap(({ id, title, kind }) => {
    const check = escalation.checks[id];
    if (!check || check.status === 'open' || kind === 'words') return [];
    const note = cleanLine(check.note);
    const words = check.status === 'waived' ? `Waived: ${note || 'no reason given'}` : note || 'Done';
    return [item(...toInertPhrasing(`${cleanLine(title)}: ${words}`))];
  });
  const elsewhere = templateOf(playbook, escalation).fields.some(({ id }) => id === ANSWERED);
  const answers = elsewhere ? [] : toAnswerItems(escalation);
  const ruledOut = (escalation.verdicts ?? []).map(({ key, title, url }) => {
    const name = [cleanLine(key), truncateWhole(cleanLine(title), MAX_TITLE)].filter(Boolean).join(' ');
    const address = toHttpUrl(url)?.href;
    return item(
      ...toInertPhrasing(`Looked alike, not the same: ${name}`),
      ...(address ? [text(' '), code(address)] : []),
    );
  });
  return [...checks, ...answers, ...ruledOut];
}

/** The organizations and tickets that were counted, this one first. Names of people stay in the desk. */
function toReporters(escalation: Escalation): ListItem[] {
  const others = sameTickets(escalation);
  if (others.length === 0) return [];
  const { organization, number, url } = escalation.ticket;
  const own = { organization, number, url, subject: escalation.ticket.subject };
  return [own, ...others].map((it) => {
    const words = [cleanLine(it.organization) || 'Unknown', truncateWhole(cleanLine(it.subject), MAX_TITLE)];
    const address = toHttpUrl(it.url)?.href;
    const name = [cleanLine(it.number), address].filter(Boolean).join(' ');
    return item(
      ...toInertPhrasing(words.filter(Boolean).join(': ')),
      ...(name ? [text(' '), code(name)] : []),
    );
  });
}

function toProblem({ escalation, playbook }: IssueInput): BlockContent[] {
  return playbook.checklist
    .filter((entry) => entry.kind === 'words')
    .flatMap((entry) => toParagraphs(escalation.checks[entry.id]?.note ?? ''));
}

/** A template without a title, such as a question, is called by its first field. */
function toTitle(escalation: Escalation, playbook: Playbook): string {
  const { fields } = templateOf(playbook, escalation);
  const field = fields.find(({ id }) => id === 'title') ?? fields[0];
  const title = cleanLine(field ? fieldValue(escalation, field.id).value : '');
  return truncateWhole(title || cleanLine(escalation.report.title.value), MAX_TITLE);
}

const toList = (items: ListItem[]): BlockContent[] => (items.length > 0 ? [list(items)] : []);

/**
 * The one mapping from an escalation to an issue. The order is fixed for two readers: who sorts the queue needs the
 * first lines only, who repairs it finds each thing always in the same place. Empty sections are left out.
 */
export function toIssue(input: IssueInput): NewIssue {
  const { escalation, severity, priority, playbook, takenUpBy, fileNames } = input;
  const { ticket, report, details = {}, recordings = [] } = escalation;
  const part = partOf(playbook, escalation);
  const children: Root['children'] = [toFacts(input)];
  const section = (title: string, blocks: readonly BlockContent[]) => {
    if (blocks.length === 0) return;
    children.push({ type: 'heading', depth: 3, children: toInertPhrasing(title) }, ...blocks);
  };
  const names = (values: readonly string[]) =>
    toList(
      values
        .map(cleanLine)
        .filter(Boolean)
        .map((name) => item(code(name))),
    );
  const isRequest = kindOf(escalation) === 'feature-request';

  section('Problem', toProblem(input));
  for (const { title, blocks } of toReportSections(escalation, playbook)) section(title, blocks);
  section(isRequest ? 'Who asked for what' : 'Reported by', toList(toReporters(escalation)));
  section('Also mentioned', names((details[ALSO_MENTIONED]?.value ?? '').split('\n')));
  section('Recordings', names(recordings));
  section('Checked before', toList(toChecks(input)));
  section('Attachments', names(fileNames));

  return {
    title: toTitle(escalation, playbook),
    body: { type: 'root', children },
    facts: {
      severity,
      priority,
      part: cleanLine(part ? part.queue || part.name : report.part.value),
      takenUpBy,
      ticketUrl: toHttpUrl(ticket.url)?.href ?? '',
      ticketNumber: cleanLine(ticket.number),
    },
  };
}
