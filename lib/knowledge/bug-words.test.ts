// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBugFields } from './bug-fields';
import { toBugStatus } from './bug-status';
import { readLabels } from './issue-labels';
import { toSections, withoutComments } from './markdown/sections';

describe('toBugStatus', () => {
  it.each([
    ['New', false, 'open'],
    ['Unresolved', false, 'open'],
    ['In Arbeit', false, 'in-progress'],
    ['En cours', false, 'in-progress'],
    ['Gelöst', false, 'fixed'],
    ['Решён', false, 'fixed'],
    ['', true, 'fixed'],
    ['Abgelehnt', true, 'closed'],
    ['Won’t fix', true, 'closed'],
    ['Cannot Reproduce', true, 'closed'],
    ['Дубликат', true, 'closed'],
  ])('%j, closed %s, means %s', (name, closed, status) => expect(toBugStatus(name, closed)).toBe(status));
});

describe('toBugFields', () => {
  it('takes what it knows by name, and nothing else', () => {
    expect(
      toBugFields([
        ['Workaround:', 'Use the web export.'],
        ['WORK-AROUND', 'Or wait.'],
        ['Approved customer reply', 'We know of it.'],
        ['Error codes', '- `E-1207`\r\n* INV_PDF\n```text\nNo space left\n```'],
        ['Affected versions', '5.3'],
        ['Affected organizations', 'Harbor\nHarbor\nLumen'],
        ['Workaround for the workaround', 'no'],
        ['__proto__', 'no'],
        ['constructor', 'no'],
      ]),
    ).toEqual({
      workaround: 'Use the web export.\n\nOr wait.',
      reply: 'We know of it.',
      signatures: ['E-1207', 'INV_PDF', 'No space left'],
      versions: ['5.3'],
      organizations: ['Harbor', 'Lumen'],
    });
  });
});

describe('toSections', () => {
  it('parts a text by its headings, not by what stands in a fence', () => {
    const text =
      'intro\n# One\na\n```\n# no heading\n```\nb\n###   Two  \r\nc\n#hash\n## Empty\n## Left\n_No response_';
    expect(toSections(text)).toEqual([
      ['One', 'a\n```\n# no heading\n```\nb'],
      ['Two  ', 'c\n#hash'],
    ]);
  });

  it('takes any text in time that grows with it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void toSections(text)));
    expect(toSections(`# A\n${'<!--'.repeat(50_000)}`)).toHaveLength(1);
  });
});

describe('withoutComments', () => {
  it.each([
    ['a<!-- x -->b<!---->c', 'abc'],
    ['a<!-- open', 'a'],
    ['a --> b', 'a --> b'],
    ['<!-->-->x', 'x'],
  ])('%j', (text, clean) => expect(withoutComments(text)).toBe(clean));

  it('takes many open ones', () => expect(withoutComments('<!--'.repeat(500_000))).toBe(''));
});

describe('readLabels', () => {
  it('tells parts, versions and work apart', () => {
    expect(
      readLabels(['bug', 'area: Billing', 'module::Export', 'v5.3', 'affects: 6', 'status:blocked', 'ux']),
    ).toEqual({
      parts: ['Billing', 'Export'],
      versions: ['v5.3', '6'],
      work: ['bug', 'status:blocked'],
    });
    expect(readLabels(['ux', 'P1', '__proto__'])).toEqual({
      parts: ['ux', '__proto__'],
      versions: [],
      work: ['P1'],
    });
  });
});
