import { Parser } from 'htmlparser2';

/** Elements whose text is for Confluence, not for readers. */
const UNSEEN = new Set([
  'ac:parameter',
  'ac:task-id',
  'ac:task-uuid',
  'ac:task-status',
  'ac:placeholder',
  'ac:image',
  'script',
  'style',
]);
const AS_HTML: ReadonlyMap<string, string> = new Map([
  ['ac:plain-text-body', 'pre'],
  ['ac:task-list', 'ul'],
  ['ac:task', 'li'],
  ['ac:rich-text-body', 'div'],
  ['ac:layout-section', 'div'],
  ['ac:layout-cell', 'div'],
]);
const MAX_STORAGE = 1_000_000;
/** The parser's time grows with the square of the nesting. */
const MAX_DEPTH = 500;
const CHUNK = 10_000;

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * Confluence's storage format (confluence.atlassian.com, "Confluence Storage Format") as plain HTML: code of macros
 * becomes preformatted text, links and mentions the words they show, parameters and pictures are left out. What is not
 * HTML loses its tags and keeps its text. Still foreign markup: sanitised where it is shown.
 */
export function storageToHtml(storage: string): string {
  let html = '';
  let unseen = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (UNSEEN.has(name)) unseen += 1;
        if (unseen > 0) return;
        const title = attributes['ri:content-title'] ?? attributes['ri:filename'];
        if (name.startsWith('ri:') && title) html += escapeHtml(title);
        else if (name === 'ac:emoticon') html += escapeHtml(attributes['ac:emoji-fallback'] ?? '');
        else if (AS_HTML.has(name)) html += `<${AS_HTML.get(name)}>`;
        else if (name === 'a') html += `<a href="${escapeHtml(attributes.href ?? '')}">`;
        else if (!name.includes(':')) html += `<${name}>`;
      },
      ontext(text) {
        if (unseen === 0) html += escapeHtml(text);
      },
      onclosetag(name) {
        depth -= 1;
        if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
        else if (unseen > 0) return;
        else if (AS_HTML.has(name)) html += `</${AS_HTML.get(name)}>`;
        else if (!name.includes(':') && !VOID.has(name)) html += `</${name}>`;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: true, recognizeSelfClosing: true },
  );
  const input = storage.slice(0, MAX_STORAGE);
  for (let at = 0; at < input.length && depth < MAX_DEPTH; at += CHUNK)
    parser.write(input.slice(at, at + CHUNK));
  parser.end();
  return html;
}

const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);
