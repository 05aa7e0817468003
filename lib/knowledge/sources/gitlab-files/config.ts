import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const GitLabFilesSchema = z.object({
  url: z._default(addressField(), 'https://gitlab.com').register(fieldMeta, {
    label: 'Address of GitLab',
    help: 'Where its start page opens, with a path if it has one.',
    placeholder: 'https://gitlab.com',
    kind: 'url',
  }),
  project: requiredField()
    .check(z.regex(/^[\w.-]+(\/[\w.-]+)+$/, 'The path of the project, with its groups'))
    .register(fieldMeta, {
      label: 'Project',
      help: 'Its path with all groups, as in its address.',
      placeholder: 'acme/handbook',
    }),
  branch: optionalField()
    .check(z.regex(/^(?!\/)(?!.*\.\.)[\w./-]*$/, 'No name of a branch'))
    .register(fieldMeta, { label: 'Branch', help: 'Empty = the default branch.', placeholder: 'main' }),
  folder: optionalField().register(fieldMeta, {
    label: 'Folder',
    help: 'Only Markdown files below it. Empty = all. Feature cards lie in a folder named feature-cards, or say type: feature-card.',
    placeholder: 'docs/support',
  }),
  audience: z._default(z.enum(['internal', 'public']), 'internal').register(fieldMeta, {
    label: 'Who may read the files',
    help: 'For files that do not say it in their front matter.',
    kind: 'choice',
    choices: [
      { value: 'internal', label: 'The team' },
      { value: 'public', label: 'Customers too' },
    ],
  }),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'A project access token with read_api; to suggest changes api and the role Developer. Not needed for a public project.',
    secret: true,
  }),
});

export type GitLabFilesConfig = z.infer<typeof GitLabFilesSchema>;
