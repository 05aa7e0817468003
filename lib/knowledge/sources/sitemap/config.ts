import * as z from 'zod/mini';
import { addressField, optionalField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const SitemapSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of the sitemap',
    help: 'Or of an index of sitemaps. Only pages of the same host are read, at most 5,000.',
    placeholder: 'https://docs.example/sitemap.xml',
    kind: 'url',
  }),
  folder: optionalField().register(fieldMeta, {
    label: 'Only pages whose path begins with',
    help: 'Empty = all.',
    placeholder: '/help/',
  }),
  audience: z._default(z.enum(['public', 'internal']), 'public').register(fieldMeta, {
    label: 'Who may read the pages',
    kind: 'choice',
    choices: [
      { value: 'public', label: 'Customers too' },
      { value: 'internal', label: 'The team' },
    ],
  }),
});

export type SitemapConfig = z.infer<typeof SitemapSchema>;
