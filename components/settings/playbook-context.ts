import { createContext, useContext } from 'react';
import { formatPath, type PlaybookProblem } from '@/lib/playbook/problem';
import type { PlaybookDraft } from './use-playbook-draft';

type Path = PlaybookProblem['path'];

/** What every field of the playbook editor shares. */
export interface PlaybookEditing
  extends Pick<PlaybookDraft, 'json' | 'change' | 'changeUndoably' | 'problems'> {
  isOpen(key: string): boolean;
  toggle(key: string): void;
  /** Opens whatever hides a field and puts the focus into it. */
  show(path: Path): void;
}

export const PlaybookEditingContext = createContext<PlaybookEditing | null>(null);

export function usePlaybookEditing(): PlaybookEditing {
  const editing = useContext(PlaybookEditingContext);
  if (!editing) throw new Error('A field of the playbook stands outside of its editor.');
  return editing;
}

const startsWith = (path: Path, start: Path) => start.every((step, at) => path[at] === step);

/** What is wrong with exactly this field. */
export function problemAt(problems: readonly PlaybookProblem[], path: Path): string | undefined {
  return problems.find((it) => formatPath(it.path) === formatPath(path))?.message;
}

/** How many problems lie in a field and everything inside of it. */
export function countWithin(problems: readonly PlaybookProblem[], path: Path): number {
  return problems.filter((it) => startsWith(it.path, path)).length;
}

/** What is wrong with a field or one of its lines, which is then named. */
export function problemWithin(problems: readonly PlaybookProblem[], path: Path): string | undefined {
  const found = problems.find((it) => startsWith(it.path, path));
  if (!found) return undefined;
  const line = found.path[path.length];
  if (typeof line === 'number') return `Entry ${line + 1} ${found.message}`;
  return found.message.charAt(0).toUpperCase() + found.message.slice(1);
}
