import * as z from 'zod/mini';
import { fieldMeta } from '@/lib/trackers/field-meta';
import { audienceField, optionalField } from './source-config';

/** Which files of a repository are read; the same wherever it is hosted. New schemas each time, as in `source-config`. */
export const repositoryFields = () => ({
  branch: optionalField()
    .check(z.regex(/^(?!\/)(?!.*\.\.)[\w./-]*$/, 'No name of a branch'))
    .register(fieldMeta, { label: 'Branch', help: 'Empty = the default branch.', placeholder: 'main' }),
  folder: optionalField().register(fieldMeta, {
    label: 'Folder',
    help: 'Only Markdown files below it. Empty = all. Feature cards lie in a folder named feature-cards, or say type: feature-card.',
    placeholder: 'docs/support',
  }),
  audience: audienceField(
    'internal',
    'Who may read the files',
    'For files that do not say it in their front matter.',
  ),
});
