export interface MarkdownLine {
  /** Of a heading without its signs; of code as it stands. */
  readonly text: string;
  readonly raw: string;
  /** 1–6, or 0 for what is no heading. */
  readonly level: number;
  readonly code: boolean;
}

const FENCE = /^[ \t>]{0,20}(?:[-*+] {1,4})?(`{3,}|~{3,})([^`]*)$/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
/** What a heading's line above dashes cannot be: then the dashes are a rule, a table or a list. */
const NO_PARAGRAPH = /^ {0,3}(?:$|[>|#]|[-*+] |\d+[.)] )|^ {4}|\|/;

/**
 * The lines of a Markdown text, told apart as far as search and cards need it. By lines in one pass, because the full
 * parser (micromark 4.0.3) takes minutes for 100 kB of `~a~~b` or `>`, and these files come from anywhere.
 */
export function readMarkdownLines(markdown: string): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence = '';
  for (const raw of markdown.split(/\r\n|\r|\n/)) {
    const mark = FENCE.exec(raw);
    if (fence) {
      const closes = mark?.[1]?.startsWith(fence) && (mark[2] ?? '').trim() === '';
      if (closes) fence = '';
      lines.push({ raw, text: closes ? '' : raw, level: 0, code: true });
      continue;
    }
    if (mark) {
      fence = mark[1] ?? '';
      lines.push({ raw, text: '', level: 0, code: true });
      continue;
    }
    const above = lines.at(-1);
    const underline = UNDERLINE.exec(raw)?.[1];
    if (underline && above && !above.code && above.level === 0 && !NO_PARAGRAPH.test(above.raw)) {
      lines[lines.length - 1] = { ...above, level: underline.startsWith('=') ? 1 : 2 };
      lines.push({ raw, text: '', level: 0, code: false });
      continue;
    }
    const heading = ATX.exec(raw);
    const text = heading ? (heading[2] ?? '').replace(/(?:^|[ \t])#+[ \t]*$/, '') : raw;
    lines.push({ raw, text, level: heading?.[1]?.length ?? 0, code: false });
  }
  return lines;
}

export interface MarkdownSection {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly level: number;
  /** What stands between this heading and the next. */
  readonly markdown: string;
}

/** The text in parts, one for each heading. */
export function splitSections(markdown: string): MarkdownSection[] {
  const sections: { heading: string; level: number; lines: string[] }[] = [
    { heading: '', level: 0, lines: [] },
  ];
  let underlined = false;
  for (const { level, text, raw } of readMarkdownLines(markdown)) {
    if (level > 0) sections.push({ heading: text.trim(), level, lines: [] });
    else if (!(underlined && UNDERLINE.test(raw))) sections.at(-1)?.lines.push(raw);
    underlined = level > 0 && !ATX.test(raw);
  }
  return sections.map(({ heading, level, lines }) => ({ heading, level, markdown: lines.join('\n').trim() }));
}
