import { LIMITS } from '@/lib/knowledge/record-fields';

/** What an issue form leaves where nothing was filled in. */
const NOTHING = /^(_no response_|n\/a|none|-)$/i;

/** The parts of a Markdown text by their headings; what stands in a fence is no heading. Linear in the text. */
export function toSections(markdown: string): [heading: string, text: string][] {
  const sections: { heading: string; lines: string[] }[] = [];
  let fence = '';
  for (const line of markdown.slice(0, LIMITS.body).split(/\r?\n/)) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark) fence = fence === '' ? mark : fence === mark ? '' : fence;
    const heading = fence === '' ? /^ {0,3}#{1,6}[ \t]+(\S.*)$/.exec(line.slice(0, 300))?.[1] : undefined;
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading, lines: [] });
  }
  return sections.flatMap(({ heading, lines }) => {
    const text = lines.join('\n').trim();
    return text === '' || NOTHING.test(text) ? [] : [[heading, text]];
  });
}

/** The text without the comments of issue templates; an open one reaches to the end. */
export function withoutComments(markdown: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const start = markdown.indexOf('<!--', at);
    if (start < 0) return text + markdown.slice(at);
    const end = markdown.indexOf('-->', start + 4);
    text += markdown.slice(at, start);
    if (end < 0) return text;
    at = end + 3;
  }
}
