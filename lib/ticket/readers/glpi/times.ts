import { toInstant } from '@/lib/ticket/bounds';

type Order = 'ymd' | 'dmy' | 'mdy';

const WRITTEN = /(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[ T](\d{2}):(\d{2})/;

function toIso(text: string, order: Order): string {
  const found = WRITTEN.exec(text);
  if (!found) return '';
  const [, a = '', b = '', c = '', hours, minutes] = found;
  const [year, month, day] =
    a.length === 4 || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hours}:${minutes}`;
}

/**
 * GLPI writes times as each agent likes: year first, day first or month first. The hidden opening date is always year
 * first, so the order that agrees with it is his; a day above 12 tells as well. Without either the time stays unknown.
 * Times carry no zone and are taken for the browser's.
 */
export function timeReader(texts: readonly string[], opened: string): (text: string) => number | null {
  const day = opened.slice(0, 10);
  const fits = (order: Order) =>
    texts.every((text) => !WRITTEN.test(text) || toInstant(`${toIso(text, order)}Z`) !== null);
  const agrees = (order: Order) => texts.some((text) => day !== '' && toIso(text, order).startsWith(day));
  const possible = (['dmy', 'mdy'] as const).filter(fits);
  const order =
    possible.length === 1
      ? possible[0]
      : possible.filter(agrees).length === 1
        ? possible.find(agrees)
        : undefined;
  return (text) => {
    const yearFirst = /\d{4}[-/.]/.test(WRITTEN.exec(text)?.[0] ?? '');
    return yearFirst || order ? toInstant(toIso(text, order ?? 'ymd')) : null;
  };
}
