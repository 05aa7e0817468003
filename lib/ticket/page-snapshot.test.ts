import { beforeEach, describe, expect, it } from 'vitest';
import { takeSnapshot } from './page-snapshot';

beforeEach(() => {
  document.head.innerHTML = '<title>Ticket 7</title><meta name="csrf-token" content="x"><style>p{}</style>';
  // jsdom has no layout: what the style attribute says is all there is to know.
  Element.prototype.checkVisibility = function (this: Element) {
    return (
      !/display: ?none|opacity: ?0/.test(this.getAttribute('style') ?? '') && !this.hasAttribute('hidden')
    );
  };
});

function seen(body: string): Document {
  document.body.innerHTML = body;
  return new DOMParser().parseFromString(takeSnapshot(document), 'text/html');
}

describe('a snapshot', () => {
  it('holds what people see, with structure and without style', () => {
    const page = seen(
      '<main class="t" style="color:red"><h1 id="s">Export &lt;b&gt; stops</h1><time datetime="2026">now</time></main>',
    );
    expect(page.title).toBe('Ticket 7');
    expect(page.body.innerHTML).toBe(
      '<main class="t"><h1 id="s">Export &lt;b&gt; stops</h1><time datetime="2026">now</time></main>',
    );
    expect(page.documentElement.hasAttribute('data-as-seen')).toBe(true);
  });

  it.each([
    [
      'hidden panes',
      '<section hidden>Other ticket</section><section style="display:none">Other ticket</section>',
    ],
    ['drafts', '<div contenteditable="true">Dear</div><textarea>Dear</textarea>'],
    ['scripts and frames', '<script>secret()</script><iframe srcdoc="x"></iframe><template>x</template>'],
  ])('leaves out %s', (_, html) => expect(seen(html).body.innerHTML).toBe(''));

  it('says that the page asks for a password and nothing of it', () => {
    const page = seen('<input type="password" name="pin" title="secret" value="secret"><input type="file">');
    expect(page.body.innerHTML).toBe('<input type="password">');
  });

  it('keeps structured data, which cannot break out', () => {
    const page = seen('<script type="application/ld+json">{"text":"</scr" + "<b>"}</script><p>Text</p>');
    expect(page.querySelectorAll('script')).toHaveLength(1);
    expect(page.querySelector('p')?.textContent).toBe('Text');
  });

  it('holds what is chosen now', () => {
    document.body.innerHTML =
      '<select><option selected>New</option><option>Open</option></select><input value="old">';
    (document.querySelector('select') as HTMLSelectElement).selectedIndex = 1;
    (document.querySelector('input') as HTMLInputElement).value = 'typed';
    const page = new DOMParser().parseFromString(takeSnapshot(document), 'text/html');
    expect(page.querySelector('option[selected]')?.textContent).toBe('Open');
    expect(page.querySelector('input')?.getAttribute('value')).toBe('typed');
  });

  it('looks into shadow roots and slots', () => {
    document.body.innerHTML = '<x-card><b>Slotted</b></x-card>';
    const root = (document.querySelector('x-card') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<h2>In the shadow</h2><slot></slot>';
    const page = new DOMParser().parseFromString(takeSnapshot(document), 'text/html');
    expect(page.body.textContent).toBe('In the shadowSlotted');
  });

  it('is not fooled by fields that clobber, nor by handlers', () => {
    const page = seen(
      '<form id="f" onsubmit="x()"><input name="childNodes"><input name="localName"><p>Text</p></form>',
    );
    expect(page.querySelector('form')?.getAttribute('onsubmit')).toBeNull();
    expect(page.querySelector('p')?.textContent).toBe('Text');
  });

  it('changes nothing on the page and stays within bounds', () => {
    document.body.innerHTML = `<p>${'long '.repeat(2_000_000)}</p><p>after</p>`;
    const before = document.body.childNodes.length;
    expect(takeSnapshot(document).length).toBeLessThan(12_000_000);
    expect(document.body.childNodes).toHaveLength(before);
  });
});
