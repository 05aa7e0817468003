import type { Playbook } from '@/lib/playbook/playbook';
import type { Escalation } from './escalation';

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

const REQUIRED_FIELDS = [
  ['title', 'a title'],
  ['part', 'the part of the system'],
  ['where', 'where it happens'],
  ['steps', 'the steps'],
  ['expected', 'what was expected'],
  ['actual', 'what happened instead'],
] as const;

function describeGaps(escalation: Escalation): Gap[] {
  return REQUIRED_FIELDS.filter(([field]) => escalation.report[field].value.trim() === '').map(
    ([field, name]) => ({ step: 'describe' as const, field, sentence: `Missing: ${name}` }),
  );
}

/** Everything that is still open, in the order of the walk. Empty means: may be handed off. */
export function findGaps(escalation: Escalation, playbook: Playbook): Gap[] {
  return [...checkGaps(escalation, playbook), ...classifyGaps(escalation), ...describeGaps(escalation)];
}

/** One line above the primary button: the first gap of the step and how many follow. */
export function summarizeGaps(gaps: readonly Gap[]): string {
  const [first, ...rest] = gaps;
  if (!first) return '';
  return rest.length === 0 ? first.sentence : `${first.sentence} · and ${rest.length} more`;
}
