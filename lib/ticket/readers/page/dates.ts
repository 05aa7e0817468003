/** The browser itself knows how the months are called, after a day as Slavic languages bend them. */
export const LANGUAGES =
  'en de fr es it pt nl sv da nb fi pl cs sk hr ro hu bg el tr ru uk ar he id vi'.split(' ');
let months: Map<string, number> | undefined;

const toKey = (word: string): string => word.toLowerCase().replace('.', '');

function monthOf(word: string): number | undefined {
  if (!months) {
    months = new Map([['sept', 9]]);
    for (const language of LANGUAGES) {
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { month: style, day: 'numeric' });
        for (let month = 12; month > 0; month -= 1) {
          const name = format
            .formatToParts(new Date(2026, month - 1, 5))
            .find(({ type }) => type === 'month');
          months.set(toKey(name?.value ?? ''), month);
        }
      }
    }
  }
  // Hebrew writes "in" as a letter before the month.
  return months.get(toKey(word)) ?? months.get(toKey(word).replace(/^ב/, ''));
}

/** Arabic digits as `0-9`. */
export const foldDigits = (raw: string): string =>
  raw.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** The text with digits of every script as `0-9` and the names of months as `M11`. */
export const foldDate = (raw: string): string =>
  foldDigits(raw)
    .replace(/ ?[年月년월] ?(?=\d)/g, '-')
    .replace(/[時时시분分] ?(?=\d)/g, ':')
    .replace(/tháng ?(?=\d)/gi, 'M')
    .replace(/\p{L}[\p{L}\p{M}]+/gu, (word) => (monthOf(word) ? `M${monthOf(word)}` : word));

/** Year, month and day with the name of the month written as `M11`. */
const FORMS = [
  /(?<!\d)(?<y>\d{4})[-/.] ?M?(?<m>\d\d?)[-/. ] ?(?<d>\d\d?)(?!\d|:)/,
  /(?<!\d)(?<d>\d\d?)(?:\.|st|nd|rd|th|er|º)?[ /-]*(?:de |of )?M(?<m>\d+)[,./ -]*(?:de |of )?'?(?<y>\d{4}|\d\d(?![\d:]))/,
  /M(?<m>\d+)[. ]*(?<d>\d\d?)(?!\d|:)\w*,?.{0,14}? (?<y>\d{4})/,
];
const SHORT = /(?<![\d.:])(\d\d?)([./-])(\d\d?)\2(\d{4}|\d\d)(?![.\d]*\d)/;

/**
 * The first date with a year in the text and where it begins, in common forms and languages; without a zone it is one
 * of the browser's. Relative words ("3 days ago") and days without a year say too little.
 */
export function findDate(
  raw: string,
  dayFirst: boolean,
): { readonly at: number; readonly from: number } | null {
  if (raw.length > 160 || !/\p{Nd}/u.test(raw)) return null;
  const text = foldDate(raw);
  let found: RegExpExecArray | null | undefined;
  for (const form of FORMS) found ??= form.exec(text);
  let { y = '', m = '', d = '' } = found?.groups ?? {};
  if (!found) {
    found = SHORT.exec(text);
    if (!found) return null;
    const [, first = '', separator, second = '', year = ''] = found;
    y = year;
    [d, m] =
      +second > 12 || (separator !== '.' && +first < 13 && !dayFirst) ? [second, first] : [first, second];
  }
  const rest = text.replace(found[0], / \d\d?:\d\d\S*/.exec(found[0])?.[0] ?? ' ');
  const time = /(\d\d?) ?(?::|h ?)(\d\d)(?::(\d\d))?[.\d]*\s?(?:([ap])\.?m|(م)(?!\p{L}))?/iu.exec(rest);
  const zone = /(?:\d|m|UTC|GMT) ?([+-]\d\d):?(\d\d)?$/i.exec(rest.trim()) ?? /Z\b|UTC|GMT/.exec(rest);
  const late =
    time?.[4] ?? (time?.[5] || /午後|下午|오후/.test(rest) ? 'p' : /午前|上午|오전/.test(rest) ? 'a' : '');
  const hour = late ? (+(time?.[1] ?? 0) % 12) + (/p/i.test(late) ? 12 : 0) : +(time?.[1] ?? 0);
  const parts = [
    +y + (y.length < 3 ? 2000 : 0),
    +m - 1,
    +d,
    hour,
    +(time?.[2] ?? 0),
    +(time?.[3] ?? 0),
  ] as const;
  if (!(parts[0] > 1984 && parts[0] < 2101 && +m < 13 && +m > 0 && +d < 32 && +d > 0 && hour < 24))
    return null;
  const shift = +(zone?.[1] ?? 0) * 60 + +(zone?.[2] ?? 0);
  return { at: zone ? Date.UTC(...parts) - shift * 60_000 : new Date(...parts).getTime(), from: found.index };
}

/** A time that is meant for machines: ISO 8601, or seconds or milliseconds since 1970. */
export function toMoment(raw: string, dayFirst: boolean): number | null {
  if (/^\d{10}(\d{3})?$/.test(raw)) return +raw.padEnd(13, '0');
  return (/^\d{4}-\d\d-\d\dT/.test(raw) && Date.parse(raw)) || (findDate(raw, dayFirst)?.at ?? null);
}
