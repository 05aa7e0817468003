// @vitest-environment node
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import { takeOver } from './take-over';

const ItemSchema = z.object({ id: z.number(), title: z.string(), url: z._default(z.string(), '') });
const toRecord = ({ id, title, url }: z.infer<typeof ItemSchema>): KnowledgeRecord | null =>
  title === 'skip'
    ? null
    : {
        kind: 'article',
        id: String(id),
        title,
        text: '',
        body: null,
        labels: [],
        audience: 'internal',
        owner: '',
        verifiedAt: null,
        url,
        createdAt: null,
        updatedAt: null,
      };

it('keeps the readable ones, leaves out what is none, and says of the others what they lack', () => {
  const items: unknown[] = [
    { id: 1, title: 'One' },
    { id: 2, title: 'skip' },
    { id: 3, title: 7 },
    { id: 4, title: '' },
    { id: 5, title: 'Five', url: 'javascript:alert(1)' },
    { id: { $ne: 1 }, title: 'secret words' },
    null,
    JSON.parse('{"__proto__":{"id":9,"title":"x"}}'),
  ];
  const { put, broken } = takeOver(items, ItemSchema, toRecord);
  expect(put.map(({ id }) => id)).toEqual(['1']);
  expect(broken).toEqual([
    { id: '3', reason: 'has no readable title' },
    { id: '4', reason: 'has no readable title' },
    { id: '5', reason: 'has no readable url' },
    { id: 'number 6 of a page', reason: 'has no readable id' },
    { id: 'number 7 of a page', reason: 'is no record' },
    { id: 'number 8 of a page', reason: 'has no readable id' },
  ]);
});
