import { toLine } from '@/lib/ticket/bounds';
import { nodeToText, selectAll } from '@/lib/ticket/dom';
import { isFile, sizeAfter } from './attachments';
import { findAuthor, type Person } from './authors';
import {
  gappedText,
  hiddenIn,
  holds,
  INLINE,
  isVisible,
  lineOf,
  ownText,
  partsOf,
  wordsOf,
} from './elements';
import { hasBareText, lineAround } from './head-line';
import { findLooseTime } from './loose-times';
import { readMailHead } from './mail-head';
import type { Stamp } from './stamps';
import { headCells, trimBullets, trimHead } from './trim-text';

interface Text {
  readonly text: string;
  readonly folded: string;
}

export interface PagePost extends Person, Text {
  readonly element: Element;
  readonly at: number | null;
  /** How the page calls the parts around the time, and what stands there: they tell who may see the post. */
  readonly words: string;
  readonly said: string;
  /** 2 when the text stands in a part that is called so, 1 in a part of its own, 0.5 below the time in one part with it, 0 in one line with the time. */
  readonly form: number;
}

const BODY =
  /(body|content|cooked|message|comment|description|note|bubble|stanza)s?( |$)|(^|[ -])(text|prose|md|wiki|markdown|(re)?markup|richtext|what)( |$)/;
const NOISE =
  /(?:^| |[a-z]-)(?<!(has|with|no|is)-)(avatar|action|toolbar|menu|dropdown|button|reaction|control|tool|vote|badge|permalink|recipient|contextual|edited|footer|link|raw|sig|signature|hide|hidden|meta|share|initial)s?( |$)/;
const CONTROLS =
  '[class*=attachment i]:not([class*=has-]),a[href="#"],button,[role=button],[role=link],nav,aside,form,label,h1,.sr-only,ul.details,ul.changes';
