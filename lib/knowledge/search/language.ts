/** Languages whose words are stemmed; anything else is matched as written. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Small words that tell these languages apart. English ones (`no`, `as`, `do`) are left out of the others. */
const TELLING: Record<Language, string> = {
  en: 'the and is are was were not with this that from have has when it be to of for but can cannot does after which should would there',
  de: 'der die das und ist nicht ein eine einen mit auf für im dem den beim wird werden nach bei auch kann oder wenn von zu zum zur sich wir ich über keine kein aus als noch nur sind war',
  fr: 'le les des et est une dans pour pas sur avec que qui nous vous je il au aux du ce cette sont être plus mais lors ne ou après impossible fonctionne',
  es: 'el los las una y en del por con se al lo su para como más pero cuando está después desde error puede este esta muy hay sin funciona',
  pt: 'os uma em da das na nos nas ao não por para mais mas quando está depois pelo pela você são foi ele isso muito',
  ru: 'и в не на с что по при как это для из к но от мы я он она после если уже нет есть или бы',
};

const TELLS = new Map<string, number>();
for (const [bit, language] of LANGUAGES.entries()) {
  for (const word of TELLING[language].split(' ')) TELLS.set(word, (TELLS.get(word) ?? 0) | (1 << bit));
}

/** Letters that (nearly) only one of them uses; they decide in titles that hold no small word. */
const LETTERS: readonly [RegExp, Language][] = [
  [/[äöüß]/, 'de'],
  [/[àâèêëîïôûùœ]/, 'fr'],
  [/[ñ¿¡]/, 'es'],
  [/[ãõ]/, 'pt'],
  [/[а-яё]/, 'ru'],
];

const LONGEST_TELLING = 12;

/** What one run tells: bit n stands for a word, bit n + 8 for a letter of LANGUAGES[n]; 0 = nothing. */
export function tellsOf(run: string, ascii: boolean): number {
  const word = run.length > LONGEST_TELLING ? 0 : (TELLS.get(run.toLowerCase()) ?? 0);
  return ascii ? word : word | lettersOf(run);
}

function lettersOf(run: string): number {
  const lower = run.toLowerCase();
  let bits = 0;
  for (const [letters, language] of LETTERS) {
    if (letters.test(lower)) bits |= 256 << LANGUAGES.indexOf(language);
  }
  return bits;
}

/** Words at the beginning of a text that are looked at. */
const SAMPLE = 120;
/** An odd letter may come from a name: it weighs half a word, and all of them together three words at most. */
const LETTER = 0.5;
const MOST_LETTERS = 6;

/** The language of a text from what its first runs tell, or `fallback` where nothing tells. */
export function languageOf(runs: readonly { readonly tells: number }[], fallback: Language = 'en'): Language {
  const count = Math.min(SAMPLE, runs.length);
  const words = LANGUAGES.map(() => 0);
  const letters = LANGUAGES.map(() => 0);
  for (let at = 0; at < count; at += 1) {
    const tells = runs[at]?.tells ?? 0;
    for (let bit = 0; tells !== 0 && bit < LANGUAGES.length; bit += 1) {
      words[bit] = (words[bit] ?? 0) + ((tells >> bit) & 1);
      letters[bit] = (letters[bit] ?? 0) + ((tells >> (bit + 8)) & 1);
    }
  }
  const scores = words.map((score, at) => score + LETTER * Math.min(MOST_LETTERS, letters[at] ?? 0));
  const home = LANGUAGES.indexOf(fallback);
  // A lead of one is enough in a title; in a page of code and tables it is a column that is called `el`.
  const lead = Math.max(1, count / 20);
  let best = home;
  for (const [at, score] of scores.entries()) {
    const needed = best === home ? (scores[home] ?? 0) + lead : (scores[best] ?? 0) + LETTER;
    if (at !== home && score >= needed) best = at;
  }
  return LANGUAGES[best] ?? fallback;
}
