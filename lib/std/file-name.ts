import { cleanLine, truncate } from './text';

const LONGEST = 120;

/** Where the ending begins, its dot included; the length of the name when there is none. */
function endingAt(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= 12 ? dot : name.length;
}

/**
 * A foreign file name that may be shown and sent: its last part without a path, invisible tricks gone, the middle of a
 * very long one cut, its ending kept. Empty and dots-only names become `file`.
 */
export function toFileName(raw: string): string {
  const name = cleanLine(raw).split(/[\\/]/).at(-1)?.trim() ?? '';
  if (name === '' || /^\.+$/.test(name)) return 'file';
  if (name.length <= LONGEST) return name;
  const ending = name.slice(endingAt(name));
  return `${truncate(name.slice(0, endingAt(name)), LONGEST - ending.length)}${ending}`;
}

/** The same name with another ending, e.g. `png`. */
export function withEnding(name: string, ending: string): string {
  return `${name.slice(0, endingAt(name))}.${ending}`;
}
