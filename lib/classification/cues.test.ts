import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/language/language';
import { toPhrases } from '@/lib/language/phrases';
import { CUE_KINDS } from './cues/cue';
import { LONGEST_STEM } from './cues/cue-book';
import { LEXICONS } from './cues/lexicon';

describe.each(LANGUAGES)('cue words in %s', (language) => {
  it('are written so that they can be found', () => {
    const phrases = CUE_KINDS.flatMap((kind) => toPhrases(LEXICONS[language][kind]));
    const lost = phrases.filter((phrase) => {
      const [first = ''] = phrase.split(' ');
      const stem = first.endsWith('*') ? first.length - 1 : 2;
      return stem > LONGEST_STEM || stem < 2 || phrase !== phrase.toLowerCase() || /[-’.]/.test(phrase);
    });
    expect(lost).toEqual([]);
  });
});
