import type { Root } from 'mdast';
import { defaultHandlers, type Handle, type Options, toMarkdown as serialize } from 'mdast-util-to-markdown';

/** Two spaces: Redcarpet (Redmine before 6) shows the backslash of the other form. */
const lineBreak: Handle & { peek?: () => string } = (node, parent, state, info) =>
  defaultHandlers.break(node, parent, state, info).replace('\\\n', '  \n');
// So that a blank before the break is written as a reference and not swallowed by it.
lineBreak.peek = () => '\n';

/** Not in CommonMark, so the library does not escape it: GFM, and superscript and formulas elsewhere. */
const unsafe: Options['unsafe'] = [
  // Strikethrough.
  { character: '~', inConstruct: 'phrasing' },
  // Tables: the row of dashes is what makes one.
  { character: '|', inConstruct: 'phrasing' },
  { atBreak: true, character: ':', after: '-' },
  { atBreak: true, character: '-', after: '[:|-]' },
  // Addresses that slipped past `toInertPhrasing`.
  { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'phrasing', notInConstruct: 'link' },
  { character: ':', before: '[ps]', after: '\\/', inConstruct: 'phrasing', notInConstruct: 'link' },
  { character: '^', inConstruct: 'phrasing' },
  // Redcarpet takes any `<…>` for HTML and drops it.
  { character: '<', inConstruct: 'phrasing', notInConstruct: ['destinationLiteral', 'destinationRaw'] },
];

const options: Options = {
  bullet: '-',
  emphasis: '_',
  strong: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  handlers: { break: lineBreak },
  unsafe,
};

/**
 * The tree as Markdown in which text stays text under CommonMark and GFM. Text written by others must come from
 * `toInertPhrasing`: no escape stops a mention.
 */
export function toMarkdown(root: Root): string {
  return serialize(root, options);
}
