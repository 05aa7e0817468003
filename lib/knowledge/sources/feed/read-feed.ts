import type { Article } from '@/lib/knowledge/article';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { toAddress, toBody, toLine, toLines, toMoment, toTitle } from '@/lib/knowledge/text/foreign-text';
import { htmlToText } from '@/lib/knowledge/text/html-to-text';
import { childOf, findElements, textOf, type XmlElement } from '@/lib/knowledge/text/xml-elements';

/** More items than this in one document are cut: a feed shows what is new. */
const MAX_ITEMS = 2_000;
const ROOTS = new Set(['feed', 'rss', 'rdf:RDF', 'RDF']);

export interface FeedPage {
  readonly put: readonly Article[];
  readonly broken: readonly BrokenRecord[];
  /** Address of the older part (RFC 5005 and Atom's rel=next); empty = none. */
  readonly next: string;
}

/** Atom: `alternate` is the page for people, and what a link without rel means. */
function linkOf(item: XmlElement): string {
  const links = item.children.filter(({ name }) => name === 'link');
  const alternate = links.find(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate' && attributes.has('href'),
  );
  return alternate?.attributes.get('href') ?? links.find(({ text }) => text.trim())?.text.trim() ?? '';
}

/** Markup: RSS and Atom's type=html escape it, Atom's xhtml holds it. */
function contentOf(item: XmlElement): string {
  const element = childOf(item, 'content:encoded', 'content', 'description', 'summary');
  if (!element) return '';
  const type = element.attributes.get('type') ?? 'html';
  if (type === 'xhtml') return element.inner;
  if (type === 'text') return element.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return element.text;
}

const toHtmlTitle = (title: string) => (/<|&\w+;/.test(title) ? htmlToText(title) : title);

function toArticle(item: XmlElement, base: string, audience: Article['audience']): Article {
  const link = toAddress(linkOf(item), base);
  const guid = textOf(item, 'id', 'guid') || (item.attributes.get('rdf:about') ?? '');
  const html = contentOf(item);
  const text = htmlToText(html);
  const date = toMoment(textOf(item, 'updated', 'pubDate', 'dc:date', 'published'));
  const author = childOf(item, 'author', 'dc:creator');
  const categories = item.children.filter(({ name }) => name === 'category' || name === 'dc:subject');
  return {
    kind: 'article',
    id: toLine(guid, 1_000) || link,
    title: toTitle(textOf(item, 'title')) || toTitle(toHtmlTitle(text.split('\n')[0] ?? '')),
    text,
    body: toBody('html', html),
    labels: toLines(
      categories.map(
        ({ text: words, attributes }) => attributes.get('label') ?? attributes.get('term') ?? words,
      ),
    ),
    audience,
    owner: toLine(author && (textOf(author, 'name') || author.text)),
    verifiedAt: null,
    url: link,
    createdAt: toMoment(textOf(item, 'published', 'pubDate', 'dc:date')) ?? date,
    updatedAt: date,
  };
}

/** Null when it is no feed at all. Items are taken each by itself; one without a name or title is told. */
export function readFeed(xml: string, base: string, audience: Article['audience']): FeedPage | null {
  const { root, elements } = findElements(xml, new Set(['entry', 'item', 'link', 'atom:link']));
  if (!ROOTS.has(root)) return null;
  const items = elements.filter(({ name }) => name === 'entry' || name === 'item');
  const put: Article[] = [];
  const broken: BrokenRecord[] = [];
  for (const [index, item] of items.slice(0, MAX_ITEMS).entries()) {
    const article = toArticle(item, base, audience);
    const missing =
      article.id === '' ? 'has no id and no address' : article.title === '' ? 'has no title' : '';
    if (missing) broken.push({ id: article.id || `number ${index + 1} of the feed`, reason: missing });
    else put.push(article);
  }
  if (items.length > MAX_ITEMS)
    broken.push({ id: 'the feed', reason: `has ${items.length} items; the first ${MAX_ITEMS} were taken` });
  const next = elements.find(
    ({ name, attributes }) => /link$/.test(name) && attributes.get('rel') === 'next',
  );
  return { put, broken, next: toAddress(next?.attributes.get('href'), base) };
}
