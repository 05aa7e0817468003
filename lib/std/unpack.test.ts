// @vitest-environment node
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { BadBytes, unpack } from './unpack';

async function sizeOf(file: Blob, maxBytes = 1_000_000): Promise<number> {
  let size = 0;
  for await (const piece of unpack(file, maxBytes)) size += piece.length;
  return size;
}
const plain = randomBytes(300_000);

it('gives plain bytes as they are and gzip unpacked', async () => {
  for (const bytes of [plain, gzipSync(plain)]) {
    const pieces: Uint8Array[] = [];
    for await (const piece of unpack(new Blob([bytes]), 1_000_000)) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(plain)).toBe(true);
  }
});

it.each([0, 1, 2])('takes a file of %i bytes', async (size) => {
  expect(await sizeOf(new Blob([new Uint8Array(size)]))).toBe(size);
});

it('stops at the limit, packed or not', async () => {
  await expect(sizeOf(new Blob([plain]), 299_999)).rejects.toThrow('is larger than 300 kB');
  const bomb = new Blob([gzipSync(new Uint8Array(200_000_000))]);
  await expect(sizeOf(bomb)).rejects.toThrow(new BadBytes('is larger than 1.0 MB when unpacked'));
});

it('says that packed bytes are cut off or damaged', async () => {
  const packed = gzipSync(plain);
  const damaged = Buffer.from(packed);
  damaged.fill(0, 1_000, 2_000);
  for (const bytes of [packed.subarray(0, 200_000), packed.subarray(0, 5), damaged]) {
    await expect(sizeOf(new Blob([bytes]))).rejects.toThrow(BadBytes);
  }
});

it('can be left early', async () => {
  for await (const piece of unpack(new Blob([gzipSync(plain)]), 1_000_000)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
});
