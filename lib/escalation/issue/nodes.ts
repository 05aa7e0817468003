import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { cleanText } from '@/lib/std/text';

/** A number, letter or bullet that the agent or the customer already put before a step. */
const NUMBERING = /^\s*(?:\(?\d{1,3}[.):]|[-*•–])(?:\s+|$)/;

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
export const item = (...children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [paragraph(...children)],
});
export const list = (items: ListItem[], ordered = false): BlockContent => ({
  type: 'list',
  ordered,
  ...(ordered ? { start: 1 } : {}),
  spread: false,
  children: items,
});

/** `**Label** words`, both as text that stays text. */
export const labelled = (label: string, ...words: PhrasingContent[]): ListItem =>
  item({ type: 'strong', children: toInertPhrasing(label) }, text(' '), ...words);

/** Clean lines without blanks at their ends; blank ones stay as paragraph borders. */
function toLines(raw: string): string[] {
  return cleanText(raw)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
}

/** One paragraph for each run of lines, line breaks kept. */
export function toParagraphs(raw: string): Paragraph[] {
  return toLines(raw)
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => paragraph(...toInertPhrasing(block)));
}

/** One step for each line that is not blank; numbers and bullets that stand there already give way. */
export function toStepLines(raw: string): string[] {
  return toLines(raw)
    .map((line) => line.replace(NUMBERING, '').trim())
    .filter(Boolean);
}

export function toSteps(raw: string): BlockContent[] {
  const steps = toStepLines(raw);
  return steps.length > 0
    ? [
        list(
          steps.map((step) => item(...toInertPhrasing(step))),
          true,
        ),
      ]
    : [];
}

export function toQuote(raw: string): BlockContent[] {
  const quote = toParagraphs(raw);
  return quote.length > 0 ? [{ type: 'blockquote', children: quote }] : [];
}

/** Word for word, with its blanks. */
export function toCodeBlock(raw: string): BlockContent[] {
  const value = cleanText(raw).replace(/^\s*\n|\s+$/g, '');
  return value ? [{ type: 'code', value }] : [];
}
