import { toWords, type Word } from '@/lib/language/words';

/** Words that turn a statement round, in the six languages; English also by `n't`, French by `n'`. */
const NEGATIONS = new Set(
  (
    'not no never nobody nothing neither nor cannot without nicht kein keine keinen keinem nie niemand nichts weder ' +
    'ne pas jamais rien aucun aucune ni nunca nada nadie ningún tampoco não nem nenhum nenhuma ninguém не нет ни ' +
    'никогда ничего никто нельзя'
  ).split(' '),
);

/** Where a statement ends. A dot inside a number or an address is none. */
const ENDS = /[.!?…;](?=\s|$|["”»])|\n|[。！？]/g;
/** Where a new thought begins inside a statement. */
const PAUSES = /[,:()–—]|\s-\s|\b(?:but|aber|mais|pero|mas)\b|(?<!\p{L})но(?!\p{L})/gu;

function ends(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

/** Finds the piece of text around a place. */
class Pieces {
  readonly #ends: readonly number[];
  #next = 0;

  constructor(
    readonly text: string,
    pattern: RegExp,
  ) {
    this.#ends = [...ends(text, pattern), text.length];
  }

  /** The piece that holds this place; places must be asked for in ascending order. */
  around(place: number): { start: number; end: number } {
    while (this.#next < this.#ends.length - 1 && (this.#ends[this.#next] ?? 0) <= place) this.#next += 1;
    return { start: this.#ends[this.#next - 1] ?? 0, end: this.#ends[this.#next] ?? this.text.length };
  }
}

export const toSentences = (text: string) => new Pieces(text, ENDS);
export const toClauses = (text: string) =>
  new Pieces(text, new RegExp(`${ENDS.source}|${PAUSES.source}`, 'gu'));

/** Whether a word among these says no. */
export const denies = (words: readonly Word[]): boolean =>
  words.some(({ text }) => NEGATIONS.has(text) || text.endsWith("n't") || text.startsWith("n'"));

/** Further away a word says nothing about a phrase, even where nobody sets a full stop. */
const NEAR = 120;

/** Words of a piece near a phrase, but those of the phrase itself. */
export function wordsBeside(
  text: string,
  { start, end }: { start: number; end: number },
  phrase: readonly Word[],
): Word[] {
  const from = phrase[0]?.start ?? start;
  const to = phrase.at(-1)?.end ?? from;
  return [
    ...toWords(text, Math.max(start, from - NEAR), from),
    ...toWords(text, to, Math.max(to, Math.min(end, to + NEAR))),
  ];
}
