// @vitest-environment node
import { expect, it } from 'vitest';
import { aState } from '../../tests/sync-kit';
import { formatProgress } from './time-left';

const at = (seconds: number) => seconds * 1_000;
const running = (changes = {}) => aState({ phase: 'running', startedAt: 0, ...changes });

it.each([
  ['nothing taken in yet', {}],
  ['1,204 so far', { done: 1_204 }],
  ['0 of 10,000', { total: 10_000 }],
  ['1,000 of 10,000 · about 2 min left', { done: 1_000, total: 10_000 }],
  ['9,000 of 10,000 · less than a minute left', { done: 9_000, total: 10_000 }],
  ['10 of 10,000 · about 3 h left', { done: 10, total: 10_000 }],
  // Only what this attempt took in tells its rate.
  ['9,000 of 10,000 · about 2 min left', { done: 9_000, startedWith: 8_900, total: 10_000 }],
])('%s', (words, changes) => {
  expect(formatProgress(running(changes), at(10))).toBe(words);
});

it('says nothing of the time before there is a rate, and none while it rests', () => {
  expect(formatProgress(running({ done: 5, total: 10 }), at(2))).toBe('5 of 10');
  expect(formatProgress(aState({ phase: 'paused', startedAt: 0, done: 5, total: 10 }), at(60))).toBe(
    '5 of 10',
  );
});
