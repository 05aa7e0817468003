// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { toJsonSchema } from './playbook-schema/to-json-schema';

const published = JSON.parse(readFileSync('docs/playbook.schema.json', 'utf8'));
const matches = (document: unknown) => z.fromJSONSchema(published).safeParse(document).success;

describe('docs/playbook.schema.json', () => {
  it('is what `npm run schema` writes', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(toJsonSchema())));
  });

  it('fits the default playbook, and one with only what must be there', () => {
    expect(matches(defaultPlaybook)).toBe(true);
    const { contacts: _, ...older } = defaultPlaybook;
    expect(matches(older)).toBe(true);
  });

  it.each<[string, object]>([
    ['another version', { version: 2 }],
    ['a missing level', { severities: defaultPlaybook.severities.slice(1) }],
    ['no calendar', { calendar: undefined }],
    ['a field of another type', { checklist: {} }],
    ['an empty name', { parts: [{ id: 'a', name: '', administrator: '' }] }],
    ['a time that is none', { calendar: { ...defaultPlaybook.calendar, start: '9' } }],
    [
      'an expression for a mask',
      { masks: { kinds: [], patterns: [{ id: 'a', label: 'A', pattern: '(a+)+$' }] } },
    ],
  ])('refuses %s', (_name, fields) => {
    expect(matches({ ...defaultPlaybook, ...fields })).toBe(false);
  });

  it('says of every field what it is', () => {
    const { severities, parts } = published.properties;
    expect(severities.items.properties.label.title).toBe('Definition');
    expect(parts.items.properties.requires.description).toContain('Ids of fields');
  });
});
