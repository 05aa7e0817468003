import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const ConfluenceSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of Confluence',
    help: 'Cloud: with /wiki at its end. Data Center: where its start page opens.',
    placeholder: 'https://acme.atlassian.net/wiki',
    kind: 'url',
  }),
  email: optionalField().register(fieldMeta, {
    label: 'E-mail address of the account',
    help: 'For Cloud. Empty for Data Center.',
    placeholder: 'knowledge@acme.example',
  }),
  token: requiredField().register(fieldMeta, {
    label: 'API token or personal access token',
    help: 'Cloud: an API token of the account. Data Center: Profile → Personal access tokens.',
    secret: true,
  }),
  spaces: optionalField()
    .check(z.regex(/^[\w~.-]*(\s*,\s*[\w~.-]+)*$/, 'Keys of spaces with commas between them'))
    .register(fieldMeta, {
      label: 'Spaces',
      help: 'Their keys, with commas between them. Empty = all the account may see.',
      placeholder: 'SUP, KB',
    }),
});

export type ConfluenceConfig = z.infer<typeof ConfluenceSchema>;
