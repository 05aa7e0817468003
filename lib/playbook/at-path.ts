import type { PlaybookProblem } from './problem';

type Path = PlaybookProblem['path'];

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a document of any shape holds at a path; undefined where it ends before. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isGroup(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A copy of the document with another value at the path; undefined takes the field away. */
export function withValueAt(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    list[step] = withValueAt(list[step], rest, value);
    return list;
  }
  const group = isGroup(root) ? { ...root } : {};
  const next = withValueAt(group[step], rest, value);
  if (next === undefined) delete group[step];
  else group[step] = next;
  return group;
}
