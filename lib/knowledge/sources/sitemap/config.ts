import * as z from 'zod/mini';
import { addressField, audienceField, optionalField } from '@/lib/knowledge/source-config';
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
  audience: audienceField('public', 'Who may read the pages'),
});

export type SitemapConfig = z.infer<typeof SitemapSchema>;
