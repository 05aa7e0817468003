import type { KnownBug } from './known-bug';
import { LIMITS } from './record-fields';
import { toLines, toText } from './text/foreign-text';

/** What teams call a custom field, or a heading in the description, for what trackers have no field for. */
const NAMES = {
  workaround: /^work.?arounds?$/i,
  reply: /^((approved|customer)\W?)?(customer\W?)?(reply|response)( to (the )?customers?)?$/i,
  signatures: /^(error\W?(codes?|messages?|signatures?)?|errors|exceptions?|signatures?)$/i,
  versions: /^((affect(s|ed)|found in)\W?)?versions?$/i,
  organizations: /^(affected\W?)?(organi[sz]ations?|customers?)$/i,
} as const;

export type BugField = keyof typeof NAMES;

/** Which of them a name means; null = none. */
export function toBugField(name: string): BugField | null {
  const clean = name.replace(/[\s:*_]+$/, '').trim();
  for (const field of ['workaround', 'reply', 'signatures', 'versions', 'organizations'] as const) {
    if (clean.length < 60 && NAMES[field].test(clean)) return field;
  }
  return null;
}

type NamedText = readonly [name: string, text: string];

/** The fields of a known bug that come from named texts; of a list each line is one value. */
export function toBugFields(texts: Iterable<NamedText>): Pick<KnownBug, BugField> {
  const found: Record<BugField, string[]> = {
    workaround: [],
    reply: [],
    signatures: [],
    versions: [],
    organizations: [],
  };
  for (const [name, text] of texts) {
    const field = toBugField(name);
    if (field) found[field].push(text);
  }
  const lines = (field: BugField) =>
    toLines(
      found[field].flatMap((text) =>
        text
          .slice(0, LIMITS.text)
          .split(/\r?\n/)
          .map((line) => line.replace(/^\s*([-*]\s+|```.*$)/, '').replace(/^`|`$/g, '')),
      ),
    );
  return {
    workaround: toText(found.workaround.join('\n\n')),
    reply: toText(found.reply.join('\n\n')),
    signatures: lines('signatures'),
    versions: lines('versions'),
    organizations: lines('organizations'),
  };
}
