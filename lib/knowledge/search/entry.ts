import { type Language, tellsOf } from './language';
import { pageOf } from './pages';
import { DIGIT, FOREIGN, isPlainWord, JOINED, LOWER, shapeOf } from './shape';
import { codeNumber, leadsToCode, signatureOf } from './signatures';
import { splitChunk } from './split-chunk';
import { stemWord } from './stems';
import { isStopWord } from './stop-words';
import { type Term, toTerm } from './term';
import { splitUnspaced } from './unspaced';

const NONE: readonly Term[] = [];
const NO_OTHERS: ReadonlyMap<Language, readonly Term[]> = new Map();

/** All that can be said about a run of characters wherever it stands; found out once. */
export class Entry {
  readonly run: string;
  readonly hash: number;
  readonly second: number;
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
    const known = this.#others.get(language) ?? this.#split(language);
    if (this.#language) this.#others = new Map(this.#others).set(this.#language, this.#terms);
    this.#language = language;
    this.#terms = known;
    return known;
  }

  #split(language: Language): readonly Term[] {
    const { run } = this;
    if (this.#unspaced) {
      return splitUnspaced(run).map((part) => toTerm(part.normalize('NFKC').toLowerCase(), true));
    }
    if (isPlainWord(run, this.#shape)) return toTerms(run.toLowerCase(), true, language);
    return splitChunk(run, this.#shape).flatMap(({ text, word, inRow }) =>
      word ? toTerms(text, inRow, language) : [toTerm(text, inRow)],
    );
  }
}

function toTerms(word: string, inRow: boolean, language: Language): readonly Term[] {
  if (word.length < 2 || isStopWord(word)) return NONE;
  return [toTerm(stemWord(word, language), inRow)];
}
