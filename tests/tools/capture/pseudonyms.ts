import { createHash } from 'node:crypto';

/** Letters of one script among which a letter is replaced. Anything else becomes Latin. */
const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'aeiourstlnmdbkpgvf'],
  [/\p{Script=Cyrillic}/u, 'аеиоурстлнмдбкпгвз'],
  [/\p{Script=Greek}/u, 'αειουρστλνμδβκπγ'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضط'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכלמנסע'],
  [/\p{Script=Han}/u, '山川田中大小上下日月木水火土金石'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'アイウエオカキクケコサシスセソタ'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하거너'],
  [/\p{Script=Thai}/u, 'กขคงจชซดตถทนบปผพ'],
];
const VOWELS = 'aeiou';
const CONSONANTS = 'rstlnmdbkpgvf';

const isUpper = (letter: string) => letter !== letter.toLowerCase() && letter === letter.toUpperCase();

/** One capture's own words: the same word always becomes the same pseudonym, and nobody can turn it back. */
export class Pseudonyms {
  constructor(
    private readonly salt: string,
    /** Words in lower case that mean something to the reader, and digits that are ids. */
    private readonly kept: ReadonlySet<string>,
  ) {}

  /** A word of the same length, script and case; digits become other digits. */
  word(word: string): string {
    if (this.kept.has(word.toLowerCase())) return word;
    const hash = createHash('sha256').update(`${this.salt} ${word.toLowerCase()}`).digest();
    return Array.from(word, (letter, index) => {
      const byte = hash[index % hash.length] ?? 0;
      if (/\d/.test(letter)) return String((byte % 9) + 1);
      if (!/\p{L}/u.test(letter)) return letter;
      const alphabet = ALPHABETS.find(([script]) => script.test(letter))?.[1] ?? VOWELS;
      const latin = alphabet.startsWith('aeiour');
      const letters = Array.from(latin ? (index % 2 === 0 ? CONSONANTS : VOWELS) : alphabet);
      const other = letters[byte % letters.length] ?? 'a';
      return isUpper(letter) ? other.toUpperCase() : other;
    }).join('');
  }

  /** Free text: words, addresses and longer numbers replaced; dates, zones, short numbers and signs stay. */
  text(text: string): string {
    return text.replace(
      /((?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Antarctica)\/\w+|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)|([^\s@<>"']+)@([^\s@<>"'/]+\.[^\s@<>"'/,;]+)|[\p{L}\p{M}\p{N}]+/gu,
      (whole: string, date?: string, local?: string, domain?: string) => {
        if (date) return whole;
        if (local && domain) return `${this.word(local)}@${this.#domain(domain)}`;
        return /^\d{1,4}$/.test(whole) ? whole : this.word(whole);
      },
    );
  }

  /** Another address of the same shape; the desk's own host becomes `host`, all others lie under `.example`. */
  url(raw: string, own: URL, host: string): string {
    if (!URL.canParse(raw, own.href)) return this.text(raw);
    const absolute = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(raw);
    const url = new URL(raw, own.href);
    if (!/^https?:$/.test(url.protocol)) return `${url.protocol}${this.text(raw.slice(url.protocol.length))}`;
    const rest = this.#encoded(`${url.pathname}${url.search}${url.hash}`);
    if (url.origin === own.origin) return absolute ? `${own.protocol}//${host}${rest}` : this.#encoded(raw);
    return `https://${this.#domain(url.hostname)}${rest}`;
  }

  /** Signs and escapes that hold an address together stay; the words between them go. */
  #encoded(part: string): string {
    return part
      .split(/([/?#&=;:,.~^+@!$'()*[\]|{}<> -]|%(?:[01][0-9a-f]|2[0-9a-f]|3[a-f]|40|5[b-e]|60|7[b-f]))/i)
      .map((piece, index) => (index % 2 === 1 ? piece : this.#piece(piece)))
      .join('');
  }

  #piece(piece: string): string {
    try {
      return encodeURIComponent(this.text(decodeURIComponent(piece)));
    } catch {
      return this.text(piece);
    }
  }

  #domain(domain: string): string {
    return `${this.word(domain.split('.').at(-2) ?? domain)}.example`;
  }
}
