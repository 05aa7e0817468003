// @vitest-environment node
import { expect, it } from 'vitest';
import { addRecording } from './recordings';

it('adds an http(s) address, cleaned, at the end', () => {
  expect(addRecording(['https://a.example/1'], ' https://video.example/s/42\u202E ')).toEqual({
    ok: true,
    value: ['https://a.example/1', 'https://video.example/s/42'],
  });
});

it.each([
  ['', 'Paste the address'],
  ['video.example/s/42', 'not a web address'],
  ['javascript:alert(1)', 'not a web address'],
  ['file:///home/mira/rec.mp4', 'not a web address'],
  ['https://mira:secret@video.example/', 'holds a user name or a password'],
  [`https://video.example/${'a'.repeat(2_000)}`, 'too long'],
  ['https://video.example/1', 'here already'],
])('refuses %j in words', (typed, words) => {
  expect(addRecording(['https://video.example/1'], typed)).toMatchObject({
    ok: false,
    error: expect.stringContaining(words),
  });
});

it('takes no more than twenty', () => {
  const kept = Array.from({ length: 20 }, (_, at) => `https://video.example/n${at}`);
  expect(addRecording(kept, 'https://video.example/more')).toMatchObject({ ok: false });
});
