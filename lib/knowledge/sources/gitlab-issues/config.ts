import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const GitLabIssuesSchema = z.object({
  url: z._default(addressField(), 'https://gitlab.com').register(fieldMeta, {
    label: 'Address of GitLab',
    help: 'Where its start page opens.',
    placeholder: 'https://gitlab.example',
    kind: 'url',
  }),
  project: requiredField()
    .check(z.regex(/^(\d+|[\w.-]+(\/[\w.-]+)+)$/, 'Its path, such as acme/app, or its number'))
    .register(fieldMeta, {
      label: 'Project',
      help: 'Its path with all groups, as in its address, or its number.',
      placeholder: 'acme/app',
    }),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'A project or personal token with the scope read_api. Without one GitLab shows public projects only.',
    secret: true,
  }),
  labels: optionalField().register(fieldMeta, {
    label: 'Labels',
    help: 'Takes issues that carry all of these, separated by commas. Empty takes all.',
    placeholder: 'bug',
  }),
});

export type GitLabIssuesConfig = z.infer<typeof GitLabIssuesSchema>;
