import { describe, expect, it } from 'vitest';
import { trimBullets, trimHead, trimRepeated } from './trim-text';

const ann = { name: 'Ann Lee', email: 'ann@x.test' };
const texts = (...all: string[]) => trimRepeated(all.map((text) => ({ text }))).map(({ text }) => text);

describe('trim-text', () => {
  it.each([
    ['AL\n\nThe printer stops.', 'The printer stops.'],
    ['[Ann Lee]\n\nThe printer stops.', 'The printer stops.'],
    ['Ann Lee replied\nThe printer stops.', 'The printer stops.'],
    ['Customer\nThe printer stops.', 'The printer stops.'],
    ['OK\nThe printer stops.', 'OK\nThe printer stops.'],
    ['Ann Lee', 'Ann Lee'],
  ])('takes who writes from above %j', (text, rest) => {
    expect(trimHead(text, ann)).toBe(rest);
  });

  it('takes buttons that end nearly every post, and leaves what people end with', () => {
    expect(texts('One\n\nLike', 'Two\n\nLike', 'Three\n\nLike')).toEqual(['One', 'Two', 'Three']);
    expect(
      texts(
        'One\nQuote (https://a.test/1)',
        'Two\nQuote (https://a.test/2)',
        'Three\nQuote (https://a.test/3)',
      ),
    ).toEqual(['One', 'Two', 'Three']);
    const said = ['One\nCode 12', 'Two\nCode 12', 'Three\nCode 12'];
    expect(texts(...said)).toEqual(said);
    expect(texts('One\nLike', 'Two\nLike')).toEqual(['One\nLike', 'Two\nLike']);
    expect(texts('Like', 'Like', 'Like')).toEqual(['Like', 'Like', 'Like']);
  });

  it('takes bullets without a text', () => {
    expect(trimBullets('One\n- a\n-\n\n2.')).toBe('One\n- a');
  });
});
