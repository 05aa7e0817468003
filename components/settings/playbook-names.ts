import { valueAt } from '@/lib/playbook/at-path';
import { wordsFor } from '@/lib/playbook/field-words';
import type { PlaybookProblem } from '@/lib/playbook/problem';

type Path = PlaybookProblem['path'];

/** Fields an entry is called by, the best first. */
const NAMES = ['label', 'title', 'name', 'ask', 'who', 'event', 'kind'];
/** Where these are named choices, the choice comes first: `Level 4: Stops people completely`. */
const LEVELS = ['level'];

/** What an entry of a list is called in its row; its number while it has no words yet. */
export function nameOfEntry(list: Path, at: number, entry: unknown): string {
  const wordsOf = (field: string) => {
    const value = valueAt(entry, [field]);
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    return wordsFor([...list, field]).names?.[value] ?? String(value);
  };
  const name = NAMES.map(wordsOf).find((it) => it.trim() !== '');
  const level = LEVELS.map(wordsOf).find(Boolean);
  if (!name && level) return level;
  if (!name) return `New ${wordsFor(list).entry ?? 'entry'} ${at + 1}`;
  return level ? `${level}: ${name}` : name;
}

/** `Severity › Level 4: Stops people completely › Definition`. */
export function nameOfField(path: Path, json: unknown): string {
  const names = path.map((step, at) => {
    const list = path.slice(0, at);
    if (typeof step === 'string') return wordsFor([...list, step]).label;
    const entry = valueAt(json, [...list, step]);
    const isGroup = typeof entry === 'object' && entry !== null;
    return isGroup ? nameOfEntry(list, step, entry) : `entry ${step + 1}`;
  });
  return names.join(' › ') || 'The playbook';
}
