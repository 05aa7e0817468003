import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { toInertPhrasing } from './inert-text';
import { cleanText } from './text';

/** Code in guillemets, so that a test reads like the sentence. */
const show = (text: string) =>
  toInertPhrasing(text)
    .map((node) =>
      node.type === 'inlineCode' ? `«${node.value}»` : node.type === 'text' ? node.value : '\n',
    )
    .join('');
const toValue = (node: PhrasingContent) => ('value' in node ? node.value : '\n');

describe('toInertPhrasing', () => {
  it.each([
    ['Saving fails since Monday.', 'Saving fails since Monday.'],
    ['see https://evil.example/a?b=1, please', 'see «https://evil.example/a?b=1», please'],
    ['(www.evil.example).', '(«www.evil.example»).'],
    ['<https://evil.example>', '<«https://evil.example»>'],
    ['write to anna.b+c@mail.example.', 'write to «anna.b+c@mail.example».'],
    ['mailto:anna@mail.example', '«mailto:anna@mail.example»'],
    ['thanks @everyone and @org/team!', 'thanks «@everyone» and «@org/team»!'],
    ['fixes #1, closes org/repo#22', 'fixes «#1», closes «org/repo#22»'],
    ['see GH-123, APP-7 and !12', 'see «GH-123», «APP-7» and «!12»'],
    ['commit 9ba12248 broke r123', 'commit «9ba12248» broke «r123»'],
    ['commit:abc source:trunk/a.c attachment:x.png', '«commit:abc» «source:trunk/a.c» «attachment:x.png»'],
    ['document:"Big plan" is old', '«document:"Big plan"» is old'],
    ['[[Start Page|here]] {{toc}} {{collapse(x)', '«[[Start Page|here]]» «{{toc}}» «{{»collapse(x)'],
    ['/close\nnot /close', '«/close»\nnot /close'],
    ['  /assign @me', '  «/assign» «@me»'],
    ['~bug %"next week" $3 &4 ##5 #note-6', '«~bug» «%"next week"» «$3» «&4» «##5» «#note-6»'],
    ['nice :smile: at 12:30:45', 'nice «:smile:» at 12:30:45'],
    ['[issue:12] a[0]', '«[issue:12]» a[0]'],
    ['a # b @ c 100% ok?', 'a # b @ c 100% ok?'],
    ['#1#2', '«#1#2»'],
    ['ask X@. or !:a', 'ask «X@». or «!:a»'],
    ['!http://t.co/pixel.png!', '«!http://t.co/pixel.png»!'],
    ['\u202Eevil\u0007\r\nnext', 'evil\nnext'],
  ])('%j', (text, expected) => expect(show(text)).toBe(expected));

  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        '@a',
        '#1',
        'http://x.y/',
        'www.a.b',
        '[[',
        ']]',
        '{{',
        '}}',
        '!',
        '`',
        '\n',
        ' ',
        'a@b.c',
        'r1',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
  );

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const text = parts.join('');
        expect(toInertPhrasing(text).map(toValue).join('')).toBe(cleanText(text));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no mention, reference or address in text', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const node of toInertPhrasing(parts.join(''))) {
          if (node.type !== 'text') continue;
          expect(node.value).not.toMatch(/@[a-z0-9]|#\d|[a-z]:\/\/|www\.|\[\[|\{\{/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '@',
    'a',
    '[[',
    '{{',
    'a.',
    'A-',
    ':',
    '#',
    'a1',
    '/',
    '%"',
    'w',
    '@a',
    '#a',
    'a@',
    '-',
    '"',
    '~-',
  ])('takes linear time for 200 kB of %j', (unit) => {
    const long = unit.repeat(200_000 / unit.length);
    expect(toInertPhrasing(long)).toBeDefined();
    expect(toInertPhrasing(`http://${long}!#12`)).toBeDefined();
  });
});
