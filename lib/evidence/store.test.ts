// @vitest-environment node
import { beforeEach, expect, it } from 'vitest';
import { closeDatabase, database } from '@/lib/db/database';
import { deleteFile, listFiles, loadFile, saveFile } from './store';

beforeEach(async () => {
  await database().delete();
  closeDatabase();
});

const file = (escalationId: string, name: string, text: string) =>
  saveFile({ escalationId, attachmentId: '', name, type: 'text/plain', bytes: new Blob([text]) });

it('keeps the bytes of a file over a restart, per escalation, in the order they were added', async () => {
  await file('a', 'one', 'first');
  await new Promise((resolve) => setTimeout(resolve, 2));
  const second = await file('a', 'two', 'zweite Zeile\n');
  await file('b', 'three', '');
  closeDatabase();
  expect((await listFiles('a')).map(({ name }) => name)).toEqual(['one', 'two']);
  expect(second.size).toBe(13);
  expect(await (await loadFile(second.id))?.bytes.text()).toBe('zweite Zeile\n');
  await deleteFile(second.id);
  expect((await listFiles('a')).map(({ name }) => name)).toEqual(['one']);
  expect(await listFiles('b')).toHaveLength(1);
});
