import { toLine } from '@/lib/ticket/bounds';
import { isSaidInternal, isSaidNote } from './internal-words';
import type { PagePost } from './post';
import { roleIn } from './role-words';

const has = (words: string) => new RegExp(`(^|[ -])(${words})s?([ -]|$)`);
const AGENT = has('agent|staff|operator|response|out(bound|going)|moderator|admin');
const CUSTOMER = has('customer|client|requester|end-?user|in(bound|coming)|visitor|topic-owner');
const INTERNAL = has('internal|private|restricted|not-visible.*');

/** What a desk writes of changes, whoever made them. */
const CHANGED = /^(changed|set|moved)\b.{0,60} from .{0,40} to [^\n]{0,40}$/i;

export interface Told {
  readonly internal: boolean;
  readonly role: 'customer' | 'agent' | null;
}

/** Without what the desk wrote itself, and with what the page's words tell of who speaks and who may see it. */
export function tellPosts(all: readonly PagePost[]): (PagePost & Told)[] {
  // A word on some posts tells posts apart; a word on all of them is the name of the whole kind.
  const someOf = (word: string) => {
    const marked = all.filter(({ words }) => has(word).test(words));
    return new Set(marked.length < all.length ? marked : []);
  };
  const events = ['system', 'event', 'activity', 'change', 'log', 'line-?item'].flatMap((word) => [
    ...someOf(word),
  ]);
  // What stands around a post, without the text itself where both share a line.
  const around = new Map(all.map((post) => [post, post.said.replace(toLine(post.text) || ' ', ' ')]));
  const saidOf = (post: PagePost) => around.get(post) ?? '';
  const noted = all.filter((post) => isSaidNote(saidOf(post)));
  const notes = new Set([...someOf('note'), ...(noted.length < all.length ? noted : [])]);
  const roles = new Set(all.map((post) => roleIn(saidOf(post))));
  const comments = someOf('comment');
  const hasMail = all.some((post) => has('message|reply|email').test(post.words) && !comments.has(post));
  return all
    .filter(
      (post) =>
        !events.includes(post) &&
        !CHANGED.test(post.text) &&
        (post.form > 0 || all.every(({ form }) => form === 0)),
    )
    .map((post) => ({
      ...post,
      internal:
        INTERNAL.test(post.words) ||
        isSaidInternal(saidOf(post)) ||
        notes.has(post) ||
        (hasMail && comments.has(post)),
      role: CUSTOMER.test(post.words)
        ? 'customer'
        : AGENT.test(post.words)
          ? 'agent'
          : roles.size > 1
            ? roleIn(saidOf(post))
            : null,
    }));
}
