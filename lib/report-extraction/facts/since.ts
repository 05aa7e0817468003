import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords, type Word } from '@/lib/language/words';
import { type Range, withoutOverlaps } from '@/lib/report-extraction/find';
import { BETWEEN, MOMENTS, MONTHS, NUMBERS, OPENERS, SPANS } from './since-words';

const toBook = (list: string) => new PhraseBook(toPhrases(list));
const [openers, moments, months, spans] = [OPENERS, MOMENTS, MONTHS, SPANS].map(toBook) as [
  PhraseBook,
  PhraseBook,
  PhraseBook,
  PhraseBook,
];
const numbers = new Set(toPhrases(NUMBERS));
const between = new Set(toPhrases(BETWEEN));

/** Said of a beginning, not of the trouble: `nothing was changed since Monday`, `customers since 3 May`. */
const OF_OTHERS = toBook(
  `chang*, customer*, client*, geändert, kunde*, kunden, modifi*, cambi*, mudou, mudamos, alter*, меня*, измен*, клиент*`,
);

/** `8:40`, `8.40`, `8h40`, `23.11.`, `23/11/2026`, `2026-11-23`, `9 am`, `9 Uhr`, `с 9 часов`. */
const CLOCK_OR_DATE =
  /^(?:\d{1,2}[:.h]\d{2} (?:uhr|am|pm)(?!\p{L})|\d{1,2}(?::| ?h ?)\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?|\d{1,2} ?(?:am|pm|uhr|h|часов)(?!\p{L}))/iu;
const NUMBER = /^\d{1,2}(?:st|nd|rd|th|º|er)?$/;
/** What may stand between two words of one expression. */
const GAP = /^(?:[ \t]{0,3}|,[ \t]|-|[.:/])$/;
const END_OF_SENTENCE = /[.!?;\n]/;
const LONGEST = 9;
const AROUND = 160;

/** Where the expression behind an opener ends; null where it says no time. */
function endOfTime(text: string, words: readonly Word[], from: number): number | null {
  let end: number | null = null;
  let number = false;
  let month = false;
  for (let at = from; at < Math.min(words.length, from + LONGEST); at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before) break;
    const gap = text.slice(before.end, word.start);
    const isMonth = months.matchAt(words, at) > 0;
    // `23. November`
    if (!GAP.test(gap) && !(isMonth && number && gap === '. ')) break;
    const own = CLOCK_OR_DATE.exec(text.slice(word.start, word.start + 12))?.[0];
    if (own) {
      end = word.start + own.length;
      while ((words[at + 1]?.start ?? end) < end) at++;
      continue;
    }
    const moment = moments.matchAt(words, at);
    if (moment > 0) {
      at += moment - 1;
      end = words[at]?.end ?? word.end;
      continue;
    }
    const isNumber = NUMBER.test(word.text) || numbers.has(word.text);
    const isSpan = number && spans.matchAt(words, at) > 0;
    const isDate = (isMonth && number) || (isNumber && month);
    if (isSpan || isDate) end = word.end;
    // The time of day behind a day belongs to it.
    else if (end !== null && between.has(word.text) && isTimeOfDay(word.text)) end = word.end;
    else if (!isMonth && !isNumber && !between.has(word.text)) break;
    month = isMonth;
    number = isNumber || (number && between.has(word.text));
  }
  return end;
}

const TIMES_OF_DAY = new Set(
  toPhrases(
    'night, am, pm, früh, morgen, vormittag, nachmittag, abend, nacht, noche, tarde, manhã, noite, ночи, дня',
  ),
);
const isTimeOfDay = (word: string) => TIMES_OF_DAY.has(word);

/** The sentence up to a place: what is said behind it (`since Monday no customers are found`) is the trouble. */
function sentenceBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return before.split(END_OF_SENTENCE).at(-1) ?? '';
}

const REASON = 'a day or time after a word such as “since”';
/** Openers that also mean other things: with a counted span only. */
const SPANNING = new Set(['for', 'há', 'hace', 'уже']);

/** Since when it is so, word for word: `since this morning`, `seit Montag, 8:40`, `с пятницы`. */
export function findSince(text: string): Range[] {
  const words = toWords(text);
  const ranges = openers.findAll(words).flatMap(({ at, size }) => {
    const start = words[at]?.start ?? 0;
    const end = endOfTime(text, words, at + size);
    if (end === null || OF_OTHERS.has(toWords(sentenceBefore(text, start)))) return [];
    const own = words.slice(at, at + size).map((word) => word.text);
    if (!own.every((word) => SPANNING.has(word))) return [{ start, end, reason: REASON }];
    // `for two weeks now`: a span only, and the word that says it goes on.
    const span = words.filter((word) => word.start >= start && word.end <= end);
    const next = words[at + span.length];
    if (!spans.has(span)) return [];
    if (own[0] !== 'for') return [{ start, end, reason: REASON }];
    return next?.text === 'now' ? [{ start, end: next.end, reason: REASON }] : [];
  });
  return withoutOverlaps(ranges);
}
