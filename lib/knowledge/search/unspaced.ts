const THAI_LIKE = /[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** A segmenter takes time that grows faster than the text; pieces of this size keep it linear. */
const PIECE = 500;

let segmenter: Intl.Segmenter | undefined;

function words(text: string): string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const found: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    for (const { segment, isWordLike } of segmenter.segment(text.slice(at, at + PIECE))) {
      if (isWordLike) found.push(segment);
    }
  }
  return found;
}

/**
 * Terms of a run without spaces. Chinese, Japanese and Korean as overlapping pairs of characters, which needs no
 * dictionary and never disagrees between query and record; Thai, Lao, Khmer and Burmese as words, because there a
 * pair of characters is less than a syllable.
 */
export function splitUnspaced(run: string): string[] {
  if (THAI_LIKE.test(run)) return words(run);
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  const pairs: string[] = [];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    pairs.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return pairs;
}
