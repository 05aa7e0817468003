// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentToText } from './document-text';

describe('documentToText', () => {
  it('reads nothing from what is no document', () => {
    for (const raw of [null, undefined, '', 'x', 7, [], {}, { type: 7 }])
      expect(documentToText(raw)).toBe('');
  });

  it('keeps its depth', () => {
    let nested: unknown = { type: 'text', text: 'deep' };
    for (let at = 0; at < 100_000; at += 1) nested = { type: 'panel', content: [nested] };
    const content = [{ type: 'text', text: 'seen' }, nested];
    expect(documentToText({ type: 'doc', content })).toBe('seen');
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof documentToText({ type: 'doc', content: [value] })).toBe('string');
      }),
    );
  });
});
