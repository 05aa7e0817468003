import { expect, it } from 'vitest';
import { formatStepTimes, toStepTimes } from './step-times';

const STEPS = [
  { id: 'check', label: 'Check' },
  { id: 'classify', label: 'Classify' },
  { id: 'describe', label: 'Describe' },
];
const FIELDS = [
  { id: 'steps', label: 'Steps' },
  { id: 'expected', label: 'Expected' },
];

it('says where the time went, and which field took most of it', () => {
  const stepMs = { check: 90_000, describe: 125_000, 'describe/steps': 80_000, 'describe/expected': 9_000 };
  expect(formatStepTimes(252_000, toStepTimes(stepMs, STEPS, FIELDS))).toBe(
    'Handed over in 4:12: Check 1:30, Describe 2:05 (steps took longest)',
  );
});

it('names no field that took little, and no step nobody stood on', () => {
  const stepMs = { check: 400, describe: 125_000, 'describe/steps': 20_000 };
  expect(toStepTimes(stepMs, STEPS, FIELDS)).toEqual([{ label: 'Describe', ms: 125_000, longest: '' }]);
});

it('says the whole time alone when nothing was measured', () => {
  expect(formatStepTimes(3_700_000, [])).toBe('Handed over in 1:01:40');
});
