import type { Mark } from './marks';

type Marks = readonly Mark[];

/** The marks now, before and after: what undo and redo walk through. */
export interface MarkHistory {
  readonly past: readonly Marks[];
  readonly present: Marks;
  readonly future: readonly Marks[];
  /** What the latest change was; changes of the same name are taken back together. Empty stands alone. */
  readonly latest: string;
}

const MOST = 100;

export const startHistory = (present: Marks): MarkHistory => ({ past: [], present, future: [], latest: '' });

/** Twenty presses of an arrow key on one mark are one change: give them the same name. */
export function change(history: MarkHistory, present: Marks, name = ''): MarkHistory {
  const goesOn = name !== '' && name === history.latest;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], latest: name };
}

export function undo(history: MarkHistory): MarkHistory {
  const present = history.past.at(-1);
  if (!present) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    latest: '',
  };
}

export function redo(history: MarkHistory): MarkHistory {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future, latest: '' };
}
