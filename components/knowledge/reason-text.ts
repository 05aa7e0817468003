import type { Match, Reason, ReasonKind } from '@/lib/knowledge/search/record';

const MOST_WORDS = 3;

const WORDS: Record<ReasonKind, (words: string) => string> = {
  'same error code': (words) => `same error ${words}`,
  'same page': (words) => `same page ${words}`,
  'same part': (words) => `same part ${words}`,
  'same version': (words) => `same version ${words}`,
  'rare words': (words) => words,
};

/** Bare numbers are rare and say little: `000` of `50,000`. */
const isTelling = (kind: ReasonKind, word: string) => kind !== 'rare words' || /\D/.test(word);

function toText({ kind, words }: Reason): string {
  const shown = words.filter((word) => isTelling(kind, word)).slice(0, MOST_WORDS);
  if (shown.length === 0) return '';
  return WORDS[kind](shown.map((word) => (kind === 'rare words' ? `“${word}”` : word)).join(', '));
}

/** Why a record was found, in the agent's words, the strongest reason first. */
export function reasonTexts(match: Match | null): string[] {
  return [...new Set(match?.reasons.map(toText).filter(Boolean))];
}
