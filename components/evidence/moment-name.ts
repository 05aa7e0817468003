const two = (value: number) => String(value).padStart(2, '0');

/** A name for a picture that has none, e.g. `pasted 2026-11-23 1004.png`. Local time: it is read by people. */
export function toMomentName(what: string, ending: string, at: Date): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(two).join('-');
  return `${what} ${day} ${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}.${ending}`;
}
