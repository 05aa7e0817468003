import { describe, expect, it } from 'vitest';
import { htmlToText, nodeToText, selectAll } from './dom';
import { LIMITS } from './limits';

const text = (html: string) => htmlToText(html).text;

describe('htmlToText', () => {
  it.each([
    ['one<br>two<br><br>three', 'one\ntwo\n\nthree'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<div>one</div><div>two <b>bold</b>, end</div>', 'one\ntwo bold, end'],
    ['<ol><li>one</li><li>two<ul><li>sub</li></ul></li></ol>', '1. one\n2. two\n  - sub'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['a <a href="https://x.test/p">link</a> b', 'a link (https://x.test/p) b'],
    ['<a href="https://x.test/">https://x.test</a>', 'https://x.test'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="jAva&#9;script:alert(1)">x</a>', 'x'],
    ['<img alt="a cat" src="x"> and <img src="y">', '[a cat] and'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<p>  a \n  b&nbsp;c </p>', 'a b c'],
    ['a<script>1</script><style>2</style><template>3</template><!-- 4 -->b', 'ab'],
    ['مرحبا <b>שלום</b> สวัสดี 你好', 'مرحبا שלום สวัสดี 你好'],
  ])('%s', (html, expected) => expect(text(html)).toBe(expected));

  it('keeps quotes and signatures apart', () => {
    expect(
      htmlToText('<div>Yes.</div><blockquote>Do you?</blockquote><div class="gmail_signature">Ada</div>'),
    ).toEqual({
      text: 'Yes.',
      folded: 'Do you?\n\nAda',
      cut: false,
    });
  });

  it('says when it had to cut', () => {
    const result = htmlToText(`<p>${'x'.repeat(LIMITS.text + 10)}</p><p>end</p>`);
    expect(result.cut).toBe(true);
    expect(result.text.length).toBeLessThanOrEqual(LIMITS.text + 1);
  });

  it('does not let the parser drown in nesting', () => {
    const result = htmlToText(`<p>Hello</p>${'<div>'.repeat(100_000)}deep<script>alert(1)</script>`);
    expect(result.text.replace(/\s+/g, ' ')).toBe('Hello deep');
  });

  it('reads forms that name their fields after our methods', () => {
    const names = [
      'nodeName',
      'getAttribute',
      'hasAttribute',
      'attributes',
      'firstChild',
      'parentNode',
      'checkVisibility',
    ];
    const fields = names.map((name) => `<input name=${name}>`).join('');
    expect(text(`<p>Hello</p><form>${fields}you</form>`)).toBe('Hello\n\nyou');
  });

  it('changes nothing on the page it reads', () => {
    const page = new DOMParser().parseFromString(
      '<p hidden>x</p><p>y<textarea>z</textarea></p>',
      'text/html',
    );
    const before = page.documentElement.outerHTML;
    expect(nodeToText(page.body).text).toBe('y');
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('finds elements on a page that names its forms after our methods', () => {
    const page = new DOMParser().parseFromString(
      '<form name=querySelectorAll></form><form name=body></form><h1>x</h1>',
      'text/html',
    );
    expect(selectAll(page, 'h1')).toHaveLength(1);
  });
});
