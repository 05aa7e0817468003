import fc from 'fast-check';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { toInertPhrasing } from './inert-text';
import { toMarkdown } from './markdown';

const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The tree as nested names, runs of text joined: what a reader sees, without positions. */
function shape(node: Nodes): unknown {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return [node.type, node.value];
  if (node.type === 'break') return 'break';
  const children = 'children' in node ? node.children.map(shape) : [];
  const joined: unknown[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (Array.isArray(child) && Array.isArray(last) && child[0] === 'text' && last[0] === 'text')
      last[1] += child[1];
    else joined.push(child);
  }
  return [node.type, ...joined];
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

function build(lines: string[]): Root {
  // What `escalation/to-issue.ts` builds: one paragraph per block of lines, no blank lines inside.
  const phrasing = toInertPhrasing(lines.filter((line) => line.trim()).join('\n') || 'x');
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 3, children: [text('Problem')] },
      { type: 'paragraph', children: phrasing },
      {
        type: 'list',
        ordered: true,
        start: 1,
        spread: false,
        children: [
          { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: phrasing }] },
        ],
      },
      { type: 'blockquote', children: [{ type: 'paragraph', children: phrasing }] },
      { type: 'code', value: lines.join('\n') },
      { type: 'paragraph', children: [text('Baton key: '), { type: 'inlineCode', value: 'abc' }] },
    ],
  };
}

const SNIPPETS = [
  '# h',
  '- item',
  '1. one',
  '> quote',
  '| a | b |',
  '--- | ---',
  '|---|',
  ':-- | :-:',
  '```',
  '~~~',
  '---',
  '===',
  '<b>x</b>',
  '<!-- hidden -->',
  '<script>',
  '&amp;',
  '&#64;',
  '![p](https://t.co/pixel)',
  '[x](javascript:1)',
  '[x]: javascript:alert(1)',
  '[x]',
  '[ ] task',
  '[x] done',
  '[^1]',
  '[^1]: note',
  '~~gone~~',
  '~gone~',
  '*b*',
  '_i_',
  '__b__',
  '`code`',
  '``',
  '`',
  '\\',
  '\\*',
  'https://a.example',
  'www.a.example',
  'a@b.example',
  '@everyone',
  '#12',
  'fixes #1',
  '/close',
  '    indented',
  '\tindented',
  'a  ',
  '+ plus',
  '* star',
  '2) two',
  'x^2',
  '$a$',
  '!',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '|',
  '~',
  '-',
  '=',
  'ftp://x',
  'http:/',
  'mailto:',
  'A-1',
  'ｗｗｗ．',
  '😀',
  'é',
  '字',
];
const hostileLine = fc
  .array(
    fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constant(' ')),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join('').replace(/[\r\n]/g, ' '));

describe('toMarkdown', () => {
  it('writes what people write', () => {
    expect(toMarkdown(build(['Open a & b', 'fixes #1']))).toMatchInlineSnapshot(`
      "### Problem

      Open a & b  
      fixes \`#1\`

      1. Open a & b  
         fixes \`#1\`

      > Open a & b  
      > fixes \`#1\`

      \`\`\`
      Open a & b
      fixes #1
      \`\`\`

      Baton key: \`abc\`
      "
    `);
  });

  it('hostile text stays text: parsed as GFM, the tree is the one that was built', () => {
    fc.assert(
      fc.property(fc.array(hostileLine, { maxLength: 5 }), (lines) => {
        const root = build(
          lines.map((line) =>
            line
              .replace(/[^\P{White_Space} ]/gu, ' ')
              .trim()
              .replace(/ +/g, ' '),
          ),
        );
        expect(shape(parse(toMarkdown(root)))).toEqual(shape(root));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('builds nothing out of text even with odd blanks', () => {
    const kinds = (node: Nodes): string[] => [
      node.type,
      ...('children' in node ? node.children.flatMap(kinds) : []),
    ];
    const allowed = new Set(
      'root heading paragraph text list listItem blockquote code inlineCode break'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(hostileLine, { maxLength: 5 }), (lines) => {
        const found = kinds(parse(toMarkdown(build(lines))));
        expect(found.filter((kind) => !allowed.has(kind))).toEqual([]);
        expect(found.filter((kind) => kind === 'heading' || kind === 'list' || kind === 'code')).toHaveLength(
          3,
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('makes the fence longer than any fence inside', () => {
    const markdown = toMarkdown({ type: 'root', children: [{ type: 'code', value: '```\n````\n# x' }] });
    expect(markdown).toBe('`````\n```\n````\n# x\n`````\n');
  });
});
