import { type Language, tellsOf } from './language';
import { pageOf } from './pages';
import { DIGIT, FOREIGN, isPlainWord, JOINED, LOWER, SNAKE, shapeOf } from './shape';
import { codeNumber, leadsToCode, signatureOf } from './signatures';
import { splitChunk } from './split-chunk';
import { foldAccents, isAscii, stemWord, writingsOf } from './stems';
import { isStopWord } from './stop-words';
import { Term } from './term';
import { splitUnspaced } from './unspaced';

const NONE: readonly Term[] = [];
const NO_OTHERS: ReadonlyMap<Language, readonly Term[]> = new Map();

/** All that can be said about a run of characters wherever it stands; found out once. */
export class Entry {
  readonly hash: number;
  readonly second: number;
  /** Whoever counted it last, in which language, and what it came to there: saves looking at its terms every time. */
  owner: object | null = null;
  countedIn: Language | null = null;
  counted = 0;
  readonly run: string;
  /** What it tells of the language of the text. */
  readonly tells: number;
  /** The error it names. */
  readonly signature: string | null;
  /** Makes an error code of the number that follows. */
  readonly leads: boolean;
  readonly number: string | null;
  readonly page: string | null;
  readonly #shape: number;
  readonly #unspaced: boolean;
  #language: Language | null = null;
  #terms = NONE;
  #size = 0;
  #others = NO_OTHERS;

  constructor(run: string, hash: number, second: number, unspaced: boolean) {
    const shape = shapeOf(run);
    this.run = run;
    this.hash = hash;
    this.second = second;
    this.tells = tellsOf(run, (shape & FOREIGN) === 0);
    this.leads = leadsToCode(run);
    this.signature = shape === LOWER ? null : signatureOf(run, shape);
    this.number = shape === DIGIT ? codeNumber(run) : null;
    this.page = shape & JOINED ? pageOf(run) : null;
    this.#shape = shape;
    this.#unspaced = unspaced;
  }

  /** The terms it stands for in a text of this language. */
  terms(language: Language): readonly Term[] {
    // Nearly always the language asked for last.
    if (this.#language === language) return this.#terms;
    const known = this.#others.get(language) ?? this.words(language).map(({ term }) => term);
    if (this.#language) this.#others = new Map(this.#others).set(this.#language, this.#terms);
    this.#language = language;
    this.#terms = known;
    this.#size = known.length;
    return known;
  }

  /** How many terms it stands for in a text of this language. */
  size(language: Language): number {
    if (this.#language !== language) this.terms(language);
    return this.#size;
  }

  /** The words it reads as, for finding them by their beginning. */
  words(language: Language): readonly Word[] {
    const { run } = this;
    if (this.#unspaced) return splitUnspaced(run).map((part) => asIs(part.normalize('NFKC').toLowerCase()));
    if (isPlainWord(run, this.#shape)) return variantsOf(run.toLowerCase(), language);
    return splitChunk(run, this.#shape).flatMap(({ text, word }) =>
      word ? variantsOf(text, language) : [asIs(text)],
    );
  }

  /** A run that may be the key of a record, as `APP-1` is: what it is looked up by as a whole. */
  get key(): Word | null {
    if ((this.#shape & (DIGIT | JOINED | SNAKE)) === 0) return null;
    const text = foldAccents(this.run.normalize('NFKC').toLowerCase());
    return { text, term: new Term(`=${text}`) };
  }
}

/** A word as somebody may type it, in lower case and without accents, and the term it leads to. */
export interface Word {
  readonly text: string;
  readonly term: Term;
}

const asIs = (text: string): Word => ({ text: foldAccents(text), term: new Term(text) });

/** The word in each way of writing it that leads to another stem. */
function variantsOf(word: string, language: Language): Word[] {
  if (word.length < 2 || isStopWord(word)) return [];
  if (isAscii(word)) return [{ text: word, term: new Term(stemWord(word, language)) }];
  const words = new Map<string, Word>();
  for (const written of writingsOf(word)) {
    const stem = stemWord(written, language);
    if (!words.has(stem)) words.set(stem, { text: foldAccents(written), term: new Term(stem) });
  }
  return [...words.values()];
}
