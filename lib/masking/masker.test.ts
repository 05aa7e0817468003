// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MASK_KINDS } from '@/lib/playbook/playbook';
import { Masker } from './masker';
import { splitMasks } from './split-masks';

const rules = { kinds: [...MASK_KINDS], patterns: [] };

/** Plain words of many scripts, with the signs texts are made of. */
const plain = fc
  .array(
    fc.constantFrom(
      'Bericht',
      'stops',
      'при',
      'مرحبا',
      '👩‍👩‍👧',
      'e\u0301te\u0301',
      '42 %',
      '(E-4102)',
      '*b*',
      '…',
      'x_y',
      '5.4.1',
    ),
    {
      maxLength: 12,
    },
  )
  .map((it) => it.join(' '));

it('changes nothing but what it masks', () => {
  fc.assert(
    fc.property(plain, plain, (before, after) => {
      const text = `${before} | greta@halden.test | ${after}`;
      expect(new Masker(rules).mask(text)).toBe(`${before} | [e-mail 1] | ${after}`);
      expect(new Masker(rules).mask(`${before} | ${after}`)).toBe(`${before} | ${after}`);
    }),
  );
});

it('leaves any text alone that holds no secret, and never fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const masker = new Masker(rules);
      const masked = masker.mask(text);
      if (masker.seen.length === 0) expect(masked).toBe(text);
    }),
    { numRuns: 300 },
  );
});

it('cuts a text at its masks, and joined again it is the text', () => {
  const texts = ['Card 4111 1111 1111 1111 of greta@halden.test', 'GRETA@halden.test'];
  const reader = new Masker(rules);
  for (const text of texts) reader.mask(text);
  const [card, mail] = reader.seen;
  const masker = new Masker(rules, { first: reader.seen, unmasked: [card?.id ?? ''] });
  const masks = masker.seen.map((mask) => ({ ...mask, count: 1 }));
  const masked = texts.map((text) => masker.mask(text)).join('\n');
  expect(masked).toBe('Card 4111 1111 1111 1111 of [e-mail 1]\n[e-mail 1]');
  const pieces = splitMasks(`${masked} ?mail=masked-1-e-mail &#91;e-mail 1&#93;`, masks);
  expect(pieces.map(({ text }) => text).join('')).toBe(`${masked} ?mail=masked-1-e-mail &#91;e-mail 1&#93;`);
  expect(pieces.filter((it) => it.mask?.id === mail?.id)).toHaveLength(4);
  expect(pieces.filter((it) => it.mask?.id === card?.id)).toHaveLength(1);
});

it('keeps an address one address', () => {
  const masker = new Masker(rules);
  const text = 'See https://app:hush42@files.example/in?token=abcdef123456. Mail greta@halden.test';
  expect(masker.mask(text)).toBe(
    'See https://masked-1-password@files.example/in?token=masked-1-token. Mail [e-mail 1]',
  );
});
