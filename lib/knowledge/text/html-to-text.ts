import { Parser } from 'htmlparser2';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toText } from './foreign-text';

/** What these hold is no text for readers. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
]);
const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** Markup around the text; more than this is cut before it costs time. */
const MAX_HTML = LIMITS.text * 20;
/** The parser's time grows with the square of the nesting; no article is nested deeper. */
const MAX_DEPTH = 1_000;
const CHUNK = 10_000;

/**
 * HTML as plain text for the search: blocks and breaks become lines, list items begin with `- `, entities are decoded,
 * scripts and styles are left out. Input that is too long or nested too deep is cut. Never markup to be shown.
 */
export function htmlToText(html: string): string {
  let text = '';
  let unseen = 0;
  let preformatted = 0;
  let depth = 0;
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1;
        if (UNSEEN.has(name)) unseen += 1;
        if (unseen > 0) return;
        if (name === 'pre') preformatted += 1;
        if (BLOCKS.has(name)) breakLine();
        if (name === 'li') text += '- ';
        if (CELLS.has(name) && text !== '' && !text.endsWith('\n')) text += ' | ';
      },
      ontext(raw) {
        if (unseen > 0) return;
        if (preformatted > 0) {
          text += raw;
          return;
        }
        const folded = raw.replace(/\s+/g, ' ');
        text += /(^|\s)$/.test(text) ? folded.replace(/^ /, '') : folded;
      },
      onclosetag(name) {
        depth -= 1;
        if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
        if (unseen > 0) return;
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
        if (BLOCKS.has(name)) breakLine();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const end = Math.min(html.length, MAX_HTML);
  for (let at = 0; at < end && depth <= MAX_DEPTH && text.length <= LIMITS.text * 2; at += CHUNK) {
    parser.write(html.slice(at, Math.min(end, at + CHUNK)));
  }
  parser.end();
  return toText(text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n'));
}
