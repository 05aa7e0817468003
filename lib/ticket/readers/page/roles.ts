import type { PagePost } from './post';

const has = (words: string) => new RegExp(`(^|[ -])(${words})s?([ -]|$)`);
const AGENT = has('agent|staff|operator|response|out(bound|going)|moderator|admin');
const CUSTOMER = has('customer|client|requester|end-?user|in(bound|coming)|visitor|topic-owner');
const INTERNAL = has('internal|private|restricted|not-visible.*');
const SAID =
  /(?<!\p{L})(internal|private?(?!\p{L})|privé|intern[eoa]?(?!\p{L})|приватн|внутренн|служебн|社内|内部|非公開|داخلي)|added a note/iu;
/** What a desk writes of changes. */
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
  const notes = someOf('note');
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
        SAID.test(post.said) ||
        notes.has(post) ||
        (hasMail && comments.has(post)),
      role: CUSTOMER.test(post.words) ? 'customer' : AGENT.test(post.words) ? 'agent' : null,
    }));
}
