// @vitest-environment node
import { expect, it } from 'vitest';
import { keptBytes, refusalOf } from './admit-file';
import type { EvidenceFile } from './evidence-file';

const kept = (name: string, text: string): EvidenceFile => {
  const bytes = new Blob([text]);
  return {
    id: name,
    escalationId: 'a',
    attachmentId: '',
    name,
    type: '',
    size: bytes.size,
    bytes,
    addedAt: 0,
  };
};

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(40);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new Blob([bytes]);
};

it('takes a log, and an image of 40 megapixels', async () => {
  expect(await refusalOf('console.log', new Blob(['E-4102']), [], null)).toBeNull();
  expect(await refusalOf('wide.png', png(8_000, 5_000), [], null)).toBeNull();
});

it('refuses an empty file, a huge one and an image of 100 megapixels, each in words', async () => {
  expect(await refusalOf('empty.txt', new Blob([]), [], null)).toBe('empty.txt is empty and was not added.');
  expect(await refusalOf('wall.png', png(10_000, 10_000), [], null)).toContain(
    '10000 × 10000 pixels (100 megapixels); images up to 40 are taken',
  );
  const huge = new Blob([new Uint8Array(20_000_001)]);
  expect(await refusalOf('video.mp4', huge, [], null)).toContain('Baton keeps files up to 20.0 MB');
  expect(await refusalOf('video.mp4', huge, [], 50_000_000)).toBeNull();
  expect(keptBytes(5_000_000)).toBe(20_000_000);
});

it('knows the same file under another name, and takes another of the same size', async () => {
  const files = [kept('a.log', 'line 1'), kept('b.log', 'line 2')];
  expect(await refusalOf('copy.log', new Blob(['line 2']), files, null)).toBe(
    'copy.log is the same file as b.log, which is here already.',
  );
  expect(await refusalOf('c.log', new Blob(['line 3']), files, null)).toBeNull();
});
