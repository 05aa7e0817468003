// @vitest-environment node
import { beforeEach, expect, it } from 'vitest';
import { deleteEscalation, patchDraft } from '@/lib/escalation/store';
import { saveFile } from '@/lib/evidence/store';
import { saveChanges, updateState } from '@/lib/knowledge/store';
import { saveSelection, takeSelection } from '@/lib/selection/store';
import { aReadyEscalation } from '../../tests/factories';
import { aKnownBug } from '../../tests/sync-kit';
import { closeDatabase, database } from './database';
import { clearAllData, exportData } from './store';

beforeEach(async () => {
  await database().delete();
  closeDatabase();
});

async function fill() {
  const draft = await aReadyEscalation();
  await patchDraft(draft, { 'report.actual': { value: 'typed', source: '' } }, 5);
  const bytes = new Blob(['secret bytes of a customer']);
  await saveFile({ escalationId: draft.id, attachmentId: '', name: 'log', type: 'text/plain', bytes });
  await updateState('one', (state) => ({ ...state, phase: 'idle' }));
  const broken = [{ id: '8', reason: 'has no title' }];
  await saveChanges('one', { put: [aKnownBug()], removed: [], broken }, {}, 1);
  await saveSelection({ windowId: 1, tabId: 1, action: 'quote', text: 'q', url: 'https://a.test/', at: 1 });
  return draft;
}

it('exports what the agent wrote, files by name', async () => {
  const draft = await fill();
  const text = JSON.stringify(await exportData(['Redmine, redmine.example']));
  expect(JSON.parse(text)).toMatchObject({
    format: 'baton-export',
    version: 1,
    escalations: [{ id: draft.id, report: { actual: { value: 'typed' } } }],
    files: [{ name: 'log', size: 26 }],
    sources: ['Redmine, redmine.example'],
  });
  expect(text).not.toContain('The file stays empty.');
  expect(text).not.toContain('secret bytes');
});

it('clears every table', async () => {
  await fill();
  expect(await database().knowledge.count()).toBe(1);
  await clearAllData();
  for (const table of database().tables) expect(await table.count(), table.name).toBe(0);
});

it('patches one field and never another, however the writes overlap', async () => {
  const draft = await aReadyEscalation();
  const typed = (value: string) => ({ value, source: '' });
  await Promise.all(
    ['steps', 'expected', 'actual', 'error'].map((field, index) =>
      patchDraft(draft, { [`report.${field}`]: typed(`${field} typed`) }, index),
    ),
  );
  const stored = await database().escalations.get(draft.id);
  expect(stored?.report).toMatchObject({
    part: { value: 'Reports' },
    steps: { value: 'steps typed' },
    expected: { value: 'expected typed' },
    actual: { value: 'actual typed' },
    error: { value: 'error typed' },
  });
});

it('refuses to change what was handed off', async () => {
  const draft = await aReadyEscalation({ state: 'queued' });
  await database().escalations.put(draft);
  expect(await patchDraft(draft, { severity: 4 }, 9)).toBe(false);
  expect(await database().escalations.get(draft.id)).toEqual(draft);
});

it('forgets an escalation with its files', async () => {
  const draft = await fill();
  await deleteEscalation(draft.id);
  expect(await database().files.count()).toBe(0);
});

it('gives a selection to one panel only', async () => {
  await fill();
  const [waiting] = await database().selections.toArray();
  const takers = await Promise.all([1, 2, 3].map(() => takeSelection(waiting?.id ?? 0)));
  expect(takers.toSorted()).toEqual([false, false, true]);
});
