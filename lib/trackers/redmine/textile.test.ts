import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { toTextile } from './textile';
import { fitsInCode, toTextileText, toTextileUrl } from './textile-text';

const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

describe('toTextileText', () => {
  it.each([
    ['It is user-friendly (a_b), 5 * 3; ok.', 'It is user-friendly &#40;a_b&#41;, 5 &#42; 3; ok.'],
    ['h1. head', 'h1&#46; head'],
    ['*b* _i_ -d- @c@ ??q??', '&#42;b* &#95;i_ &#45;d- &#64;c&#64; &#63;&#63;q?&#63;'],
    ['!x.png! "a":/b', '&#33;x.png! &#34;a&#34;&#58;&#47;b'],
    ['[[Wiki]] {{toc}} #12 r12', '&#91;&#91;Wiki&#93;&#93; &#123;&#123;toc&#125;&#125; &#35;12 &#114;12'],
    ['<pre> & | = x%x%', '&#60;pre&#62; &#38; &#124; &#61; x&#37;x&#37;'],
    ['http://a www.b c@d', 'http&#58;&#47;&#47;a www&#46;b c&#64;d'],
    ['Zeit: früh 😀', 'Zeit: früh 😀'],
  ])('%j', (text, expected) => expect(toTextileText(text)).toBe(expected));

  it('says the same once the references are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, everything) => {
        fc.pre(!/&#\d/.test(text));
        expect(decode(toTextileText(text, everything))).toBe(text);
      }),
    );
  });

  it('leaves nothing that begins a tag, link, list, table, macro or phrase', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (text) => {
        const bare = toTextileText(text).replace(/&#\d+;/g, ';');
        expect(bare).not.toMatch(/[<>"@#|[\]{}=\\&]|(^|[\s(>])[*_+^~%?!`/-]|:\S|^[a-z]+\d*\. /);
      }),
    );
  });
});

describe('toTextile', () => {
  const text = (value: string) => ({ type: 'text' as const, value });
  const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] });

  it('writes each block it knows', () => {
    const root: Root = {
      type: 'root',
      children: [
        { type: 'heading', depth: 3, children: [text('Problem')] },
        {
          type: 'paragraph',
          children: [
            { type: 'inlineCode', value: '#12' },
            { type: 'break' },
            { type: 'break' },
            { type: 'strong', children: [text('Hit')] },
            text(' '),
            { type: 'link', url: 'https://desk.example/t?a=(1)&b=@x@', children: [text('#1')] },
            text('.'),
          ],
        },
        {
          type: 'list',
          ordered: true,
          children: [{ type: 'listItem', children: [paragraph('Open'), paragraph('and wait')] }],
        },
        { type: 'blockquote', children: [paragraph('one'), paragraph('two')] },
        { type: 'code', value: 'a\n\n<b> #1' },
        { type: 'code', value: 'x</pre>\n!y!' },
        { type: 'html', value: '<b>x</b>' },
      ],
    };
    expect(toTextile(root)).toBe(`h3. Problem

p. <code>#12</code>
&#160;
*Hit* "&#35;1":https://desk.example/t?a=%281%29&b=%40x%40 .

# Open
and wait

> one
>
> two

<pre>
a

<b> #1
</pre>

x&#60;&#47;pre&#62;
&#33;y!

&#60;b&#62;x&#60;&#47;b&#62;
`);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil', 'https://a:b@evil.example/'])(
    'makes no link of %s',
    (url) => {
      const root: Root = {
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'link', url, children: [text('go')] }] }],
      };
      expect(toTextile(root)).toBe('go\n');
    },
  );

  it('keeps out of code what RedCloth would read there', () => {
    expect(['</pre>', '<CODE>', ' :redsh#1:', 'x%x%', '{{macro(0)}}'].filter(fitsInCode)).toEqual([]);
    expect(toTextileUrl(new URL('http://[::1]:3000/a.'))).toBe('http://[::1]:3000/a%2E');
  });
});
