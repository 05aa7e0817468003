import type { PhrasingContent } from 'mdast';
import { cleanText } from './text';

/**
 * What GitHub, GitLab, Jira and Redmine turn into links, mentions, references, macros or commands. Escaping does not
 * help: they look for these in the rendered text, where a backslash is gone. All of them leave code alone, so each
 * becomes inline code. Rather too much than too little: `UTF-8` as code harms nobody.
 * Sources: docs.github.com "Autolinked references and URLs"; docs.gitlab.com "GitLab Flavored Markdown", "Quick
 * actions"; Redmine 5.0.4 app/helpers/application_helper.rb (LINKS_RE, MACROS_RE); GFM spec 6.9.
 * Every repetition is bounded or starts at a fixed sign, so that a hostile text costs linear time.
 */
const PATTERNS = [
  // Wiki links, macros, and their openings when they are not closed on the line.
  /!?\[\[[^\]\n]{0,300}\]\]/,
  /!?\{\{[^}\n]{0,300}\}\}/,
  /!?\[\[+|!?\{\{+/,
  // GitLab `[issue:12]`, `[contact:…]`.
  /\[[a-z_]{2,30}:[^\]\s]{1,200}\]/,
  // Addresses: any scheme, `www.`, schemes without slashes that are linked.
  /[#!~%$&^]?[a-z][a-z0-9+.-]{0,30}:\/\/\S*/,
  /[#!~%$&^]?www\.\S*/,
  /(?:mailto|xmpp|tel|javascript|data):\S+/,
  // Redmine `commit:…`, `attachment:"a b"`, `version#3`, `user:name`.
  /(?:attachment|document|version|forum|news|message|project|commit|source|export|user|issue)[:#](?:"[^"\n]{1,300}"|[^\s"]\S*)/,
  // Redmine takes the `!` of `!:x` for an escape and drops it.
  /![\w-]{0,30}:\S+/,
  // Mentions and e-mail addresses: what stands left of the `@` is added below.
  /@[\w-][\w@./+-]*|(?<=\w)@+/,
  // `#12`, `##12`, `#note-3`, `!12`, `~label`, `%"two words"`, `$12`, `&3`, `^alert`.
  /[#!~%$&^](?:"[^"\n]{1,100}"|[\w-]*\w)(?:[-#]\w+)*/,
  // `ABC-123`, `GH-123`, `CVE-2024-1234`, security advisories.
  /(?<![a-z0-9_])(?:ghsa(?:-\w{4}){3}|[a-z][a-z0-9_]{0,30}(?:-[a-z0-9]{1,10}){0,4}-\d+)(?![a-z0-9_])/,
  // Commits and Subversion revisions.
  /(?<![a-z0-9])(?=[a-f]*\d)[0-9a-f]{7,40}(?![a-z0-9])/,
  /(?<![a-z0-9])r\d+/,
  // `:smile:` would become a picture.
  /:(?:\+1|-1|100|1234|[a-z0-9_+-]{0,30}[a-z][a-z0-9_+-]{0,30}):/,
  // A command is one at the start of a line only.
  /(?<=^[ \t]{0,20})\/[a-z_]\S*/,
];

const TOKEN = new RegExp(PATTERNS.map((pattern) => pattern.source).join('|'), 'gi');
/** Belongs to the sentence, not to the address before it. */
const TRAILING = `.,;:!?)]}'">*_`;
/** May stand directly before `@name`, `#12`, `!12` and belong to it: `name@`, `group/project!12`, `repo|r1`. */
const BEFORE_SIGIL = /[\w.+/|@#!~%$&^-]/;
const SIGILS = '@#!~%$&^';

/** Where the token that begins at `start` really begins, but never before `floor`. */
function widenLeft(line: string, start: number, floor: number): number {
  if (!SIGILS.includes(line[start] ?? '')) return start;
  let at = start;
  while (at > floor && BEFORE_SIGIL.test(line[at - 1] ?? '')) at -= 1;
  return at;
}

/** The token without the punctuation that closes the sentence; brackets that are its own stay. */
function trimToken(token: string): string {
  if (/^[!]?[[{:]/.test(token) || token.endsWith('"')) return token;
  let end = token.length;
  while (end > 0 && TRAILING.includes(token[end - 1] ?? '')) end -= 1;
  return token.slice(0, end) || token;
}

function toInertLine(line: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  const add = (type: 'text' | 'inlineCode', value: string) => {
    const last = nodes.at(-1);
    // Two code nodes side by side cannot be told apart in Markdown.
    if (last?.type === type) last.value += value;
    else if (value) nodes.push({ type, value });
  };
  let done = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(line); match; match = TOKEN.exec(line)) {
    const start = widenLeft(line, match.index, done);
    const token = line.slice(start, match.index) + trimToken(match[0]);
    add('text', line.slice(done, start));
    add('inlineCode', token);
    done = start + token.length;
    TOKEN.lastIndex = done;
  }
  add('text', line.slice(done));
  return nodes;
}

/** Foreign text as nodes that stay text in every tracker. The values joined, a break as `\n`, are the cleaned text. */
export function toInertPhrasing(text: string): PhrasingContent[] {
  return cleanText(text)
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ type: 'break' } as const] : []), ...toInertLine(line)]);
}
