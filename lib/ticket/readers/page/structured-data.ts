import { selectAll } from '@/lib/ticket/dom';

type Item = Readonly<Record<string, unknown>>;

/** What a page says of itself in schema.org words, before any cleaning. */
export interface StructuredPost {
  readonly subject: string;
  readonly text: string;
  readonly author: string;
  readonly email: string;
  readonly at: string;
}

const MAX_ITEMS = 3_000;
const MAX_JSON = 1_000_000;
const POSTS = /(^|\/)(Question|\w+Posting|EmailMessage|Message|Comment|Answer|Conversation|Review)$/;
/** Where schema.org nests further posts (schema.org/QAPage, schema.org/DiscussionForumPosting). */
const CHILDREN =
  '@graph mainEntity comment acceptedAnswer suggestedAnswer hasPart itemListElement item'.split(' ');

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function textOf(value: unknown): string {
  const first = firstOf(value);
  if (isItem(first)) return typeof first.name === 'object' ? '' : textOf(first.name ?? first['@value']);
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
}

function toPost(item: Item): StructuredPost | null {
  if (![item['@type']].flat().some((type) => typeof type === 'string' && POSTS.test(type))) return null;
  const author = firstOf(item.author ?? item.sender ?? item.creator);
  return {
    subject: textOf(item.headline ?? item.name ?? item.about),
    text: textOf(item.text ?? item.articleBody ?? item.description),
    author: textOf(author),
    email: isItem(author) ? textOf(author.email).replace(/^mailto:/i, '') : '',
    at: textOf(item.dateSent ?? item.dateCreated ?? item.datePublished),
  };
}

/** JSON-LD, depth first in the order of the page, without recursion: a hostile graph is as deep as it likes. */
export function readStructuredPosts(page: Document): StructuredPost[] {
  const posts: StructuredPost[] = [];
  const stack: unknown[] = selectAll(page, 'script[type="application/ld+json"]').slice(0, 50).reverse();
  for (let seen = 0; stack.length > 0 && seen < MAX_ITEMS; seen += 1) {
    let value = stack.pop();
    if (value instanceof Element) {
      const text = value.textContent ?? '';
      try {
        value = text.length <= MAX_JSON ? JSON.parse(text) : null;
      } catch {
        continue;
      }
    }
    if (Array.isArray(value)) stack.push(...value.slice(0, MAX_ITEMS).reverse());
    else if (isItem(value)) {
      const post = toPost(value);
      if (post) posts.push(post);
      for (const key of CHILDREN.toReversed()) if (Object.hasOwn(value, key)) stack.push(value[key]);
    }
  }
  return posts;
}
