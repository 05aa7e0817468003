import { Parser } from 'htmlparser2';
import type { Article } from '@/lib/knowledge/article';
import { toBody, toLine, toLines, toTitle } from '@/lib/knowledge/text/foreign-text';
import { htmlToText } from '@/lib/knowledge/text/html-to-text';
import type { ListedPage } from './list-pages';

/** Where pages keep what they are about, the surest first. */
const MAIN = ['main', 'article', 'body'] as const;
/** What stands on every page alike. */
const AROUND = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'dialog',
  'script',
  'style',
  'noscript',
  'template',
]);
const MAX_PAGE = 2_000_000;
/** The parser's time grows with the square of the nesting; no page is nested deeper. */
const MAX_DEPTH = 1_000;
const CHUNK = 10_000;

interface Seen {
  title: string;
  heading: string;
  metas: Map<string, string>;
  /** Markup of the first element of each kind, without what stands around it. */
  parts: Map<string, string>;
}

function scan(html: string): Seen {
  const seen: Seen = { title: '', heading: '', metas: new Map(), parts: new Map() };
  const open = new Map<string, { depth: number; from: number; html: string }>();
  let inTitle = false;
  let inHeading = false;
  let around = 0;
  let depth = 0;
  const cutAt = (end: number) => {
    for (const part of open.values()) part.html += html.slice(part.from, end);
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (name === 'meta')
          seen.metas.set(
            (attributes.name ?? attributes.property ?? '').toLowerCase(),
            attributes.content ?? '',
          );
        if (name === 'title') inTitle = seen.title === '';
        if (name === 'h1') inHeading = seen.heading === '';
        if (AROUND.has(name)) {
          if (around === 0) cutAt(parser.startIndex);
          around += 1;
        }
        const isMain = MAIN.some((main) => main === name) || attributes.role === 'main';
        if (isMain && around === 0) {
          const kind = attributes.role === 'main' ? 'main' : name;
          if (!seen.parts.has(kind) && !open.has(kind))
            open.set(kind, { depth, from: parser.endIndex + 1, html: '' });
        }
      },
      ontext(text) {
        if (inTitle) seen.title += text;
        if (inHeading) seen.heading += text;
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (name === 'h1') inHeading = false;
        for (const [kind, part] of open) {
          if (part.depth !== depth) continue;
          seen.parts.set(kind, part.html + (around === 0 ? html.slice(part.from, parser.startIndex) : ''));
          open.delete(kind);
        }
        depth -= 1;
        if (!AROUND.has(name)) return;
        around = Math.max(0, around - 1);
        if (around === 0) for (const part of open.values()) part.from = parser.endIndex + 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && depth < MAX_DEPTH; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK));
  parser.end();
  return seen;
}

/** `Reset a password | Acme Help` → `Reset a password`, where the heading says so. */
function titleOf({ title, heading, metas }: Seen, url: string): string {
  const path = decodeURIComponentSafely(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '');
  const names = [
    heading,
    metas.get('og:title') ?? '',
    title,
    path.replace(/\.\w+$/, '').replace(/[-_]+/g, ' '),
  ];
  return names.map(toTitle).find(Boolean) ?? toTitle(url);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page as an article; a reason where it is none; null where it asks not to be indexed. */
export function readPage(
  html: string,
  page: ListedPage,
  audience: Article['audience'],
): Article | string | null {
  const seen = scan(html.slice(0, MAX_PAGE));
  if (/\b(noindex|none)\b/i.test(seen.metas.get('robots') ?? '')) return null;
  const main = MAIN.map((name) => seen.parts.get(name) ?? '').find((part) => htmlToText(part) !== '') ?? '';
  const text = htmlToText(main);
  if (text === '') return 'has no text';
  return {
    kind: 'article',
    id: page.url,
    title: titleOf(seen, page.url),
    text,
    body: toBody('html', main),
    labels: toLines((seen.metas.get('keywords') ?? '').split(',')),
    audience,
    owner: toLine(seen.metas.get('author')),
    verifiedAt: null,
    url: page.url,
    createdAt: null,
    updatedAt: page.changedAt,
  };
}
