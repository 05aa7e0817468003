// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSections } from './lines';
import { markdownToText } from './text';

describe('markdownToText', () => {
  it.each([
    ['headings', '# One #\n\nTwo\n===\n\nThree\n---\n', 'One\n\nTwo\n\nThree'],
    [
      'emphasis',
      '**bold** _it_ ~~gone~~ a_b_c 2 * 3 `a*b` `__init__`',
      'bold it gone a_b_c 2 * 3 a*b __init__',
    ],
    [
      'links',
      '[text](https://a.example "t") ![shot](x.png) [ref][1] <https://b.example>',
      'text shot ref https://b.example',
    ],
    ['definitions', '[1]: https://a.example\n[^n]: a note', '[^n]: a note'],
    ['lists', '* a\n+ b\n- [x] c\n1. d', '- a\n- b\n- c\n1. d'],
    ['quotes', '> > said', 'said'],
    ['rules', 'a\n\n***\n\nb', 'a\n\nb'],
    ['tables', '| a | b |\n|---|:-:|\n| c | d |', 'a | b\n\n c | d'],
    ['code', '```js\nif (a < b) *x*\n# no\n```\nend', 'if (a < b) *x*\n# no\n\nend'],
    ['code that never ends', '~~~\n<b>', '<b>'],
    ['escapes and entities', '\\*a\\* &lt;b&gt; &amp;amp; &copy;', '*a* <b> &amp; &copy;'],
    ['HTML', '<p align="x">a<br>b</p> 1 < 2', 'a b  1 < 2'],
    ['comments', 'a <!-- b\nc --> d', 'a \n d'.replace(' \n', '\n')],
    ['scripts', '<script>alert(1)\n`x`</script> d <STYLE>p{}</style>', 'd'],
  ])('%s', (_name, markdown, text) => {
    expect(markdownToText(markdown)).toBe(text);
  });

  it('leaves no script, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<script>', 'alert(1)', '</script>', '`', '<!--', '-->', '\n', ' ', 'a', '*'),
          { maxLength: 40 },
        ),
        (parts) => {
          expect(markdownToText(`${parts.join('')}`)).toBe(markdownToText(parts.join('')));
        },
      ),
    );
    expect(markdownToText('<script>alert(1)</script>'.repeat(200))).not.toMatch(/<script/);
  });

  // Each took micromark seconds to minutes.
  it.each([
    '>',
    '~a~~b',
    '[a](',
    '[',
    '`',
    '<a ',
    '<!--',
    '**a ',
    '_a',
    '![',
    '|',
    '- ',
    '> - ',
    '#',
    '\\',
    '[a][b',
  ])('takes a long run of %j', (part) => {
    expect(markdownToText(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(50_000);
  });

  it('cuts, cleans and never throws', () => {
    expect(markdownToText(`a\u202E${'x'.repeat(300_000)}`)).toHaveLength(50_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(markdownToText(any).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('splitSections', () => {
  it('parts the text at its headings, but not in code', () => {
    expect(splitSections('intro\n# A\na\n```\n# no\n```\nB\n---\nb\n### C')).toEqual([
      { heading: '', level: 0, markdown: 'intro' },
      { heading: 'A', level: 1, markdown: 'a\n```\n# no\n```' },
      { heading: 'B', level: 2, markdown: 'b' },
      { heading: 'C', level: 3, markdown: '' },
    ]);
  });
});
