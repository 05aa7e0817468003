import { LIMITS } from '@/lib/knowledge/record-fields';
import { toText } from '@/lib/knowledge/text/foreign-text';
import { readMarkdownLines } from './lines';

/** Signs around the text; more than this is cut before it costs time. */
const MAX_MARKDOWN = LIMITS.text * 4;

const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const TABLE_RULE = /^[\s|:-]*\|[\s|:-]*$/;
/** `[1]: https://…`; a footnote's `[^1]: text` is text. */
const DEFINITION = /^ {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]/;
const CODE = /(`{1,3})([^`]{1,1000})\1/g;
const LINK =
  /!?\[([^[\]]{0,500})\](?:\([^()\s]{0,1000}(?:[ \t]+["'][^"'\n]{0,300}["'])?\)|\[[^\]]{0,200}\])/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,1000})>/g;
const TAG = /<\/?[a-z][^<>]{0,1000}>/gi;
const STARS = /(?<![\p{L}\p{N}\\])(?:\*{1,3}|~~)(?=\S)|(?<=[^\s\\])(?:\*{1,3}|~~)(?![\p{L}\p{N}])/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}_])/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39);/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
]);

/** HTML in Markdown whose content is nothing to read. */
const UNSEEN: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!--/, /-->/],
  [/<script\b/i, /<\/script[^>]{0,100}>/i],
  [/<style\b/i, /<\/style[^>]{0,100}>/i],
];

/**
 * Markdown as plain text for the search: signs, addresses of links and HTML are left out, code stays as it is. Every
 * repetition is bounded, so any text costs linear time; long input is cut. Never markup to be shown.
 */
export function markdownToText(markdown: string): string {
  const texts: string[] = [];
  let close: RegExp | null = null;
  for (const { text, code } of readMarkdownLines(markdown.slice(0, MAX_MARKDOWN))) {
    if (code) {
      texts.push(close ? '' : text);
      continue;
    }
    const seen = withoutUnseen(text, close);
    close = seen.close;
    texts.push(toPlainLine(seen.text));
  }
  return toText(
    texts
      .join('\n')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

/** The line without comments and scripts; `close` is what ends the one that goes on in the next line. */
function withoutUnseen(line: string, from: RegExp | null): { text: string; close: RegExp | null } {
  let rest = line;
  let text = '';
  let close = from;
  // A line of nothing but openings and closings must not cost a round for each.
  for (let round = 0; round < 50; round += 1) {
    if (close) {
      const end = close.exec(rest);
      if (!end) return { text, close };
      rest = rest.slice(end.index + end[0].length);
      close = null;
    }
    const found = UNSEEN.map(([open, ends]) => ({ at: rest.search(open), ends }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!found) return { text: text + rest, close };
    text += rest.slice(0, found.at);
    rest = rest.slice(found.at);
    close = found.ends;
  }
  return { text, close: null };
}

function toPlainLine(line: string): string {
  if (RULE.test(line) || TABLE_RULE.test(line) || DEFINITION.test(line)) return '';
  const inner = line
    .replace(/^(?:[ \t]*>)+[ \t]?/, '')
    .replace(/^[ \t]*[*+-][ \t]+(?:\[[ xX]\][ \t]+)?/, '- ')
    .replace(/^[ \t]*\|/, '')
    .replace(/\|[ \t]*$/, '');
  let plain = '';
  let done = 0;
  for (const match of inner.matchAll(CODE)) {
    plain += toPlainWords(inner.slice(done, match.index)) + (match[2] ?? '');
    done = match.index + match[0].length;
  }
  return plain + toPlainWords(inner.slice(done));
}

function toPlainWords(words: string): string {
  return words
    .replace(LINK, '$1')
    .replace(AUTOLINK, '$1')
    .replace(TAG, (tag) => (/^<\/?(?:br|p|div|li|td|tr)\b/i.test(tag) ? ' ' : ''))
    .replace(STARS, '')
    .replace(UNDERSCORES, '')
    .replace(ESCAPE, '$1')
    .replace(ENTITY, (all, name: string) => ENTITIES.get(name) ?? all);
}
