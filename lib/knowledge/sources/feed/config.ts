import * as z from 'zod/mini';
import { addressField, audienceField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const FeedSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of the feed',
    help: 'Atom or RSS, e.g. of a status page, a release log or a blog.',
    placeholder: 'https://status.example/feed.atom',
    kind: 'url',
  }),
  audience: audienceField('public', 'Who may read it'),
});

export type FeedConfig = z.infer<typeof FeedSchema>;
