// @vitest-environment node
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sha256 } from './sha256';

it('is SHA-256, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (pieces) => {
      const ours = new Sha256();
      const theirs = createHash('sha256');
      for (const piece of pieces) {
        ours.update(piece);
        theirs.update(piece);
      }
      expect(ours.hex()).toBe(theirs.digest('hex'));
    }),
  );
});

it.each([0, 55, 56, 63, 64, 65, 1_000_000])('of %i bytes', (size) => {
  const bytes = new Uint8Array(size).fill(0xa5);
  const ours = new Sha256();
  ours.update(bytes);
  expect(ours.hex()).toBe(createHash('sha256').update(bytes).digest('hex'));
});
