import { attribute } from '@/lib/ticket/dom';
import { findDate } from './dates';
import { closest, holds, isVisible, ownText, partsOf, wordsOf } from './elements';

const NAMED =
  /author|sender|user|poster|creator|reporter|person|member|(^|[ -])(fn|nick|who|name|from|owner|handle|contact|customer|agent)([ -]|$)/;
const OTHER =
  /recipient|(^|[ -])(to|cc|file|filename|subject|title|label|status|role|rank|date|time|project)s?([ -]|$)/;
const PERSON_LINK =
  /^mailto:|[/=?](users?|u|members?|profiles?|people|p|contacts?|customers?|agents?)[/=._-]|viewprofile|view_user|\/~/i;
/** Two to four words with capitals: looks like a name even when nothing says so. */
const NAME_LIKE = /^\p{Lu}[\p{L}\p{M}'’.-]*( \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u;
const FROM = /^(From|Von|De|От|差出人|Author|Autor|Автор) ?[:：] */;
const EMAIL = /[\w.%+-]+(?:@| at )[\w-]+(?:\.[\w-]+)+/;

export const emailIn = (text: string): string =>
  EMAIL.exec(text.slice(0, 1_000).replace('%40', '@'))?.[0].replace(' at ', '@') ?? '';

/** "by Ada Park <ada@x> wrote:" as "Ada Park": without what people write around a name, in several languages. */
export function toName(raw: string): string {
  const [name = ''] = raw
    .replace(/^\W*(reported by|created by|by|from|von|par|por|de|da|от)[: ]+/i, '')
    .replace(/[<(].*?([>)]|$)/g, ' ')
    .split(
      / [|·•»—–@-]|(?:^|[\s»·|])(?:wrote|said|posted|commented|replied|reported|added|opened|created|started|moved|set|on|schrieb|am|a écrit|написала?)(?!\p{L})|[·•»|,:：،、](?: |$)/u,
    );
  return name.length <= 80 && /\p{L}/u.test(name) ? name.replace(/^[\s@]+|\s+$/g, '') : '';
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Who wrote, found by what parts are called, outside of the text; `before` is what stands in one line with the time. */
export function findAuthor(blocks: readonly Element[], bodies: readonly Element[], stamp: Element, before: string): Person {
  let name = '';
  let best = 0;
  let email = '';
  for (const block of blocks) {
    for (const element of [block, ...partsOf(block, 400)]) {
      const own = ownText(element) || attribute(element, 'name');
      const mail = emailIn(`${attribute(element, 'email')} ${own} ${attribute(element, 'title')} ${attribute(element, 'href')}`);
      const told = own.replace(FROM, '');
      if (element === stamp || (!own && !mail) || /\p{L} ?[:：]( |$)/u.test(told) || bodies.some((body) => holds(body, element))) continue;
      let words = '';
      for (let up: Element | null = element; up && up !== block && words.split('/').length < 4; up = up.parentElement)
        words += `${wordsOf(up)}${attribute(up, 'email') && ' sender'}/`;
      const called = words.split('/');
      if (OTHER.test(called[0] ?? '') || /recipient/.test(words) || (own.length < 4 && /avatar/.test(words)) || !isVisible(element)) continue;
      const found = findDate(own, false) ? '' : toName(told);
      let score = NAME_LIKE.test(found) ? 1 : 0;
      if (emailIn(own) === own.replace(' at ', '@')) score = 2;
      else if (closest(element, 'b,strong,h3,h4,cite')) score = 3;
      for (const [step, word] of called.entries()) if (NAMED.test(word) && !OTHER.test(word)) score = Math.max(score, 7 - step);
      if (PERSON_LINK.test(attribute(element, 'href')) && score !== 2) score = Math.max(score, 6);
      if (told !== own) score = 8;
      if (found && score > best) {
        best = score;
        name = found;
        email = mail || email;
      }
      email ||= best > 0 ? mail : '';
    }
  }
  const [, from] = /(?:^|\n) *(?:From|Von|De|От):([^\n<]+)/.exec(before) ?? [];
  const said = from ? toName(from) : best < 2 ? toName(before.split('\n').findLast((it) => /\p{L}/u.test(it)) ?? '') : '';
  return { name: said || name || email, email };
}

/** "2 March by Ada <ada@x>" holds a name, an address and a time. */
export function personIn(value: string, dayFirst: boolean): Person & { readonly at: number | null } {
  const date = findDate(value, dayFirst);
  const [, by = ''] = / (?:by|von|par) (.+)/.exec(value) ?? [];
  return {
    name: toName(by || value.slice(0, date?.from || 160)),
    email: emailIn(value),
    at: date?.at ?? null,
  };
}
