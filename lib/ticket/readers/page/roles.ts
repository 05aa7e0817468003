import type { PagePost } from './post';

const has = (words: string) => new RegExp(`(^|[ -])(${words})s?([ -]|$)`);
const AGENT = has('agent|staff|operator|response|outbound|outgoing|moderator|admin|support');
const CUSTOMER = has('customer|client|requester|end-?user|inbound|incoming|visitor|contact|topic-owner');
const INTERNAL = has('internal|private|restricted|not-visible.*');
const MAIL = has('message|reply|email');
const SAID =
  /(?<!\p{L})(internal|private?(?!\p{L})|privé|intern[eoa]?(?!\p{L})|приватн|внутренн|служебн|社内|内部|非公開|داخلي)|added a note/iu;

/** What a desk writes of changes. */
const CHANGED = /^(changed|set|moved)\b.{0,60} from .{0,40} to [^\n]{0,40}$/i;

/** A word on some posts tells posts apart; a word on all of them is the name of the whole kind. */
function someOf(posts: readonly PagePost[], pattern: RegExp): (post: PagePost) => boolean {
  const named = posts.filter(({ words }) => words);
  const marked = new Set(named.filter(({ words }) => pattern.test(words)));
  return (post) => marked.size < named.length && marked.has(post);
}

export interface Told {
  readonly internal: boolean;
  readonly role: 'customer' | 'agent' | null;
}

/** Without what the desk wrote itself, and with what the page's words tell of who speaks and who may see it. */
export function tellPosts(all: readonly PagePost[]): (PagePost & Told)[] {
  const called = ['system', 'event', 'activity', 'change', 'log', 'line-?item'].map((word) =>
    someOf(all, has(word)),
  );
  const posts = all.filter(
    (post) =>
      !called.some((isCalled) => isCalled(post)) && !CHANGED.test(post.text) && (post.form > 0 || all.every(({ form }) => form === 0)),
  );
  const isNote = someOf(posts, has('note'));
  const isComment = someOf(posts, has('comment'));
  const hasMail = posts.some(({ words }) => MAIL.test(words) && !has('comment').test(words));
  return posts.map((post) => ({
    ...post,
    internal:
      INTERNAL.test(post.words) || SAID.test(post.said) || isNote(post) || (hasMail && isComment(post)),
    role: CUSTOMER.test(post.words) ? 'customer' : AGENT.test(post.words) ? 'agent' : null,
  }));
}
