import type { Escalation } from '@/lib/escalation/escalation';
import { findDebt, inSentence } from '@/lib/escalation/report/fields';
import type { Playbook, TemplateField } from '@/lib/playbook/playbook';
import { cleanLine, cleanText } from '@/lib/std/text';
import { toStepLines } from './nodes';

function toWords({ id }: TemplateField, raw: string): string {
  if (id !== 'steps') return cleanText(raw).trim();
  return toStepLines(raw)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
}

/**
 * What the issue of a critical escalation is told once there is time for it, as plain text: the fields that were owed,
 * and by name those that stay empty, so that nobody waits for them.
 */
export function toCompletionText(escalation: Escalation, playbook: Playbook): string {
  const { completion = {} } = escalation;
  const owed = findDebt(escalation, playbook).map((field) => ({
    label: cleanLine(field.label),
    words: toWords(field, completion[field.id]?.value ?? ''),
  }));
  const unknown = owed.filter(({ words }) => words === '').map(({ label }) => inSentence(label));
  return [
    'The report, completed after the handoff.',
    ...owed
      .filter(({ words }) => words !== '')
      .map(({ label, words }) => `${label}:${words.includes('\n') ? '\n' : ' '}${words}`),
    unknown.length > 0 ? `Not known: ${unknown.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}
