import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const GitHubIssuesSchema = z.object({
  repository: requiredField()
    .check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'Owner and name, such as acme/app'))
    .register(fieldMeta, {
      label: 'Repository',
      help: 'Owner and name, as in its address.',
      placeholder: 'acme/app',
    }),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'A fine-grained token that may read issues. Without one GitHub shows public repositories only, 60 requests an hour.',
    secret: true,
  }),
  labels: optionalField().register(fieldMeta, {
    label: 'Labels',
    help: 'Takes issues that carry all of these, separated by commas. Empty takes all.',
    placeholder: 'bug',
  }),
  url: z._default(addressField(), 'https://api.github.com').register(fieldMeta, {
    label: 'Address of the API',
    help: 'For GitHub Enterprise Server: https://github.example/api/v3',
    kind: 'url',
  }),
});

export type GitHubIssuesConfig = z.infer<typeof GitHubIssuesSchema>;
