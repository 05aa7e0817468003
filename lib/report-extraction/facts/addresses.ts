import { type Range, withoutOverlaps } from '@/lib/report-extraction/find';

const WEB = /\bhttps?:\/\/[^\s<>"“”„«»`]{1,2000}/gi;
/** `app.host.example/reports`: a host without scheme counts only with a path, else it may be any name with dots. */
const HOST =
  /(?<![\w@./:-])(?:www\.)?[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,4}(?::\d{2,5})?\/[^\s<>"“”„«»`]{0,500}/gi;
const WWW = /(?<![\w@./:-])www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
/** `/reports/12`: a path by itself, not `and/or`, `/h` or a folder of a computer. */
const PATH = /(?<![^\s("'«„“:])\/[a-z][a-z0-9_-]{2,60}(?:\/[\w.~-]{1,80}){0,8}\/?(?:\?[\w=&%.~-]{1,300})?/gi;
const FOLDER = /^\/(?:home|usr|var|etc|tmp|opt|bin|mnt|dev|users|library|applications|private|root)(?:\/|$)/i;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without the punctuation of the sentence around it: `(see https://a.test/x).` */
function trimEnd(text: string, start: number, given: number): number {
  let end = given;
  while (end > start) {
    const last = text[end - 1] ?? '';
    const opening = PAIRS[last];
    const own = text.slice(start, end);
    if (/[.,;:!?'’*_…|]/.test(last) || (opening && !own.includes(opening))) end -= 1;
    else break;
  }
  return end;
}

/** Addresses of pages, whole or as a path. */
export function findAddresses(text: string): Range[] {
  const ranges: Range[] = [];
  const collect = (pattern: RegExp, reason: string) => {
    for (const { index, 0: own } of text.matchAll(pattern)) {
      const end = trimEnd(text, index, index + own.length);
      const value = text.slice(index, end);
      if (pattern === PATH && (FOLDER.test(value) || /\.\w{1,4}$/.test(value))) continue;
      if (pattern === HOST && !/\.[a-z]{2,}(?::\d+)?\//i.test(value)) continue;
      // `/close` at the beginning of a line is a command of some trackers.
      const opensLine = index === 0 || text[index - 1] === '\n';
      if (pattern === PATH && opensLine && !value.includes('/', 1)) continue;
      if (value.length > 3) ranges.push({ start: index, end, reason });
    }
  };
  collect(WEB, 'a web address');
  collect(HOST, 'a host with a path');
  collect(WWW, 'a web address without its scheme');
  collect(PATH, 'the path of a page');
  return withoutOverlaps(ranges);
}
