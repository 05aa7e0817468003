import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** Without its prefix where that is not one of `PREFIXES`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text within; entities of XML and HTML are decoded, others stay as they are written. */
  readonly text: string;
  /** What it holds as markup, for elements that hold markup instead of escaped text. */
  readonly inner: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  name: string;
  attributes: Map<string, string>;
  text: string;
  start: number;
  children: XmlElement[];
}

/** Deeper is no feed and no sitemap. */
const MAX_DEPTH = 20;

/**
 * The elements of one name, one after the other, each with what it holds. Document type definitions are not read, so
 * there is nothing that could unfold (htmlparser2 knows no entities but the predefined ones) or be fetched.
 */
export function findElements(
  xml: string,
  names: ReadonlySet<string>,
): { root: string; elements: XmlElement[] } {
  const elements: XmlElement[] = [];
  const open: Open[] = [];
  let root = '';
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        root ||= name;
        if (open.length === 0 && !names.has(name)) return;
        if (open.length >= MAX_DEPTH) return;
        open.push({
          name,
          attributes: new Map(Object.entries(attributes)),
          text: '',
          start: parser.endIndex + 1,
          children: [],
        });
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name) {
        depth -= 1;
        if (open.at(-1)?.name !== name) return;
        const element = open.pop();
        if (!element) return;
        const done = { ...element, inner: xml.slice(element.start, parser.startIndex) };
        (open.at(-1)?.children ?? elements).push(done);
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false },
  );
  for (let at = 0; at < xml.length && depth < MAX_NESTING; at += CHUNK)
    parser.write(xml.slice(at, at + CHUNK));
  parser.end();
  return { root, elements };
}

/** The parser's time grows with the square of the nesting. */
const MAX_NESTING = 1_000;
const CHUNK = 10_000;

/** The first child of one of the names; the names are asked for in their order. */
export function childOf(element: XmlElement, ...names: string[]): XmlElement | undefined {
  for (const name of names) {
    const found = element.children.find((child) => child.name === name);
    if (found) return found;
  }
  return undefined;
}

export const textOf = (element: XmlElement, ...names: string[]): string =>
  childOf(element, ...names)?.text.trim() ?? '';
