import type { Word } from './words';

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Small words that are frequent in one language and rare in the other five. */
const MARKERS: Readonly<Record<Language, string>> = {
  en: 'the and is to of it that this with for in on when was not are have be my from but as at you an i can',
  de: 'der die das und ist nicht ich wir mit ein eine den dem zu auf wenn wird von für im bei es sich auch aber noch seit',
  fr: 'le la les et est pas je nous une des dans que pour sur avec mais quand du au ce sont vous il qui plus',
  es: 'el la los las y es no en que por con una se cuando del al pero para está lo mi más un al sale',
  pt: 'o a os as e é não em que por com uma se quando do da no na mas para está um ao foi meu minha são',
  ru: 'и в не на что с у нас мы я при как это но по из за для от есть бы к после а до',
};

/** Letters only one of the six uses. */
const LETTERS: readonly (readonly [RegExp, Language])[] = [
  [/[а-яё]/, 'ru'],
  [/[äöüß]/, 'de'],
  [/[ñ¿¡]/, 'es'],
  [/[ãõ]/, 'pt'],
  [/[èêœùû]/, 'fr'],
];

/** Enough words to tell a language by. */
const SAMPLE = 300;

let markers: ReadonlyMap<string, readonly Language[]> | undefined;

function loadMarkers(): ReadonlyMap<string, readonly Language[]> {
  if (markers) return markers;
  const map = new Map<string, Language[]>();
  for (const language of LANGUAGES) {
    for (const word of new Set(MARKERS[language].split(' ')))
      map.set(word, [...(map.get(word) ?? []), language]);
  }
  markers = map;
  return map;
}

/**
 * The language the words are written in, by its small words and letters; null for another language. Words without any
 * sign, such as `Export broken`, count as English when they are written in plain Latin letters.
 */
export function detectLanguage(words: readonly Word[]): Language | null {
  const votes = new Map<Language, number>();
  const vote = (language: Language, weight: number) =>
    votes.set(language, (votes.get(language) ?? 0) + weight);
  let plain = 0;
  let plainLetters = 0;
  let foreignLetters = 0;
  const known = loadMarkers();
  for (const { text } of words.slice(0, SAMPLE)) {
    const speakers = known.get(text);
    for (const language of speakers ?? []) vote(language, 1 / (speakers?.length ?? 1));
    const letters = LETTERS.find(([letter]) => letter.test(text));
    if (letters) vote(letters[1], 0.5);
    if (/^\d+$/.test(text)) continue;
    if (/^[a-z'áàâçéèêëíîïóôúûãõñäöüßœæù0-9_]+$/.test(text)) {
      plain += 1;
      plainLetters += text.length;
    } else if (!/[а-яё]/.test(text)) foreignLetters += text.length;
  }
  const [first] = [...votes].sort((a, b) => b[1] - a[1]);
  if (foreignLetters > plainLetters && !votes.has('ru')) return null;
  if (first) return first[1] >= 1 || plain < 8 ? first[0] : null;
  return plain > 0 && plain < 8 ? 'en' : null;
}
