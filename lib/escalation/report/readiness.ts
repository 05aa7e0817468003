import type { Escalation } from '@/lib/escalation/escalation';
import type { Playbook } from '@/lib/playbook/playbook';
import { fieldValue, inSentence, partOf, templateOf } from './fields';

export const STEPS = ['check', 'classify', 'describe', 'hand-off'] as const;
export type Step = (typeof STEPS)[number];

/** Something that stands between the agent and the handoff, as a sentence, with the step where it is mended. */
export interface Gap {
  readonly step: Step;
  /** Checklist item id, report field or `severity`/`massness`: where to put the focus. */
  readonly field: string;
  readonly sentence: string;
}

/** The checklist item that takes in what feature cards ask for. */
export const COLLECTED = 'collected';

/** What the cards of the features this ticket names ask to be collected. */
export function askedFor(escalation: Pick<Escalation, 'cards'>): { title: string; collect: string }[] {
  return (escalation.cards ?? []).filter(({ collect }) => collect.trim() !== '');
}

/** The items where the agent says the problem in one sentence, and has not yet: required before describing. */
export function missingOwnWords(
  { kind, checks }: Pick<Escalation, 'kind' | 'checks'>,
  playbook: Playbook,
): Playbook['checklist'] {
  // Four lines now, the rest after.
  if (kind === 'critical') return [];
  return playbook.checklist.filter(
    (item) => item.kind === 'words' && item.required && !checks[item.id]?.note.trim(),
  );
}

function checkGaps(escalation: Escalation, playbook: Playbook): Gap[] {
  return playbook.checklist.flatMap((item) => {
    const check = escalation.checks[item.id];
    const settled = check?.status === 'done' || (check?.status === 'waived' && !item.required);
    if (!settled) {
      return [{ step: 'check' as const, field: item.id, sentence: `Open: ${item.title.toLowerCase()}` }];
    }
    const asked = item.id === COLLECTED ? askedFor(escalation) : [];
    if (check.note.trim() === '' && check.status === 'done' && asked.length > 0) {
      const sentence = `Note what was collected for ${asked.map(({ title }) => title).join(', ')}`;
      return [{ step: 'check' as const, field: item.id, sentence }];
    }
    if (check.note.trim() === '' && (check.status === 'waived' || item.kind === 'words')) {
      const what = check.status === 'waived' ? 'Say why this is waived' : 'Write it in one sentence';
      return [{ step: 'check' as const, field: item.id, sentence: `${what}: ${item.title.toLowerCase()}` }];
    }
    return [];
  });
}

function classifyGaps(escalation: Escalation): Gap[] {
  const gaps: Gap[] = [];
  if (escalation.massness === null) {
    gaps.push({ step: 'classify', field: 'massness', sentence: 'Missing: how many are hit' });
  }
  if (escalation.severity === null) {
    gaps.push({ step: 'classify', field: 'severity', sentence: 'Missing: how badly work is hit' });
  }
  return gaps;
}

/** Fields the template requires, and those engineers of the part asked for before; a critical escalation owes the latter. */
function describeGaps(escalation: Escalation, playbook: Playbook): Gap[] {
  const { kind, fields } = templateOf(playbook, escalation);
  const part = kind === 'critical' ? undefined : partOf(playbook, escalation);
  return fields.flatMap(({ id, label, required }) => {
    if (fieldValue(escalation, id).value.trim() !== '') return [];
    const gap = (sentence: string): Gap[] => [{ step: 'describe', field: id, sentence }];
    if (required) return gap(`Missing: ${inSentence(label)}`);
    return part?.requires.includes(id) ? gap(`Engineers of ${part.name} ask for: ${inSentence(label)}`) : [];
  });
}

/** Nobody follows up what nobody answers for. */
function handOffGaps({ owner = '' }: Escalation): Gap[] {
  return owner.trim() === ''
    ? [{ step: 'hand-off', field: 'owner', sentence: 'Missing: who answers for it' }]
    : [];
}

/** Everything that is still open, in the order of the walk. Empty means: may be handed off. */
export function findGaps(escalation: Escalation, playbook: Playbook): Gap[] {
  return [
    ...checkGaps(escalation, playbook),
    ...classifyGaps(escalation),
    ...describeGaps(escalation, playbook),
    ...handOffGaps(escalation),
  ];
}

/** What the issue itself lacks. The rest is mended beside the preview, which can be drawn without it. */
export const issueGaps = (gaps: readonly Gap[]): Gap[] => gaps.filter(({ step }) => step !== 'hand-off');

/** One line above the primary button: the first gap of the step and how many follow. */
export function summarizeGaps(gaps: readonly Gap[]): string {
  const [first, ...rest] = gaps;
  if (!first) return '';
  return rest.length === 0 ? first.sentence : `${first.sentence} · and ${rest.length} more`;
}
