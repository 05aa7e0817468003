import { foldDate, foldDigits, LANGUAGES } from './dates';

export interface LooseTime {
  /** Where it begins in the text. */
  readonly from: number;
  /** Minutes since midnight where it says them and no day. */
  readonly minutes: number | null;
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const CLOCK =
  /(?<![\d:])(\d\d?)[:.h](\d\d)(?!\d)(?::\d\d)?\s?(?:([ap])\.?m\b\.?)?|(?:午前|午後|上午|下午|오전|오후) ?/giu;
const DAY = /^(#\.? ?(de |of )?(\p{L}+ )?m#|m#\.? ?#(st|nd|rd|th)?)$/u;
const AROUND_CLOCK = /(?<!\p{L})(at|um|à|às|las|alle|ore|kl\.?|uhr|o|om|в|saat)(?!\p{L})/giu;
let known: Set<string> | undefined;

/** One form for "an hour ago" and "1 hour ago". */
const toKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/(?<!\p{L})(an?|one|une?|una|uno|eine[mr]?|uma?|een|et|en)(?!\p{L})/gu, '#')
    .replace(/[,·•|()\s\u200e\u200f]+/g, ' ')
    .trim();

/** The browser itself knows how people say "3 hours ago", "yesterday" and "Monday". */
function isKnown(key: string): boolean {
  if (!known) {
    known = new Set(['just now', 'now', 'gerade eben', '#m', '#h', '#d', '#w', '#m ago', '#h ago', '#d ago']);
    for (const language of LANGUAGES) {
      for (const style of ['long', 'short', 'narrow'] as const)
        for (const numeric of ['always', 'auto'] as const) {
          const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style, numeric });
          for (const unit of UNITS) for (const ago of [1, 2, 5]) known.add(toKey(format.format(-ago, unit)));
        }
      const today = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'day');
      known.add(toKey(today));
      for (const weekday of ['long', 'short'] as const)
        for (let day = 1; day < 8; day += 1)
          known.add(toKey(new Intl.DateTimeFormat(language, { weekday }).format(new Date(2026, 1, day))));
    }
  }
  return known.has(key);
}

/** A time of which too little is said to know it: "10:41", "2 Jan, 10:00", "3 hours ago", "Yesterday at 9:30". */
export function findLooseTime(raw: string): LooseTime | null {
  if (!raw || raw.length > 60) return null;
  const text = foldDigits(raw);
  const [, hour = '', minute = '', half] = [...text.matchAll(CLOCK)].find(([, it]) => it) ?? [];
  const isClock = hour !== '' && +hour < 24 && +minute < 60;
  for (let from = 0, words = 0; from >= 0 && words < 14; words += 1) {
    const said = text.slice(from);
    const isStart = from === 0 || /[,·•|(:—–-]\s*$/.test(text.slice(0, from));
    const isDigit = /\d/.test(said);
    if (isStart || isDigit) {
      const bare = toKey(said.replace(CLOCK, ' ').replace(AROUND_CLOCK, ' '));
      const isAlone = isClock && isDigit && bare === '' && (isStart || text.length < 30);
      // "ago" is a month in Italian, so words are looked up as they stand.
      const isSaid = isKnown(toKey(said)) || isKnown(bare) || DAY.test(toKey(foldDate(bare)));
      if (isAlone || (isSaid && (isStart || bare.includes('#')))) {
        const late = half && /p/i.test(half) ? 12 : 0;
        return { from, minutes: isAlone ? (half ? (+hour % 12) + late : +hour) * 60 + +minute : null };
      }
    }
    const next = said.search(/\s\S/);
    from = next < 0 ? -1 : from + next + 1;
  }
  return null;
}
