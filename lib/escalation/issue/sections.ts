import type { BlockContent } from 'mdast';
import type { Escalation } from '@/lib/escalation/escalation';
import { fieldValue, HEAD_FIELDS, templateOf } from '@/lib/escalation/report/fields';
import type { Playbook, TemplateField } from '@/lib/playbook/playbook';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { cleanLine } from '@/lib/std/text';
import { item, labelled, list, toCodeBlock, toParagraphs, toQuote, toSteps } from './nodes';

/** A part of the body under its heading. */
export interface IssueSection {
  readonly title: string;
  readonly blocks: readonly BlockContent[];
}

/** Where questions and their answers stand when the template has a place for them. */
export const ANSWERED = 'answered';

const isShort = ({ input }: TemplateField) => input === 'line' || input === 'choice';

function toBlocks({ id, input }: TemplateField, value: string): BlockContent[] {
  if (id === 'steps') return toSteps(value);
  if (id === 'quote') return toQuote(value);
  return input === 'code' ? toCodeBlock(value) : toParagraphs(value);
}

/**
 * What the template asks for, in its order under its labels; the head has the rest. Short values that follow each other,
 * such as revenue and renewal, make one list: figures are compared, not read.
 */
export function toReportSections(escalation: Escalation, playbook: Playbook): IssueSection[] {
  const sections: IssueSection[] = [];
  let short: { label: string; value: string }[] = [];
  const endShort = () => {
    const [only] = short;
    if (only && short.length === 1) sections.push({ title: only.label, blocks: toParagraphs(only.value) });
    if (short.length > 1) {
      const items = short.map(({ label, value }) => labelled(label, ...toInertPhrasing(value)));
      sections.push({ title: 'In short', blocks: [list(items)] });
    }
    short = [];
  };
  for (const field of templateOf(playbook, escalation).fields) {
    if (HEAD_FIELDS.has(field.id)) continue;
    const { value } = fieldValue(escalation, field.id);
    const label = cleanLine(field.label);
    if (isShort(field)) {
      const line = cleanLine(value);
      if (line) short.push({ label, value: line });
      continue;
    }
    const answers = field.id === ANSWERED ? toAnswers(escalation) : [];
    const blocks = [...toBlocks(field, value), ...answers];
    if (blocks.length === 0) continue;
    endShort();
    sections.push({ title: label, blocks });
  }
  endShort();
  return sections;
}

/** What was asked of the customer, with what the thread says word for word. */
export function toAnswerItems({ answers = {} }: Escalation) {
  return Object.values(answers).flatMap(({ ask, answer: given, quote: said }) => {
    const answer = cleanLine(given);
    if (!answer) return [];
    const quote = cleanLine(said);
    return [item(...toInertPhrasing(`${cleanLine(ask)} ${answer}${quote ? ` (“${quote}”)` : ''}`))];
  });
}

function toAnswers(escalation: Escalation): BlockContent[] {
  const items = toAnswerItems(escalation);
  return items.length > 0 ? [list(items)] : [];
}
