import { describe, expect, it } from 'vitest';
import { truncateWhole } from './text';

describe('a text that is cut before it is masked', () => {
  it.each([
    ['keeps what fits', 'Card 4111 1111', 20, 'Card 4111 1111'],
    ['cuts between words', 'The export stops every morning', 20, 'The export stops…'],
    ['takes half a card number away whole', 'Charge card 4111 1111 1111 1111 please', 22, 'Charge card…'],
    ['takes half an address away', 'Write to jo.berg@marlow.example today', 20, 'Write to…'],
    ['takes an address that ends at the cut away', 'Write to jo@a.example', 18, 'Write to…'],
    ['cuts scripts without spaces between letters', '出口在百分之四十二处停止了', 8, '出口在百分之…'],
    ['never cuts an emoji', 'Stops 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 now and then', 9, 'Stops…'],
  ])('%s', (_, text, max, cut) => {
    expect(truncateWhole(text, max)).toBe(cut);
  });
});
