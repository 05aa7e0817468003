import { toLine } from '@/lib/ticket/bounds';
import { nodeToText, selectAll } from '@/lib/ticket/dom';
import { emailIn } from './authors';
import { toMoment } from './dates';

/** What a page says of itself in schema.org words. */
export interface StructuredPost {
  readonly subject: string;
  readonly text: string;
  readonly name: string;
  readonly email: string;
  readonly at: number | null;
}

const MAX_ITEMS = 3_000;
/** More would be slow to parse when it is nested deeply. */
const MAX_HTML = 30_000;
const POSTS = /(Question|Posting|Message|Comment|Answer|Conversation|Review)$/;

function textOf(value: unknown, depth = 0): string {
  const first = Array.isArray(value) ? value[0] : value;
  if (first && typeof first === 'object' && depth < 2)
    return textOf(first.name ?? first['@value'], depth + 1);
  return typeof first === 'string' ? first : '';
}

/** JSON-LD, depth first in the order of the page, without recursion: a hostile graph is as deep as it likes. */
export function readStructuredPosts(page: Document, dayFirst: boolean): StructuredPost[] {
  const posts: StructuredPost[] = [];
  for (const script of selectAll(page, 'script[type="application/ld+json"]').slice(0, 50)) {
    const stack: unknown[] = [];
    try {
      stack.push(JSON.parse((script.textContent ?? '').slice(0, 1_000_000)));
    } catch {}
    for (let seen = 0; stack.length > 0 && seen < MAX_ITEMS; seen += 1) {
      const item = stack.pop() as Record<string, unknown>;
      if (!item || typeof item !== 'object') continue;
      stack.push(...Object.values(item).slice(0, MAX_ITEMS).reverse());
      if (![item['@type']].flat().some((type) => POSTS.test(String(type)))) continue;
      const author = [item.author ?? item.sender ?? item.creator].flat()[0] as
        | { email?: unknown }
        | undefined;
      const text = textOf(item.text ?? item.articleBody ?? item.description);
      const html =
        /<[a-z]/i.test(text) && new DOMParser().parseFromString(text.slice(0, MAX_HTML), 'text/html').body;
      posts.push({
        subject: toLine(textOf(item.headline ?? item.name)),
        text: (html ? nodeToText(html).text : text).trim(),
        name: toLine(textOf(author)),
        email: emailIn(textOf(author?.email)),
        at: toMoment(textOf(item.dateSent ?? item.dateCreated ?? item.datePublished), dayFirst),
      });
    }
  }
  return posts;
}
