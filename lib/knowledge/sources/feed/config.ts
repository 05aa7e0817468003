import * as z from 'zod/mini';
import { addressField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const FeedSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of the feed',
    help: 'Atom or RSS, e.g. of a status page, a release log or a blog.',
    placeholder: 'https://status.example/feed.atom',
    kind: 'url',
  }),
  audience: z._default(z.enum(['public', 'internal']), 'public').register(fieldMeta, {
    label: 'Who may read it',
    kind: 'choice',
    choices: [
      { value: 'public', label: 'Customers too' },
      { value: 'internal', label: 'The team' },
    ],
  }),
});

export type FeedConfig = z.infer<typeof FeedSchema>;
