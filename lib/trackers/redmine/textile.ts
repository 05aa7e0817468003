import type { ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { toHttpUrl } from '@/lib/std/text';
import { fitsInCode, toTextileText, toTextileUrl } from './textile-text';

/**
 * The tree as Textile for Redmine. Only the nodes that `escalation/to-issue.ts` builds have a form of their own; of any
 * other the text is written, never its markup.
 */
export function toTextile(root: Root): string {
  return `${root.children.map(toBlock).filter(Boolean).join('\n\n')}\n`;
}

function toBlock(node: RootContent): string {
  switch (node.type) {
    case 'heading':
      return `h${node.depth}. ${toLine(node.children)}`;
    case 'paragraph':
      return toParagraph(node.children);
    case 'list':
      return node.children.map((item) => `${node.ordered ? '#' : '*'} ${toItem(item)}`).join('\n');
    case 'code':
      return fitsInCode(node.value)
        ? `<pre>\n${node.value}\n</pre>`
        : toParagraph(node.value.split('\n').flatMap(toLineNodes));
    case 'blockquote':
      return node.children
        .map(toBlock)
        .join('\n\n')
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    default:
      return toParagraph([{ type: 'text', value: toPlain(node) }]);
  }
}

/** `p. ` because a paragraph that begins with code would be taken for a block of HTML. */
function toParagraph(children: PhrasingContent[]): string {
  const lines = toPhrasing(children);
  return lines.startsWith('<') ? `p. ${lines}` : lines;
}

function toItem(item: ListItem): string {
  return item.children
    .map((child) => (child.type === 'paragraph' ? toPhrasing(child.children) : toTextileText(toPlain(child))))
    .join('\n');
}

/** Nothing but the first line may stand in a heading. */
function toLine(children: PhrasingContent[]): string {
  return toPhrasing(children).replace(/\n+/g, ' ');
}

function toLineNodes(line: string, index: number): PhrasingContent[] {
  return [...(index > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value: line }];
}

function toPhrasing(children: readonly PhrasingContent[]): string {
  return (
    children
      .map(toInline)
      .join('')
      // An empty line would end the block, a blank at its start would make it preformatted.
      .replace(/\n[ \t]+/g, '\n')
      .replace(/\n(?=\n)/g, '\n&#160;')
      .trim()
  );
}

function toInline(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return node.value
        .split('\n')
        .map((line) => toTextileText(line))
        .join('\n');
    case 'inlineCode':
      return toCode(node.value.replace(/\s+/g, ' '));
    case 'break':
      return '\n';
    case 'strong':
      return `*${toTextileText(toPlain(node), true)}*`;
    case 'link': {
      const url = toHttpUrl(node.url);
      const words = toTextileText(toPlain(node), true);
      // The blank keeps what follows out of the address.
      return url && words ? `"${words}":${toTextileUrl(url)} ` : words;
    }
    default:
      return toTextileText(toPlain(node), true);
  }
}

function toCode(value: string): string {
  return fitsInCode(value) ? `<code>${value}</code>` : toTextileText(value, true);
}

function toPlain(node: RootContent): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(toPlain).join('') : '';
}
