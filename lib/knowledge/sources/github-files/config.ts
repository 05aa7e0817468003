import * as z from 'zod/mini';
import { repositoryFields } from '@/lib/knowledge/repository-fields';
import { addressField, below, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const GitHubFilesSchema = z.object({
  url: z._default(addressField(), 'https://github.com').register(fieldMeta, {
    label: 'Address of GitHub',
    help: 'Another one for GitHub Enterprise Server only.',
    placeholder: 'https://github.com',
    kind: 'url',
  }),
  repository: requiredField()
    .check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'Owner and name with a slash between them'))
    .register(fieldMeta, { label: 'Repository', help: 'Owner and name.', placeholder: 'acme/handbook' }),
  ...repositoryFields(),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'A fine-grained token with Contents: read. To suggest changes also Contents, Pull requests and Issues: write. Not needed for a public repository, but then GitHub allows 60 requests an hour.',
    secret: true,
  }),
});

export type GitHubFilesConfig = z.infer<typeof GitHubFilesSchema>;

/** The API of github.com has a host of its own; that of a server lies below its address. */
export function toApiBase(url: string): string {
  return new URL(url).hostname === 'github.com' ? 'https://api.github.com' : below(url, 'api/v3').href;
}

/** Each part encoded, so that `#` and `?` in a file's name stay part of it. */
export const toPathSegments = (path: string) => path.split('/').map(encodeURIComponent).join('/');
