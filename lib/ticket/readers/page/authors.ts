import { attribute } from '@/lib/ticket/dom';
import { isRole, withoutRole } from './badges';
import { findDate } from './dates';
import { closest, holds, isVisible, lineOf, ownText, partsOf, wordsOf } from './elements';
import { findLooseTime } from './loose-times';

export interface Person {
  readonly name: string;
  readonly email: string;
}

const NAMED =
  /author|sender|user|poster|creator|reporter|person|member|(^|[ -])(fn|nick|who|name|from|owner|contact|customer|agent)([ -]|$)/;
const OTHER =
  /recipient|(^|[ -])(to|cc|file|filename|subject|title|label|status|role|rank|date|time|project)s?([ -]|$)/;
const LINK =
  /^mailto:|[/=?](users?|u|members?|profiles?|people|p|contacts?|customers?|agents?)[/=._-]|viewprofile|view_user|\/~/i;
/** Two to four words with capitals: looks like a name even when nothing says so. */
const NAME_LIKE = /^\p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}'’.-]*){1,3}$/u;
const FROM = /^(From|Von|De|От|差出人|Author|Autor|Автор) ?[:：] */;
/** Where a page names the author for its own scripts. */
const MARKS = ['data-author', 'data-author-name', 'data-sender', 'data-sender-name', 'data-user-name'];
const TO = /^(to|cc|an|à|para|a|aan|do|кому) ?:? /i;
const EMAIL = /[\w.%+-]+(@| at )[\w-]+(\.[\w-]+)+/;

export const emailIn = (text: string): string =>
  EMAIL.exec(text.slice(0, 999).replace('%40', '@'))?.[0].replace(' at ', '@') ?? '';

/** "by Ada Park <ada@x> wrote:" as "Ada Park": without what people write around a name, in several languages. */
export function toName(raw: string): string {
  const [name = ''] = raw
    .replace(/^\W*((reported |created )?by|from|von|par|por|de|da|от)[: ]+/i, '')
    .replace(/[<(].*?([>)]|$)/g, ' ')
    .split(
      / [|·•»—–@-]|(^|[\s»])((wrot|sa|post|comment|repli|report|add|open|creat|start|mov)(ed?|id)|set|on|am|schrieb|a écrit|написала?)(?!\p{L})|(To|Cc|An|Para|Кому) ?:|[·•»|,:،、](?: |$)/u,
    );
  // A sentence is no name, and neither is a time.
  if (
    (/\d/.test(name) && findLooseTime(name)) ||
    /\p{Ll}{4,}[.!?]( |$)/u.test(name) ||
    name.split(' ').length > 7
  )
    return '';
  return name.length <= 80 && /\p{L}/u.test(name) && !/ (by|from|von|par|por|de)$/i.test(name.trim())
    ? name.replace(/^[\s@]+|\s+$/g, '')
    : '';
}

/** Who wrote, found by what parts are called, outside of the text; `before` is what stands in one line with the time. */
export function findAuthor(
  blocks: readonly Element[],
  bodies: readonly Element[],
  stamp: Element,
  before: string,
): Person {
  const [marked = ''] = blocks.flatMap((block) =>
    MARKS.map((mark) => attribute(block, mark)).filter(Boolean),
  );
  if (toName(marked)) return { name: toName(marked), email: emailIn(marked) };
  let name = '';
  let best = 0;
  let email = '';
  for (const element of blocks.flatMap((block) => partsOf(block, 400))) {
    const own = ownText(element);
    const told = own.replace(FROM, '');
    const up = element.parentElement;
    const [words = '', above = ''] = [element, up].map(
      (it) => it && !blocks.includes(it) && wordsOf(it) + (attribute(it, 'email') && ' sender'),
    ) as string[];
    if (element === stamp || /\p{L} ?[:：]( |$)/u.test(told) || OTHER.test(words) || /recipient/.test(above))
      continue;
    if (
      (own.length < 4 && /avatar/.test(words + above)) ||
      bodies.some((body) => holds(body, element)) ||
      !isVisible(element)
    )
      continue;
    const href = attribute(element, 'href');
    const mail = emailIn(`${attribute(element, 'email')} ${own} ${attribute(element, 'title')} ${href}`);
    const found = findDate(own, false) ? '' : toName(told);
    const isNamed = [words, above].some((it) => NAMED.test(it) && !OTHER.test(it));
    const signs = [
      NAME_LIKE.test(found),
      closest(element, 'b,strong,h3,h4,cite'),
      LINK.test(href),
      isNamed,
      told !== own,
    ];
    const score = mail && own.replace(' at ', '@') === mail ? 1.5 : found && signs.findLastIndex(Boolean) + 1;
    if (score && score > best) [name, best, email] = [found || mail, score, mail || email];
    email ||= best > 0 ? mail : '';
  }
  const [, from] = /(?:^|\n) *(?:From|Von|De|От):([^\n<]+)/.exec(before) ?? [];
  const pieces = before.split('\n').filter((it) => /\p{L}/u.test(it) && !isRole(it));
  const like = pieces.map(toName).findLast((it) => NAME_LIKE.test(it));
  const said = from ? toName(from) : (like ?? toName(pieces.at(-1) ?? ''));
  const isSaid = from || best < 1 || (best < 1.5 && NAME_LIKE.test(said));
  return {
    name: withoutRole((isSaid && said) || name) || email,
    email: email || (isSaid ? emailIn(before) : ''),
  };
}

/** "2 March by Ada <ada@x>" holds a name, an address and a time. */
export function personIn(value: string, dayFirst: boolean): Person & { readonly at: number | null } {
  const date = findDate(value, dayFirst);
  const [, by = value.slice(0, date?.from || 160)] = / (?:by|von|par) (.+)/.exec(value) ?? [];
  return { name: toName(by), email: emailIn(value), at: date?.at ?? null };
}

/** The address that stands next to a name. */
export function findEmail(root: Element, name: string): string {
  for (const element of name ? partsOf(root) : []) {
    if (TO.test(ownText(element))) continue;
    const mail = emailIn(`${ownText(element)} ${attribute(element, 'href').split('?')[0]}`);
    let up = mail && isVisible(element) ? element : null;
    for (let step = 0; up && step < 5 && lineOf(up).length < 300; step += 1, up = up.parentElement)
      if (lineOf(up).includes(name)) return mail;
  }
  return '';
}
