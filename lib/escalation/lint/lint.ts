import type { Escalation } from '@/lib/escalation/escalation';
import { formatDate } from '@/lib/escalation/priority';
import type { Playbook } from '@/lib/playbook/playbook';

/** What is looked at once more before handing off, in the order it is shown. */
export type LintKind = 'top' | 'owner' | 'follow-up' | 'message' | 'evidence' | 'facts';

/** One thing looked at. It warns; what blocks, as a missing owner does, is a gap of readiness. */
export interface Lamp {
  readonly kind: LintKind;
  readonly ok: boolean;
  /** What is so, or what is missing. */
  readonly words: string;
}

export interface LintInput {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** Files the tracker will probably refuse, each as a sentence. */
  readonly evidence: readonly string[];
  /** Facts of the thread that are not in the report; null while they are still looked for. */
  readonly facts: number | null;
  /** Local date of today. */
  readonly today: string;
}

/** The problem stands on top of the issue: whoever sorts the queue reads this much and no more. */
const MOST_LINES = 5;
const MOST_CHARACTERS = 400;

/** Everything looked at before handing off. What cannot be told yet is left out. */
export function lint(input: LintInput): Lamp[] {
  const { escalation, evidence, facts, today } = input;
  return [
    toTopLamp(input),
    toOwnerLamp(escalation),
    toFollowUpLamp(escalation, today),
    toMessageLamp(escalation),
    ...evidence.map((words): Lamp => ({ kind: 'evidence', ok: false, words })),
    ...(facts === null ? [] : [toFactsLamp(facts)]),
  ];
}

function toTopLamp({ escalation, playbook }: LintInput): Lamp {
  const problem = playbook.checklist
    .filter(({ kind }) => kind === 'words')
    .map(({ id }) => escalation.checks[id]?.note.trim() ?? '')
    .join('\n')
    .trim();
  const lines = problem.split('\n').filter((line) => line.trim() !== '').length;
  const characters = Array.from(problem).length;
  if (lines > MOST_LINES)
    return { kind: 'top', ok: false, words: `Too much text on top: ${lines} lines, ${MOST_LINES} are read` };
  if (characters > MOST_CHARACTERS)
    return {
      kind: 'top',
      ok: false,
      words: `Too much text on top: ${characters} characters, ${MOST_CHARACTERS} are read`,
    };
  return { kind: 'top', ok: true, words: 'Short on top' };
}

function toOwnerLamp({ owner = '' }: Escalation): Lamp {
  const name = owner.trim();
  return { kind: 'owner', ok: name !== '', words: name ? `${name} answers for it` : 'No owner' };
}

function toFollowUpLamp({ nextUpdateOn = '' }: Escalation, today: string): Lamp {
  if (nextUpdateOn === '') return { kind: 'follow-up', ok: false, words: 'No follow-up date' };
  if (nextUpdateOn < today)
    return { kind: 'follow-up', ok: false, words: `The follow-up date ${formatDate(nextUpdateOn)} is over` };
  return { kind: 'follow-up', ok: true, words: `Follow-up on ${formatDate(nextUpdateOn)}` };
}

const TOLD = {
  planned: 'Customer message planned',
  copied: 'Customer message copied',
  inserted: 'Customer message in the reply box',
} as const;

function toMessageLamp({ customerMessage }: Escalation): Lamp {
  const kind = 'message';
  if (!customerMessage) return { kind, ok: false, words: 'No customer message planned' };
  const { status, reason, text } = customerMessage;
  if (status === 'skipped')
    return reason.trim() === ''
      ? { kind, ok: false, words: 'The customer hears nothing, and no reason is given' }
      : { kind, ok: true, words: 'The customer hears nothing now' };
  if (text.trim() === '') return { kind, ok: false, words: 'The customer message is empty' };
  return { kind, ok: true, words: TOLD[status] };
}

function toFactsLamp(facts: number): Lamp {
  if (facts === 0) return { kind: 'facts', ok: true, words: 'Every fact of the thread is in the report' };
  const words =
    facts === 1
      ? '1 fact from the thread is not in the report'
      : `${facts} facts from the thread are not in the report`;
  return { kind: 'facts', ok: false, words };
}
