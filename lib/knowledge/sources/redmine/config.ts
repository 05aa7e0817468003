import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const RedmineSourceSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of Redmine',
    help: 'Where its start page opens, with a path if it has one.',
    placeholder: 'https://redmine.example',
    kind: 'url',
  }),
  apiKey: requiredField().register(fieldMeta, {
    label: 'API access key',
    help: 'My account → API access key → Show. Its account needs to view issues.',
    secret: true,
  }),
  project: requiredField()
    .check(z.regex(/^[\w-]+$/, 'Letters, digits, dashes and underscores only'))
    .register(fieldMeta, {
      label: 'Project identifier',
      help: 'The last part of the project’s address, e.g. app in /projects/app.',
      placeholder: 'app',
    }),
  trackerName: optionalField().register(fieldMeta, {
    label: 'Tracker',
    help: 'Takes issues of this tracker only. Empty takes all.',
    placeholder: 'Bug',
  }),
});

export type RedmineSourceConfig = z.infer<typeof RedmineSourceSchema>;
