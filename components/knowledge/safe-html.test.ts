import { describe, expect, it } from 'vitest';
import { markdownToHtml } from './markdown-to-html';
import { toSafeNodes } from './safe-html';

function show(html: string, base = 'https://docs.example/a/page'): HTMLElement {
  const holder = document.createElement('div');
  holder.append(toSafeNodes(html, base));
  return holder;
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img srcset="https://spy.example/a.png 1x" style="background:url(https://spy.example/b.png)">',
  '<picture><source srcset="https://spy.example/c.png"><img src="https://spy.example/d.png"></picture>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="java\nscript:alert(1)">a</a>',
  '<a href="&#x6A;avascript:alert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="https://user:secret@bank.example/">a</a>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<style>@import url(https://spy.example/e.css); *{background:url(https://spy.example/f.png)}</style>',
  '<link rel=stylesheet href=https://spy.example/g.css><meta http-equiv=refresh content="0;url=https://spy.example">',
  '<base href=https://spy.example/><iframe src=https://spy.example></iframe><object data=x></object><embed src=x>',
  '<form action=https://spy.example><input name=a autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>b</button></form>',
  '<p style="position:fixed;inset:0" class="fixed" id=root name=body onclick=alert(1) background=https://spy.example/h>t</p>',
  '<video poster=https://spy.example/i autoplay><source src=https://spy.example/j></video><audio src=x onerror=alert(1)>',
  '<table background=https://spy.example/k><td background=https://spy.example/l>x</td></table>',
  '<div id=getElementById><a name=location id=location>x</a><a id=location name=href href=https://spy.example>y</a></div>',
  '<x-panel onload=alert(1)>x</x-panel><p is="x-p">y</p><slot name=a></slot>',
];
const SHOWN_TAGS =
  /^(a|b|br|del|details|div|em|h\d|hr|i|li|mark|ol|p|pre|code|span|strong|summary|t\w+|ul|sup|section)$/;
const SHOWN_ATTRIBUTES = /^(href|title|lang|colspan|rowspan|start|dir|target|rel)$/;

function expectHarmless(shown: HTMLElement): void {
  for (const element of shown.querySelectorAll('*')) {
    expect(element.localName).toMatch(SHOWN_TAGS);
    expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml');
    for (const { name } of element.attributes) expect(name).toMatch(SHOWN_ATTRIBUTES);
    const href = element.getAttribute('href');
    if (href !== null) expect(href).toMatch(/^(https?:\/\/[^@]+|mailto:[^?]+)$/);
  }
}

describe('toSafeNodes', () => {
  it.each(HOSTILE)('takes what loads, runs or poses out of %s', (html) => {
    const shown = show(html);
    expectHarmless(shown);
    // Written and parsed once more it is still harmless.
    const again = document.createElement('div');
    again.innerHTML = shown.innerHTML;
    expectHarmless(again);
    expectHarmless(show(markdownToHtml(`before\n\n${html}\n\nafter`)));
  });

  it('keeps what text is made of', () => {
    const html =
      '<h2>Steps</h2><ol start="3"><li>Open <b>Reports</b></li></ol><pre><code>a &lt; b</code></pre><table><tr><td colspan="2">x</td></tr></table>';
    const shown = show(html);
    expect(shown.querySelector('ol')?.start).toBe(3);
    expect(shown.querySelector('td')?.colSpan).toBe(2);
    expect(shown.textContent).toBe('StepsOpen Reportsa < bx');
    expect(shown.querySelector('h2')?.dir).toBe('auto');
  });

  it('opens links in a tab of their own, relative ones on their own site', () => {
    const shown = show(
      '<a href="../b?c=1">b</a><a href="mailto:help@quarry.example">m</a><a href="//d.example">d</a>',
    );
    const links = [...shown.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://docs.example/b?c=1',
      'mailto:help@quarry.example',
      'https://d.example/',
    ]);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
    }
    expect(show('<a href="/b">b</a>', '').querySelector('a')?.hasAttribute('href')).toBe(false);
  });

  it('says in words where a picture or a tick was', () => {
    expect(show('<p>See <img src="x.png" alt="the red box"> here</p>').textContent).toBe(
      'See [picture: the red box] here',
    );
    expect(show(markdownToHtml('- [x] done\n- [ ] open')).textContent).toMatch(/☑ +done\s+☐ +open/);
  });

  it('shows Markdown with tables and code', () => {
    const shown = show(
      markdownToHtml('# Export\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n```\n<script>\n```'),
    );
    expect(shown.querySelectorAll('td')).toHaveLength(2);
    expect(shown.querySelector('pre')?.textContent).toContain('<script>');
    expect(shown.querySelector('script')).toBeNull();
  });
});
