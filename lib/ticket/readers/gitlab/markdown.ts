import { toHttpUrl } from '@/lib/std/text';
import { toLine } from '@/lib/ticket/bounds';
import type { Attachment } from '@/lib/ticket/ticket';

/** What stands for markup in Markdown; any other `<word>` is a word in brackets. */
const TAG =
  /<(?!\/?(?:[abipsu]|b[dr]|blockquote|code|d[dlt]|del|details|div|em|font|h[1-6r]|iframe|img|li|[ou]l|pre|s(?:cript|pan|trong|tyle|u[bp]|ummary|vg)|t(?:able|body|[dhr]|emplate|extarea|head))\b|!--)/gi;
const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;
const AUTOLINK = /<([^\s<>@]+@[^\s<>]+|https?:\/\/[^\s<>]+)>/g;
/** Mails come in with their HTML tables, quotes and folded sections. */
const HAS_HTML = /<[a-z/!]/i;

const escapeCode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Markdown reads well as it is; only the HTML in it has to go. Code keeps what looks like HTML. */
export function toReadable(markdown: string): { readonly body: string; readonly isHtml: boolean } {
  const plain = markdown.replace(AUTOLINK, '$1');
  if (!HAS_HTML.test(plain)) return { body: plain, isHtml: false };
  const body = plain
    .split(CODE)
    .map((part, index) => (index % 2 ? escapeCode(part) : part.replace(TAG, '&lt;')).replaceAll('\n', '<br>'))
    .join('');
  return { body, isHtml: true };
}

const UPLOAD = /[("'](https?:\/\/[^\s/"'()<>]+)?((?:\/[\w.~-]+)*?\/uploads\/[0-9a-f]{32}\/([^\s"'()<>]+))/g;

/** Files stand in the text as links to `/uploads/…`, which begin at the project. */
export function findUploads(texts: readonly string[], project: string): Attachment[] {
  const { origin } = new URL(project);
  const found = new Map<string, Attachment>();
  for (const text of texts) {
    for (const [, host = origin, path = '', file = ''] of text.matchAll(UPLOAD)) {
      if (host !== origin) continue;
      const url = toHttpUrl(path.startsWith('/uploads/') ? project + path : origin + path)?.href;
      if (!url || url.length > 4_000 || found.size >= 500) continue;
      found.set(url, { id: toLine(path.slice(-200)), name: toLine(file), type: '', size: null, url });
    }
  }
  return [...found.values()];
}
