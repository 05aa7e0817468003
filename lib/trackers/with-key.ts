import type { Paragraph, Root } from 'mdast';

const LABEL = 'Baton key: ';

/**
 * The body with the key in its last line. `findIssue` searches for it and the preview shows it, so both and every
 * tracker take it from here. Inline code, because code is the only place where no markup touches it.
 */
export function withKey(body: Root, key: string): Root {
  const line: Paragraph = {
    type: 'paragraph',
    children: [
      { type: 'text', value: LABEL },
      { type: 'inlineCode', value: key },
    ],
  };
  return { ...body, children: [...body.children, line] };
}

/** The same last line for plain text, such as a comment. */
export function withKeyLine(text: string, key: string): string {
  return `${text}\n\n${LABEL}${key}`;
}
