// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { htmlToText } from './html-to-text';

describe('htmlToText', () => {
  it.each([
    ['<h2>Export</h2><p>Open  the\n menu,<br>then <b>save</b>.</p>', 'Export\nOpen the menu,\nthen save.'],
    ['<ul><li>one<li>two</ul>after', '- one\n- two\nafter'],
    ['<table><tr><th>Code<th>Means<tr><td>E-12<td>full</table>', 'Code | Means\nE-12 | full'],
    ['<pre>a\n  b</pre><p>c', 'a\n  b\nc'],
    ['5 &lt; 6 &amp; 7 &#128512; &nbsp;x', '5 < 6 & 7 😀 x'],
    ['a<script>alert(1)</script><style>p{}</style><template>t</template><svg><text>s</text></svg>b', 'ab'],
    ['<title>t</title><p>seen', 'seen'],
    ['a<!-- c --><![CDATA[x]]>b', 'ab'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['<p>A\u202Egpj.exe\u0000</p>', 'Agpj.exe'],
    ['plain', 'plain'],
    ['', ''],
  ])('%j', (html, text) => expect(htmlToText(html)).toBe(text));

  it('takes any nesting and any size', () => {
    expect(htmlToText(`<p>seen</p>${'<div>'.repeat(500)}deep`)).toBe('seen\ndeep');
    expect(htmlToText(`<p>seen</p>${'<div>'.repeat(200_000)}too deep`)).toBe('seen');
    expect(htmlToText(`<p>${'x'.repeat(9_998)}<b>over</b> the &amp; border`)).toContain('over the & border');
    const long = htmlToText('<p>lorem ipsum</p>'.repeat(600_000));
    expect(long.length).toBe(LIMITS.text);
  });

  it('never throws, never exceeds the limit, leaves no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (html) => {
        const text = htmlToText(html);
        expect(text.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is left is what is tested
        expect(text).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/);
      }),
    );
  });
});
