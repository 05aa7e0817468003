import type { SearchQuery, SearchRecord } from '@/lib/knowledge/search/record';

/** Reports and queries of a made-up language whose words are as frequent as those of real bug reports. */
export interface Corpus {
  readonly records: readonly SearchRecord[];
  /** Each written anew from one record: two fifths of its words are others. `gold` is that record. */
  readonly queries: readonly { readonly query: SearchQuery; readonly gold: string }[];
}

const SYLLABLES =
  'ba be bi bo bu ca ce co da de di do fa fe fi ga ge go ha he hi ho ja ka ke ki la le li lo lu ma me mi mo mu na ne ni no pa pe po ra re ri ro ru sa se si so ta te ti to tu va ve vi wa we za'.split(
    ' ',
  );
const ENDINGS = ['ing', 'ed', 's', 'tion', 'er'];
const COMMON =
  'the to and in of is a for on it not with that this when from are be as if by we have an will can at but or'.split(
    ' ',
  );
const WORDS = 400_000;
/** The most frequent words are plain ones; identifiers and codes come after them. */
const PLAIN = 300;
const COMMON_SHARE = 0.35;
const CHANGED_SHARE = 0.4;
/** Zipf–Mandelbrot, as measured on English prose. */
const EXPONENT = 1.03;
const SHIFT = 22.7;
const SEED = 7;

type Random = () => number;

/** The same numbers for the same seed on every machine (mulberry32). */
function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function createWord(random: Random, rank: number): string {
  let word = '';
  for (let count = 2 + Math.floor(random() * 3); count > 0; count -= 1) word += pick(random, SYLLABLES);
  if (random() < 0.3) word += pick(random, ENDINGS);
  if (rank <= PLAIN) return word;
  const kind = random();
  if (kind < 0.12) return `${word[0]?.toUpperCase()}${word.slice(1)}Manager${kind < 0.04 ? 'Exception' : ''}`;
  if (kind < 0.17) return `E-${1_000 + rank}`;
  return kind < 0.22 ? `org.${word}.${word.slice(0, 4)}Handler` : word;
}

function createVocabulary(): string[] {
  const random = createRandom(SEED);
  const words = new Set<string>();
  while (words.size < WORDS) words.add(createWord(random, words.size));
  return [...words];
}

/** Draws words with the frequencies of a language. */
function createSpeaker(random: Random): (count: number) => string[] {
  const vocabulary = createVocabulary();
  const sums = new Float64Array(WORDS);
  let sum = 0;
  for (let rank = 0; rank < WORDS; rank += 1) {
    sum += (rank + SHIFT) ** -EXPONENT;
    sums[rank] = sum;
  }
  const word = () => {
    if (random() < COMMON_SHARE) return pick(random, COMMON);
    const at = random() * sum;
    let low = 0;
    for (let high = WORDS - 1; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] ?? '';
  };
  return (count) => Array.from({ length: count }, word);
}

/** Log-normal with a median of some 80 words, as reports in public trackers are long. */
function drawLength(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(600, Math.max(5, Math.round(Math.exp(4.4 + 0.8 * normal))));
}

export function createCorpus(size: number, queryCount: number): Corpus {
  const random = createRandom(SEED + size);
  const speak = createSpeaker(random);
  const records = Array.from({ length: size }, (_, number) => ({
    id: `BUG-${number}`,
    title: speak(4 + Math.floor(random() * 9)).join(' '),
    text: speak(drawLength(random)).join(' '),
    parts: [`part ${Math.floor(random() * random() * 40)}`],
    versions: [`${Math.floor(random() * 5)}.${Math.floor(random() * 20)}`],
    at: 1.4e12 + random() * 3e11,
    linkedCount: Math.floor(1 / (random() + 0.02)),
  }));
  const rewrite = (text: string) =>
    text
      .split(' ')
      .map((word) => (random() < CHANGED_SHARE ? speak(1)[0] : word))
      .join(' ');
  const queries = Array.from({ length: queryCount }, () => {
    const { id, title, text, parts } = pick(random, records);
    return { query: { title: rewrite(title), body: rewrite(text), parts, now: 1.7e12 }, gold: id };
  });
  return { records, queries };
}
