import { expect, it } from 'vitest';
import { database } from '@/lib/db/database';
import { aReadyEscalation } from '@/tests/factories';
import { addStepTimes } from './store';

it('adds up beside the draft, whose time stamp and preview stay', async () => {
  const draft = await aReadyEscalation();
  await database().escalations.put(draft);
  expect(await addStepTimes(draft.id, { check: 1_000, 'describe/steps': 500 })).toBe(true);
  expect(await addStepTimes(draft.id, { check: 2_000 })).toBe(true);
  const stored = await database().escalations.get(draft.id);
  expect(stored).toEqual({ ...draft, stepMs: { check: 3_000, 'describe/steps': 500 } });
});

it('stores no draft that nobody changed', async () => {
  expect(await addStepTimes('never stored/1', { check: 1_000 })).toBe(false);
  expect(await database().escalations.get('never stored/1')).toBeUndefined();
});
