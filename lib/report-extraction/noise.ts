import type { Language } from '@/lib/language/language';
import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import { findEnvironment } from './facts/environment';
import { isBareHeading } from './headings';
import type { Sentence } from './sentence';
import type { Gap } from './units';

const GREETINGS = `hi, hello, hey, dear, good morning, good afternoon, good evening, greetings, hi all, hi team, hallo,
  guten tag, guten morgen, guten abend, sehr geehrte, sehr geehrter, liebe, lieber, moin, servus,
  bonjour, bonsoir, salut, madame, cher, chère, hola, buenos días, buenas tardes, buenas, estimado,
  estimada, estimados, olá, oi, bom dia, boa tarde, boa noite, prezado, prezada, prezados, здравствуйте,
  добрый день, доброе утро, добрый вечер, привет, уважаемые, уважаемый, приветствую`;

const FAREWELLS = `regards, best regards, kind regards, best wishes, best, thanks, thank you, many thanks, cheers,
  sincerely, yours, thanks in advance, thx, warm regards, mit freundlichen grüßen, viele grüße, danke,
  freundliche grüße, beste grüße, herzliche grüße, vielen dank, mfg, lg, gruß, grüße, danke im voraus,
  cordialement, bien cordialement, merci, merci d'avance, bonne journée, salutations, saludos, gracias,
  un saludo, atentamente, muchas gracias, saludos cordiales, atenciosamente, obrigado, obrigada, abraço,
  cumprimentos, com os melhores cumprimentos, desde já obrigado, с уважением, спасибо, заранее спасибо,
  благодарю, всего доброго, с наилучшими пожеланиями`;

const MOST_WORDS = 6;

let books: { greetings: PhraseBook; farewells: PhraseBook } | undefined;

/** Lines that forms and browsers add. */
const ADDED =
  /^(?:User[- ]?Agent\s*:|\+\+\+ This bug was|Build Identifier:|-- ?$|Sent from my |Von meinem .{1,30} gesendet)/i;

/**
 * The sentences without greeting, farewell with what stands below it, and lines that forms add: they tell nothing of
 * what was done, seen or expected.
 */
export function withoutNoise(sentences: readonly Sentence[], language: Language | null): Sentence[] {
  books ??= {
    greetings: new PhraseBook(toPhrases(GREETINGS)),
    farewells: new PhraseBook(toPhrases(FAREWELLS)),
  };
  const { greetings, farewells } = books;
  const short = (it: Sentence) => it.words.length <= MOST_WORDS;
  const kept = sentences.filter((it) => !ADDED.test(it.text));
  let from = 0;
  const first = kept[0];
  if (language && kept.length > 1 && first && short(first) && greetings.matchAt(first.words, 0) > 0) from = 1;
  let to = kept.length;
  for (let at = Math.max(from + 1, kept.length - 8); at < kept.length; at++) {
    const it = kept[at];
    if (!it || it.gap === 'sentence' || !short(it) || farewells.matchAt(it.words, 0) === 0) continue;
    const below = kept.slice(at + 1);
    if (below.every((other) => other.words.length <= 2 * MOST_WORDS)) {
      to = at;
      break;
    }
  }
  return leaveOut(withoutSignature(kept.slice(from, to)), (it) => isEnvironment(it.text));
}

const GAPS: readonly Gap[] = ['start', 'paragraph', 'line', 'sentence'];

/** What follows a sentence left out stands as far from the rest as that did. */
function leaveOut(sentences: readonly Sentence[], isOut: (it: Sentence) => boolean): Sentence[] {
  const kept: Sentence[] = [];
  let carried: Gap = 'sentence';
  for (const it of sentences) {
    const gap: Gap = GAPS.indexOf(carried) < GAPS.indexOf(it.gap) ? carried : it.gap;
    carried = 'sentence';
    if (isOut(it)) carried = gap;
    else kept.push(gap === it.gap ? it : { ...it, gap });
  }
  return kept;
}

/** `Mia Winther`, `Ola Brandt, school office`: names, and no word that tells anything. */
const NAME = /^\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,3}(?:,.{0,60})?$/u;
const MOST_LINES = 6;

/** A last paragraph, or last line, that begins with a name and holds nothing but short lines. */
function withoutSignature(sentences: readonly Sentence[]): readonly Sentence[] {
  for (let at = Math.max(1, sentences.length - MOST_LINES); at < sentences.length; at++) {
    const it = sentences[at];
    const below = sentences.slice(at + 1);
    if (!it || (it.gap !== 'paragraph' && (it.gap !== 'line' || below.length > 0))) continue;
    if (
      !NAME.test(it.text) ||
      isBareHeading(it) ||
      it.words.length > 8 ||
      it.cues.some(({ kind }) => kind !== 'self')
    )
      continue;
    if (below.every(({ words, gap }) => words.length <= 2 * MOST_WORDS && gap !== 'sentence'))
      return sentences.slice(0, at);
  }
  return sentences;
}

const JOINING = new Set(
  'on in under with and both unter und auf im mit sous sur et avec en y con no e com в на и под from using'.split(
    ' ',
  ),
);

/** `Safari 26 on macOS.`: nothing but the environment. */
function isEnvironment(text: string): boolean {
  if (text.length > 120) return false;
  const { browsers, systems } = findEnvironment(text, []);
  const ranges = [...browsers, ...systems];
  if (ranges.length === 0) return false;
  const outside = toWords(text).filter(
    ({ start }) => !ranges.some((it) => start >= it.start && start < it.end),
  );
  return outside.every((word) => JOINING.has(word.text));
}
