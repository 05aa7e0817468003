// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fieldValue, fieldValues, readFrontMatter } from './front-matter';

const file = (yaml: string, content = 'Text') => `---\n${yaml}\n---\n${content}`;

describe('readFrontMatter', () => {
  it('reads fields whatever the spelling of their names, and gives the text below', () => {
    const { fields, content, problem } = readFrontMatter(
      file('Title: Reset a password\nlast_verified: 2026-10-01\ntags: [login, 2, true]\nempty:\n'),
    );
    expect(problem).toBeNull();
    expect(content).toBe('Text');
    expect(fieldValue(fields, 'title')).toBe('Reset a password');
    expect(fieldValue(fields, 'lastVerified')).toBe('2026-10-01');
    expect(fieldValues(fields, 'labels', 'tags')).toEqual(['login', '2', 'true']);
    expect(fieldValues(fields, 'empty')).toEqual([]);
  });

  it.each([
    ['no front matter', 'Text\n---\nmore'],
    ['a rule that nothing closes', '---\nText'],
    ['dashes further down', '\n---\na: 1\n---\n'],
  ])('%s is all text', (_name, markdown) => {
    expect(readFrontMatter(markdown)).toEqual({ fields: new Map(), content: markdown, problem: null });
  });

  it('takes a byte order mark and Windows line ends', () => {
    const { fields, content } = readFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\nText');
    expect([fieldValue(fields, 'title'), content]).toEqual(['A', 'Text']);
  });

  it.each([
    ['broken YAML', 'title: "secret\nb: [', /no valid YAML \(line \d+\)/],
    ['a name twice', 'a: 1\na: 2', /no valid YAML/],
    ['a list', '- a', /no list of names/],
    ['a text', 'secret', /no list of names/],
    ['too much', `a: ${'x'.repeat(70_000)}`, /64 kB/],
    ['brackets without end', '['.repeat(60_000), /too many levels/],
    ['lists in lists without end', '- '.repeat(30_000), /too many levels/],
    ['keys in keys without end', '? '.repeat(30_000), /too many levels/],

    ['an alias of nothing', 'a: *secret', /front matter/],
  ])('%s is told without quoting it, and the text is kept', (_name, yaml, words) => {
    const { problem, content, fields } = readFrontMatter(file(yaml));

    expect(problem).toMatch(words);
    expect(problem).not.toContain('secret');
    expect(content).toBe('Text');
    expect(fields.size).toBe(0);
  });

  it('outlives hundreds of levels by indentation', () => {
    const deep = Array.from({ length: 350 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(readFrontMatter(file(deep)).content).toBe('Text');
  });

  it('does not unfold a bomb of aliases', () => {
    const names = 'abcdefghij';
    const bomb = [...names].map((name, at) => {
      const before = names[at - 1];
      return `${name}: &${name} [${before ? Array(10).fill(`*${before}`).join(',') : 'lol'}]`;
    });
    expect(readFrontMatter(file(bomb.join('\n'))).problem).toMatch(/cannot be read/);
    expect(readFrontMatter(file('a: &a [x]\nb: *a')).problem).toBeNull();
  });

  it('knows no names of objects and builds nothing from tags', () => {
    const { fields, problem } = readFrontMatter(
      file('__proto__: {polluted: 1}\nconstructor: x\nrun: !!js/function "alert(1)"'),
    );
    expect(problem).toBeNull();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(fieldValues(fields, '__proto__')).toEqual([]);
    expect(fieldValues(fields, 'toString')).toEqual([]);
    expect(fieldValue(fields, 'run')).toBe('alert(1)');
  });
});
