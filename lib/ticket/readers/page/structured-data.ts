import { attribute, selectAll } from '@/lib/ticket/dom';

type Item = Readonly<Record<string, unknown>>;

/** What a page says of itself in schema.org words, before any cleaning. */
export interface StructuredPost {
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  readonly author: string;
  readonly email: string;
  readonly at: string;
}

const MAX_SCRIPTS = 50;
const MAX_ITEMS = 3_000;
const MAX_JSON = 1_000_000;
const POSTS =
  /(?:^|\/)(Question|DiscussionForumPosting|SocialMediaPosting|EmailMessage|Message|Comment|Answer|Conversation|Review)$/;
/** Where schema.org nests further posts (schema.org/QAPage, schema.org/DiscussionForumPosting). */
const CHILDREN = [
  '@graph',
  'mainEntity',
  'comment',
  'acceptedAnswer',
  'suggestedAnswer',
  'hasPart',
  'itemListElement',
  'item',
];

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function textOf(value: unknown): string {
  const first = listOf(value)[0];
  if (typeof first === 'string' || typeof first === 'number') return String(first);
  return isItem(first) ? textOf(first.name ?? first['@value'] ?? '') : '';
}

function toPost(item: Item): StructuredPost | null {
  const type = listOf(item['@type']).find((name) => typeof name === 'string' && POSTS.test(name));
  if (typeof type !== 'string') return null;
  const author = listOf(item.author ?? item.sender ?? item.creator)[0];
  return {
    type: type.replace(/^.*\//, ''),
    subject: textOf(item.headline ?? item.name ?? item.about),
    text: textOf(item.text ?? item.articleBody ?? item.description),
    author: textOf(author),
    email: isItem(author) ? textOf(author.email).replace(/^mailto:/i, '') : '',
    at: textOf(item.dateSent ?? item.dateCreated ?? item.datePublished ?? item.dateReceived),
  };
}

/** Depth first in the order of the page, without recursion: a hostile graph is as deep as it likes. */
function collect(roots: readonly unknown[]): StructuredPost[] {
  const posts: StructuredPost[] = [];
  const stack: unknown[] = [...roots].reverse();
  for (let seen = 0; stack.length > 0 && seen < MAX_ITEMS; seen += 1) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value.slice(0, MAX_ITEMS).reverse());
    else if (isItem(value)) {
      const post = toPost(value);
      if (post) posts.push(post);
      for (const key of CHILDREN.toReversed()) if (Object.hasOwn(value, key)) stack.push(value[key]);
    }
  }
  return posts;
}

function parseJson(text: string): unknown {
  try {
    return text.length <= MAX_JSON ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** One microdata item in the shape of JSON-LD; nested items stay with the item that holds them. */
function toItem(scope: Element, depth: number): Item {
  const item: Record<string, unknown> = Object.create(null);
  item['@type'] = attribute(scope, 'itemtype');
  for (const element of selectAll(scope, '[itemprop]').slice(0, MAX_ITEMS)) {
    if (Element.prototype.closest.call(element.parentElement ?? scope, '[itemscope]') !== scope) continue;
    const nested = attribute(element, 'itemtype') !== '' && depth < 5;
    const value = nested
      ? toItem(element, depth + 1)
      : attribute(element, 'content') || attribute(element, 'datetime') || (element.textContent ?? '');
    for (const name of attribute(element, 'itemprop').split(/\s+/)) {
      const held = item[name];
      item[name] = held === undefined ? value : [...listOf(held), value];
    }
  }
  return item;
}

/** JSON-LD first, else microdata: pages that carry both say the same twice. */
export function readStructuredPosts(page: Document): StructuredPost[] {
  const scripts = selectAll(page, 'script[type="application/ld+json"]').slice(0, MAX_SCRIPTS);
  const posts = collect(scripts.map((script) => parseJson(script.textContent ?? '')));
  if (posts.length > 0) return posts;
  const scopes = selectAll(page, '[itemscope][itemtype*="schema.org/"]').filter(
    (scope) => !Element.prototype.closest.call(scope.parentElement ?? page.documentElement, '[itemscope]'),
  );
  return collect(scopes.slice(0, MAX_SCRIPTS).map((scope) => toItem(scope, 0)));
}
