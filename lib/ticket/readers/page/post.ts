import { toLine } from '@/lib/ticket/bounds';
import { nodeToText, selectAll } from '@/lib/ticket/dom';
import { isFile } from './attachments';
import { findAuthor, type Person } from './authors';
import { hiddenIn, holds, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';
import type { Stamp } from './stamps';

export interface PagePost extends Person {
  readonly element: Element;
  readonly at: number | null;
  readonly text: string;
  readonly folded: string;
  /** How the page calls the parts around the time, and what stands there: they tell who may see the post. */
  readonly words: string;
  readonly said: string;
  /** 2 when the text stands in a part that is called so, 1 in a part of its own, 0 in one line with the time. */
  readonly form: number;
}

const BODY =
  /(body|content|cooked|message|comment|description|note|bubble|stanza)s?( |$)|(^|[ -])(text|prose|md|wiki|markdown|(re)?markup|richtext|what)( |$)/;
const NOISE =
  /(?:^| |[a-z]-)(?<!(has|with|no|is)-)(avatar|action|toolbar|menu|dropdown|button|reaction|control|tool|vote|badge|permalink|recipient|contextual|edited|footer|link|raw|sig|signature|hide|hidden|meta|share|initial)s?( |$)/;
const CONTROLS =
  '[class*=attachment i]:not([class*=has-]),button,[role=button],[role=link],nav,aside,form,label,h1,.sr-only,ul.details,ul.changes';
const MAX_CLIMB = 60;
const INLINE = /^(A|ABBR|B|EM|FONT|I|SMALL|SPAN|STRONG|TIME|.+-.+)$/;

export const isNoise = (element: Element): boolean => NOISE.test(wordsOf(element)) || !isVisible(element);

/** What is no part of a text: buttons, names of files, reactions, and what is not seen. */
export const noiseIn = (root: Element): Element[] => [
  ...selectAll(root, `${CONTROLS},${hiddenIn(root)}`),
  ...selectAll(root, 'a[href]').filter(isFile),
  ...partsOf(root, 5_000).filter((element) => NOISE.test(wordsOf(element))),
];

/** One post: a part of the page, with those that follow it and belong to it, around one time. */
export function readPost(blocks: readonly Element[], { element: stamp, at }: Stamp, base: string): PagePost {
  const skip = new Set<Node>(blocks.flatMap(noiseIn));
  const read = (parts: readonly Element[]) => {
    const texts = parts.map((part) => nodeToText(part, { base, skip }));
    const join = (key: 'text' | 'folded') =>
      texts
        .map((it) => it[key])
        .filter(Boolean)
        .join('\n\n');
    const text = join('text');
    // A bullet or the name of a picture is no text.
    return { text: /[\p{L}\p{N}]/u.test(text.replace(/^\[.*\]$/, '')) ? text : '', folded: join('folded') };
  };
  const all = blocks.flatMap((block) => [block, ...partsOf(block, 600)]);
  const bodies: Element[] = [];
  for (const element of all)
    if (
      (BODY.test(wordsOf(element)) || (element.nodeName === 'PRE' && element.parentElement === blocks[0])) &&
      !skip.has(element) &&
      !INLINE.test(element.nodeName) &&
      !holds(element, stamp) &&
      lineOf(element) &&
      !bodies.some((body) => holds(body, element))
    )
      bodies.push(element);

  // The smallest part around the time that says more than the time.
  let line = stamp;
  const words: string[] = [];
  let up = stamp;
  for (let step = 0; up !== blocks[0] && up.parentElement && step < MAX_CLIMB; step += 1) {
    if (INLINE.test(line.nodeName) || lineOf(line).length < Math.min(lineOf(stamp).length + 2, 40))
      line = up.parentElement;
    up = up.parentElement;
    if (!INLINE.test(up.nodeName)) words.push(wordsOf(up));
  }
  let result = read(bodies);
  let form = 2;
  if (!result.text && !result.folded) {
    // As much as possible goes with the time, as long as most of the text stays.
    form = 1;
    for (let head: Element | null = line; head && !blocks.includes(head); head = head.parentElement) {
      skip.add(head);
      const rest = read(blocks);
      if (rest.text.length < result.text.length * 0.6) break;
      result = rest;
    }
  }
  const texts = form > 1 ? bodies : [];
  const lineText = line.textContent ?? '';
  const [before = ''] = lineText.split(
    (stamp.textContent !== lineText && stamp.textContent) || /\d{4}|\d\d?[.:/]\d\d/,
  );
  const person = findAuthor(blocks, texts, stamp, before);
  if (!result.text && !result.folded) {
    form = 0;
    skip.delete(line);
    skip.add(stamp);
    const rest = read(blocks).text;
    result = { text: rest.replace(person.name, '').replace(/^[\s:,–—-]+/, ''), folded: '' };
  }
  const around = form > 1 ? all : [line, ...partsOf(line, 100)];
  const said = around
    .filter((part) => !texts.some((body) => holds(body, part)))
    .map((part) => `${ownText(part)} ${part.getAttribute('title') ?? ''}`);
  return {
    element: blocks[0] as Element,
    ...person,
    at,
    ...result,
    form,
    words: words.join(' '),
    said: toLine(said.join(' ')),
  };
}
