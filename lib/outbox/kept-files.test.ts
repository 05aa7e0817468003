// @vitest-environment node
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteEscalation } from '@/lib/escalation/store';
import { listFiles } from '@/lib/evidence/store';
import { type OutboxWorld, startOutboxWorld } from '../../tests/outbox-kit';
import { confirmAddress, copiedOut } from './hand-off';
import { previewIssue } from './preview';

let world: OutboxWorld;
beforeEach(async () => {
  world = await startOutboxWorld();
});
afterEach(() => world.close());

it('keeps the files of an issue copied out by hand until its address is given', async () => {
  const draft = await world.draft('1', 'the log');
  const other = await world.draft('2', 'of another ticket');
  const preview = await previewIssue(draft.id);
  if (!preview.ok) throw new Error(preview.error.message);
  expect(await copiedOut(draft.id, preview.value.hash, 'clipboard')).toMatchObject({ ok: true });
  expect(await listFiles(draft.id)).toHaveLength(1);
  await confirmAddress(draft.id, 'no address');
  expect(await listFiles(draft.id)).toHaveLength(1);
  expect(await confirmAddress(draft.id, 'https://tracker.example/12')).toMatchObject({ ok: true });
  expect(await listFiles(draft.id)).toHaveLength(0);
  expect(await listFiles(other.id)).toHaveLength(1);
});

it('forgets the files with their escalation', async () => {
  const draft = await world.draft('1', 'the log');
  const other = await world.draft('2', 'of another ticket');
  await deleteEscalation(draft.id);
  expect(await listFiles(draft.id)).toHaveLength(0);
  expect(await listFiles(other.id)).toHaveLength(1);
});
