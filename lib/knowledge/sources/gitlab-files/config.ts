import * as z from 'zod/mini';
import { repositoryFields } from '@/lib/knowledge/repository-fields';
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
  ...repositoryFields(),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'A project access token with read_api; to suggest changes api and the role Developer. Not needed for a public project.',
    secret: true,
  }),
});

export type GitLabFilesConfig = z.infer<typeof GitLabFilesSchema>;
