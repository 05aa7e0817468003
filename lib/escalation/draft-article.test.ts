import { expect, it } from 'vitest';
import { aReadyEscalation } from '@/tests/factories';
import { draftArticle, toArticleMarkdown } from './draft-article';

it('is prefilled from ticket and report, without names of people', async () => {
  const escalation = await aReadyEscalation();
  const draft = draftArticle(escalation);
  expect(draft).toMatchObject({ title: 'Export to CSV stops at 42 %', environment: 'Reports', cause: '' });
  expect(draft.issue).toBe('Seen with my own eyes\n\nStops at 42 %\n\nE-4102');
  expect(JSON.stringify(draft)).not.toContain('Mira');
});

it('writes the four sections in order and leaves out empty ones', () => {
  const draft = {
    title: 'T',
    issue: 'It stops.',
    environment: ' ',
    cause: '',
    resolution: '1. Wait\r\n2. Retry',
  };
  expect(toArticleMarkdown(draft)).toBe('## Issue\n\nIt stops.\n\n## Resolution\n\n1. Wait\n2. Retry\n');
});
