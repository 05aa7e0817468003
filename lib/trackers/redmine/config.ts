import * as z from 'zod/mini';
import { toHttpUrl } from '@/lib/std/text';
import { fieldMeta } from '@/lib/trackers/field-meta';
import type { IssueRef } from '@/lib/trackers/new-issue';

/** A new schema each time: `fieldMeta` hands what is registered for one on to all that are derived from it. */
const required = () => z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const RedmineConfigSchema = z.object({
  url: required()
    .check(z.refine((value) => toHttpUrl(value) !== null, 'An address that begins with https:// or http://'))
    .register(fieldMeta, {
      label: 'Address of Redmine',
      help: 'Where its start page opens, with a path if it has one.',
      placeholder: 'https://redmine.example',
      kind: 'url',
    }),
  apiKey: required().register(fieldMeta, {
    label: 'API access key',
    help: 'My account → API access key → Show. An account made for Baton needs to view and add issues and notes.',
    secret: true,
  }),
  project: required()
    .check(z.regex(/^[\w-]+$/, 'Letters, digits, dashes and underscores only'))
    .register(fieldMeta, {
      label: 'Project identifier',
      help: 'The last part of the project’s address, e.g. app in /projects/app.',
      placeholder: 'app',
    }),
  trackerName: z._default(required(), 'Bug').register(fieldMeta, {
    label: 'Tracker',
    help: 'What new issues are filed as, as it is called in this Redmine.',
    placeholder: 'Bug',
  }),
  formatting: z._default(z.enum(['textile', 'markdown']), 'textile').register(fieldMeta, {
    label: 'Text formatting',
    help: 'Administration → Settings → General. The API does not tell it.',
    kind: 'choice',
    choices: [
      { value: 'textile', label: 'Textile' },
      { value: 'markdown', label: 'Markdown or CommonMark' },
    ],
  }),
});

export type RedmineConfig = z.infer<typeof RedmineConfigSchema>;

/** An address below the configured one, which may have a path of its own. */
export function toRedmineUrl(
  config: Pick<RedmineConfig, 'url'>,
  path: string,
  query: Record<string, string> = {},
): URL {
  const base = new URL(config.url);
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Built from the config and the number alone: an address in an answer is never followed or shown. */
export function toIssueRef(config: RedmineConfig, id: number): IssueRef {
  return { id: String(id), key: `#${id}`, url: toRedmineUrl(config, `issues/${id}`).href };
}

/** An id that names the issue of another address is not believed: sources say both, and may lie. */
export function holdsIssue(ref: IssueRef, { url = '' }: Readonly<Record<string, string>>): boolean {
  if (!toHttpUrl(url) || !/^\d{1,15}$/.test(ref.id)) return false;
  return toHttpUrl(ref.url)?.href === toRedmineUrl({ url }, `issues/${ref.id}`).href;
}