const MAX_CLIMB = 60;
/** "Sanne de Wit, 16 november": more than a time. */
const NAME_AND_TIME = /^\p{Lu}[\p{L}'’.-]+( [\p{L}'’.-]+){1,3} ?[,·|–—(-]/u;

export const isNoise = (element: Element): boolean => NOISE.test(wordsOf(element)) || !isVisible(element);

/** What is no part of a text: buttons, names and sizes of files, reactions, and what is not seen. */
export const noiseIn = (root: Element): Node[] => [
  ...selectAll(root, `${CONTROLS},${hiddenIn(root)}`),
  ...selectAll(root, 'a[href]')
    .filter(isFile)
    .flatMap((link) => [link, ...sizeAfter(link)]),
  ...partsOf(root, 5_000).filter((element) => NOISE.test(wordsOf(element))),
];

const isEmpty = ({ text, folded }: Text): boolean => !text && !folded;

/** The text of some parts without what is to be skipped. */
function textOf(parts: readonly Element[], base: string, skip: ReadonlySet<Node>): Text {
  const texts = parts.map((part) => nodeToText(part, { base, skip }));
  const join = (key: 'text' | 'folded') =>
    texts
      .map((it) => it[key])
      .filter(Boolean)
      .join('\n\n');
  const text = trimBullets(join('text'));
  // A bullet or the name of a picture is no text.
  return { text: /[\p{L}\p{N}]/u.test(text.replace(/^\[.*\]$/, '')) ? text : '', folded: join('folded') };
}

/** The parts that are called texts, outermost only, without the time. */
function bodiesIn(
  all: readonly Element[],
  block: Element | undefined,
  stamp: Element,
  skip: Set<Node>,
): Element[] {
  const bodies: Element[] = [];
  for (const element of all)
    if (
      (BODY.test(wordsOf(element)) || (element.nodeName === 'PRE' && element.parentElement === block)) &&
      !skip.has(element) &&
      !INLINE.test(element.nodeName) &&
      !holds(element, stamp) &&
      lineOf(element) &&
      !bodies.some((body) => holds(body, element))
    )
      bodies.push(element);
  return bodies;
}

interface Below extends Text {
  readonly form: number;
  /** What was taken for the head. */
  readonly head: readonly Node[];
}

/** The text where no part is called so: all but the head. */
function textBelow(
  blocks: readonly Element[],
  line: Element,
  stamp: Element,
  read: (head: readonly Node[], parts?: readonly Element[]) => Text,
): Below {
  let result: Text = { text: '', folded: '' };
  const around = lineAround(line, stamp);
  // As much as possible goes with the time, as long as most of the text stays.
  const heads: Element[] = [];
  let head: readonly Node[] = [];
  for (let part: Element | null = line; part && !blocks.includes(part); part = part.parentElement) {
    heads.push(part);
    const rest = read(heads);
    if (rest.text.length < result.text.length * 0.6) break;
    result = rest;
    head = [...heads];
  }
  // Bare words under the line of the time, more than elsewhere, are the text; the rest tells of its author.
  const bare = hasBareText(line, around) ? read(around, [line]) : result;
  if (bare.text.length > result.text.length) return { ...bare, form: 0.5, head: [] };
  if (!isEmpty(result)) return { ...result, form: 1, head };
  // Where head and text stand side by side the first of them is the head, else the line of the time is.
  const [first] = blocks;
  const isBeside = first && blocks.length > 1 && lineOf(first).length < 200;
  const rest = read(isBeside ? [first] : around);
  if (findLooseTime(rest.text)) return { text: '', folded: '', form: 0, head: [] };
  return { ...rest, form: 0.5, head: isBeside ? [first] : around };
}

/** One post: a part of the page, with those that follow it and belong to it, around one time. */
export function readPost(
  blocks: readonly Element[],
  { element: stamp, at }: Stamp,
  base: string,
  lead?: Element,
): PagePost {
  const { rows, sender } = readMailHead(blocks);
  const noise = new Set<Node>([...rows, ...blocks.flatMap(noiseIn)]);
  const read = (head: readonly Node[], parts = blocks) => textOf(parts, base, new Set([...noise, ...head]));
  const all = blocks.flatMap((block) => [block, ...partsOf(block, 600)]);
  const bodies = bodiesIn(all, blocks[0], stamp, noise);

  // The smallest part around the time that says more than the time.
  let line = stamp;
  const words: string[] = [];
  let up = stamp;
  const saysMore = NAME_AND_TIME.test(lineOf(stamp));
  for (let step = 0; up !== blocks[0] && up.parentElement && step < MAX_CLIMB; step += 1) {
    if (
      INLINE.test(line.nodeName) ||
      (!saysMore && lineOf(line).length < Math.min(lineOf(stamp).length + 2, 40))
    )
      line = up.parentElement;
    up = up.parentElement;
    if (!INLINE.test(up.nodeName)) words.push(wordsOf(up));
  }
  let result: Below = { ...textOf(bodies, base, noise), form: 2, head: [] };
  if (isEmpty(result)) result = textBelow(blocks, line, stamp, read);
  const texts = result.form > 1 ? bodies : [];
  const lineText = gappedText(lead ?? line);
  const stampText = gappedText(stamp);
  const [before = ''] = lead
    ? [lineText]
    : lineText.split((stampText !== lineText && stampText) || /\d{4}|\d\d?[.:/]\d\d/);
  const person =
    sender?.name || sender?.email
      ? { ...sender, name: sender.name || sender.email }
      : findAuthor(lead ? [lead, ...blocks] : blocks, texts, stamp, before);
  if (isEmpty(result)) {
    const rest = read([stamp]).text;
    result = {
      text: rest.replace(person.name, '').replace(/^[\s:,–—-]+/, ''),
      folded: '',
      form: 0,
      head: [],
    };
  }
  const cells = result.form > 0 && result.form < 2 ? headCells(blocks[0], person) : [];
  if (cells.length) result = { ...result, ...read([...result.head, ...cells]) };
  const around = result.form > 1 ? all : [line, ...partsOf(line, 100)];
  const said = around
    .filter((part) => !texts.some((body) => holds(body, part)))
    .map((part) => `${ownText(part)} ${part.getAttribute('title') ?? ''}`);
  return {
    element: blocks[0] as Element,
    ...person,
    at,
    // What is nothing but a quotation is the text.
    text: trimHead(result.text || result.folded, person),
    folded: result.text ? result.folded : '',
    form: result.form,
    words: words.join(' '),
    said: toLine(said.join(' ')),
  };
}
