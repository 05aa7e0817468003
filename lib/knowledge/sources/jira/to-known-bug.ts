import * as z from 'zod/mini';
import { toBugFields } from '@/lib/knowledge/bug-fields';
import { toBugStatus } from '@/lib/knowledge/bug-status';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { below } from '@/lib/knowledge/source-config';
import { toLine, toLines, toMoment, toText, toTitle } from '@/lib/knowledge/text/foreign-text';
import { documentToText } from './document-text';
import type { JiraIssue } from './schemas';

const Labelled = z.union([
  z.pipe(
    z.object({ value: z.string() }),
    z.transform(({ value }) => value),
  ),
  z.pipe(
    z.object({ name: z.string() }),
    z.transform(({ name }) => name),
  ),
]);

/** A field may hold text, a document, a choice, or several of them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.slice(0, LIMITS.list).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one)));
  const labelled = Labelled.safeParse(value);
  const text = labelled.success ? labelled.data : documentToText(value);
  return text ? [text] : [];
}

function toStatus({ status, resolution }: JiraIssue['fields']): KnownBug['status'] {
  const { key } = status.statusCategory;
  if (key === 'done') return toBugStatus(resolution?.name ?? status.name, true);
  return key === 'indeterminate' ? 'in-progress' : 'open';
}

/** `names` are those of the custom fields that are asked for, by id. */
export function toKnownBug(issue: JiraIssue, base: string, names: ReadonlyMap<string, string>): KnownBug {
  const { fields, key } = issue;
  const custom = [...names].flatMap(([id, name]) =>
    textsOf(Object.hasOwn(fields, id) ? fields[id] : null).map((text): [string, string] => [name, text]),
  );
  const found = toBugFields(custom);
  const duplicates = fields.issuelinks.flatMap(({ type, inwardIssue }) =>
    inwardIssue && /duplicat|dupe/i.test(`${type.name} ${type.inward}`) ? [inwardIssue] : [],
  );
  const toPage = (ofKey: string) => below(base, `browse/${encodeURIComponent(ofKey)}`).href;
  return {
    kind: 'known-bug',
    // The key changes when an issue moves to another project.
    id: issue.id,
    key,
    title: toTitle(fields.summary),
    text:
      typeof fields.description === 'string'
        ? toText(fields.description)
        : documentToText(fields.description),
    body: null,
    status: toStatus(fields),
    statusText: toLine(fields.status.name),
    parts: toLines(fields.components.map(({ name }) => name)),
    fixedIn: toLines(fields.fixVersions.map(({ name }) => name)),
    ...found,
    versions: toLines([...fields.versions.map(({ name }) => name), ...found.versions]),
    reports: duplicates.slice(0, LIMITS.linked).map((linked) => ({
      title: toLine(linked.fields.summary),
      text: '',
      url: toPage(toLine(linked.key, 100)),
    })),
    reportCount: duplicates.length,
    url: toPage(key),
    createdAt: toMoment(fields.created),
    updatedAt: toMoment(fields.updated),
    issue: null,
  };
}
