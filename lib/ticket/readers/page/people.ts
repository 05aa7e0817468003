import { toWords } from '@/lib/language/words';
import { isPersonWord } from './person-words';

/** Who wrote or asked, as a page names them. */
interface Named {
  readonly name: string;
  readonly email: string;
}

/** A name in plain small letters without titles, roles and marks: "Lee, Ann (Customer)" and "Ms Ann Lee" are alike. */
function partsOfName(raw: string): string[] {
  const name = raw.includes('@') ? (raw.split('@')[0] ?? '') : raw;
  const plain = name
    .slice(0, 200)
    .replace(/[(（<[].*$/, '')
    .replace(/[._]/g, ' ')
    .replace(/(\p{L})[-–](?=\p{L})/gu, '$1 ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss');
  const words = toWords(plain).map(({ text }) => text);
  const own = words.filter((word) => !isPersonWord(word));
  // 佐藤花子様 has no space before the title.
  return (own.length ? own : words).map((word) => word.replace(/(?<=.)(?:様|さん|氏|先生|님|씨)$/u, ''));
}

/** "Ann" or "Ann L." for "Ann Lee": the first name alone or with the first letters of what follows. */
const isShortFor = (short: readonly string[], long: readonly string[]): boolean =>
  short.length > 0 &&
  short.length <= long.length &&
  short[0] === long[0] &&
  (short[0]?.length ?? 0) > 1 &&
  short.slice(1).every((word, index) => long[index + 1]?.startsWith(word));

/** Whether two names are one person's, however each is written; `isLoose` takes a short form for the whole too. */
function isSameName(one: string, other: string, isLoose: boolean): boolean {
  if (one === other) return true;
  const [a, b] = [partsOfName(one), partsOfName(other)];
  if (!a.length || !b.length) return false;
  return (
    a.toSorted().join(' ') === b.toSorted().join(' ') ||
    a.join('') === b.join('') ||
    (isLoose && (isShortFor(a, b) || isShortFor(b, a)))
  );
}

/** Tells who of those who wrote is the person: by address first, then by name, by a short one where nobody bears it in full. */
export function matcherOf(person: Named, writers: readonly Named[]): (writer: Named) => boolean {
  const isSame = (writer: Named, isLoose: boolean) =>
    (person.email !== '' && person.email.toLowerCase() === writer.email.toLowerCase()) ||
    (person.name !== '' && writer.name !== '' && isSameName(person.name, writer.name, isLoose));
  const isLoose = !writers.some((writer) => isSame(writer, false));
  return (writer) => isSame(writer, isLoose);
}
