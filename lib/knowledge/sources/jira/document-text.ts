import * as z from 'zod/mini';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toText } from '@/lib/knowledge/text/foreign-text';

/** developer.atlassian.com, “Atlassian Document Format”: nodes with text, marks (left out) and content. */
const NodeSchema = z.object({
  type: z.string(),
  text: z.optional(z.string()),
  attrs: z.optional(z.looseObject({})),
  content: z.optional(z.array(z.unknown())),
});

/** No document is nested deeper. */
const MAX_DEPTH = 100;
const LINES = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'panel',
  'rule',
  'tableRow',
  'listItem',
  'taskItem',
  'decisionItem',
  'expand',
  'mediaSingle',
]);

function textOfAttrs(type: string, attrs: Readonly<Record<string, unknown>>): string {
  const names: Readonly<Record<string, string>> = {
    mention: 'text',
    emoji: 'text',
    status: 'text',
    inlineCard: 'url',
    blockCard: 'url',
    expand: 'title',
  };
  const value = Object.hasOwn(names, type) ? attrs[names[type] ?? ''] : undefined;
  return typeof value === 'string' ? value : '';
}

function write(raw: unknown, depth: number, out: string[]): void {
  if (depth > MAX_DEPTH || out.length > LIMITS.text) return;
  const parsed = NodeSchema.safeParse(raw);
  if (!parsed.success) return;
  const { type, text, attrs = {}, content = [] } = parsed.data;
  if (LINES.has(type)) out.push('\n');
  if (type === 'listItem' || type === 'taskItem') out.push('- ');
  if (type === 'hardBreak') out.push('\n');
  out.push(text ?? textOfAttrs(type, attrs));
  for (const [index, child] of content.entries()) {
    if (type === 'tableRow' && index > 0) out.push(' | ');
    write(child, depth + 1, out);
  }
  if (LINES.has(type)) out.push('\n');
}

/** Plain text of a document; blocks become lines. Anything that is no document is empty text. */
export function documentToText(document: unknown): string {
  const out: string[] = [];
  write(document, 0, out);
  return toText(
    out
      .join('')
      .replace(/\n{2,}/g, '\n')
      .replace(/(^|\n)(- |\s\| )\n/g, '$1$2')
      .replace(/ \| \n/g, ' | ')
      .replace(/\n \| /g, ' | '),
  );
}
