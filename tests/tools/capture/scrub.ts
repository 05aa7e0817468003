import type { Recorded } from '../../contracts/reader-contract';
import type { Pseudonyms } from './pseudonyms';

/** Attributes by which readers find their way; their words are the product's, not the customer's. */
const STRUCTURE =
  /^(id|class|name|type|role|rel|for|lang|dir|datetime|itemprop|itemtype|itemscope|colspan|rowspan|data-(test|testid|test-id|cy|qa|type|status|state|role|page|controller|action|target|itemtype|actortype).*)$/;
const ADDRESSES = /^(href|src|action|data-(href|src|url))$/;
/** Seconds or milliseconds since 1970 are no phone numbers. */
const EPOCH = /^1[4-9]\d{8}(?:\d{3})?$/;

/** `<mira@harbor.test>` is an address, no markup. */
const HTML = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;

interface Place {
  readonly own: URL;
  /** Host that takes the place of the desk's own. */
  readonly host: string;
}

/** A recording with every word of people replaced; structure, ids and times stay. */
export class Scrubber {
  constructor(
    private readonly words: Pseudonyms,
    private readonly place: Place,
  ) {}

  recording({ product, version, url, html, answers }: Recorded): Recorded {
    return {
      product,
      version,
      url: this.#url(url),
      html: this.html(html, true),
      answers: Object.fromEntries(
        Object.entries(answers).map(([path, answer]) => [
          decodeURIComponent(this.#url(path)).replaceAll('+', ' '),
          this.#json(answer, ''),
        ]),
      ),
    };
  }

  html(html: string, whole: boolean): string {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const walker = page.createTreeWalker(
      page,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
    );
    const gone: ChildNode[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === node.COMMENT_NODE) gone.push(node as Comment);
      else if (node.nodeType === node.TEXT_NODE) this.#textNode(node as Text, gone);
      else this.#element(node as Element, gone);
    }
    for (const node of gone) node.remove();
    return whole ? `<!doctype html>${page.documentElement.outerHTML}` : page.body.innerHTML;
  }

  #textNode(node: Text, gone: ChildNode[]): void {
    const parent = node.parentElement?.nodeName;
    if (parent === 'STYLE') gone.push(node);
    else if (parent !== 'SCRIPT') node.data = this.words.text(node.data);
  }

  #element(element: Element, gone: ChildNode[]): void {
    if (element.nodeName === 'SCRIPT' && !this.#data(element)) {
      gone.push(element);
      return;
    }
    for (const attribute of [...element.attributes]) {
      const { name, value } = attribute;
      if (name.startsWith('on') || name === 'nonce' || name === 'integrity') element.removeAttribute(name);
      else if (ADDRESSES.test(name)) attribute.value = this.#url(value);
      else if (!STRUCTURE.test(name)) attribute.value = this.#attribute(element, value);
    }
  }

  /** Tokens stand in `<meta>`; epoch times stay. */
  #attribute(element: Element, value: string): string {
    if (element.nodeName === 'META' && /csrf|token|nonce/i.test(element.getAttribute('name') ?? ''))
      return 'token';
    return EPOCH.test(value) ? value : this.words.text(value);
  }

  /** Embedded JSON is data of the page; any other script goes. */
  #data(script: Element): boolean {
    if (!/json/i.test(script.getAttribute('type') ?? '')) return false;
    try {
      script.textContent = JSON.stringify(this.#json(JSON.parse(script.textContent ?? ''), ''));
      return true;
    } catch {
      return false;
    }
  }

  #json(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#json(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.#json(item, name)]));
    if (typeof value !== 'string') return value;
    if (/token|secret|password|session|api_?key/i.test(key)) return 'token';
    if (/^(?:https?:\/\/|\/[\w.-]+\/)\S*$/.test(value)) return this.#url(value);
    if (EPOCH.test(value) || /^[\w.+-]+\/[\w.+-]+(?:;.*)?$/.test(value)) return value;
    if (key === 'link') return value.replace(/<([^>]*)>/g, (_, url: string) => `<${this.#url(url)}>`);
    return HTML.test(value) ? this.html(value, /<html[\s>]/i.test(value)) : this.words.text(value);
  }

  #url(raw: string): string {
    return this.words.url(raw, this.place.own, this.place.host);
  }
}
