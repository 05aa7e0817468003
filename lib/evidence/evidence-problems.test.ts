// @vitest-environment node
import { expect, it } from 'vitest';
import { evidenceProblems, toSizeLine } from './evidence-problems';

const limit = { bytes: 5_242_880, trackerName: 'Redmine' };
const files = [
  { id: '1', name: 'board.png', size: 4_100_000 },
  { id: '2', name: 'dump.bin', size: 7_300_000 },
];

it('names each file above the limit, and nothing without one', () => {
  expect(evidenceProblems(files, limit)).toEqual([
    {
      fileId: '2',
      sentence:
        'dump.bin has 7.3 MB, more than the 5.2 MB Redmine takes unless its administrator allows more.',
    },
  ]);
  expect(evidenceProblems(files, null)).toEqual([]);
  expect(evidenceProblems([{ id: '3', name: 'edge', size: limit.bytes }], limit)).toEqual([]);
});

it('says how near the files are to it', () => {
  expect(toSizeLine([], limit)).toBe('');
  expect(toSizeLine(files.slice(0, 1), limit)).toBe('1 will be attached · largest 4.1 MB of 5.2 MB');
  expect(toSizeLine(files, null)).toBe('2 will be attached · largest 7.3 MB');
});
