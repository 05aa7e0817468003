import { cleanLine } from '@/lib/std/text';
import type { Escalation, Exit } from './escalation';
import { isDraft, moveTo } from './transitions';

export const EXIT_NAMES: Readonly<Record<Exit, string>> = {
  solved: 'Solved with the customer',
  article: 'Answered by an article',
  'known-bug': 'Known bug',
  'feature-request': 'Feature request',
  consultation: 'Asked an expert',
};

/** Exits that end the walk; a feature request goes on with another template, a known bug ends by its link. */
export type EndingExit = Extract<Exit, 'solved' | 'article' | 'consultation'>;

const toWhy = (kind: Exit, reason: string) => `${EXIT_NAMES[kind]}: ${cleanLine(reason)}`;

/** The draft ended without engineering: counted as prevented, with the reason. Null once it is no draft, or without a reason. */
export function endWithout(
  escalation: Escalation,
  kind: EndingExit,
  reason: string,
  at: number,
): Escalation | null {
  if (!isDraft(escalation.state) || reason.trim() === '') return null;
  return {
    ...moveTo(escalation, 'prevented', toWhy(kind, reason), at),
    ...(kind === 'consultation' ? { kind } : {}),
    exit: { kind, reason: reason.trim(), at },
    exitDraft: null,
  };
}

/** The same walk as a feature request: not a bug, but not over either. */
export function asFeatureRequest(escalation: Escalation, reason: string, at: number): Escalation | null {
  if (!isDraft(escalation.state) || reason.trim() === '') return null;
  const kind = 'feature-request';
  return {
    ...escalation,
    kind,
    exit: { kind, reason: reason.trim(), at },
    exitDraft: null,
    history: [...escalation.history, { at, state: escalation.state, why: toWhy(kind, reason) }],
    updatedAt: at,
  };
}

/** Takes an exit back: the walk goes on where it was, with the reason still written down. Null when there is none. */
export function takeExitBack(escalation: Escalation, why: string, at: number): Escalation | null {
  const { exit, state } = escalation;
  if (!exit || !(state === 'prevented' || isDraft(state))) return null;
  const open =
    state === 'prevented'
      ? moveTo(escalation, 'draft', why, at)
      : { ...escalation, history: [...escalation.history, { at, state, why }], updatedAt: at };
  const changedKind = exit.kind === 'consultation' || exit.kind === 'feature-request';
  return {
    ...open,
    ...(changedKind ? { kind: 'bug' as const } : {}),
    exit: null,
    exitDraft: { kind: exit.kind, reason: exit.reason },
  };
}
