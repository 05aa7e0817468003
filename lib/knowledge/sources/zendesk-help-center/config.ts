import * as z from 'zod/mini';
import { addressField, optionalField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

const digits = () => optionalField().check(z.regex(/^\d*$/, 'Digits only'));

export const HelpCenterSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of Zendesk',
    help: 'The address of the brand, e.g. https://acme.zendesk.com.',
    placeholder: 'https://acme.zendesk.com',
    kind: 'url',
  }),
  locale: z
    ._default(
      optionalField().check(z.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'A language such as en-us')),
      'en-us',
    )
    .register(fieldMeta, {
      label: 'Language',
      help: 'As it stands in the address of the help center, after /hc/.',
      placeholder: 'en-us',
    }),
  email: optionalField().register(fieldMeta, {
    label: 'E-mail address of the agent',
    help: 'Whose rights are used. Empty = only what customers may read without signing in.',
    placeholder: 'knowledge@acme.example',
  }),
  token: optionalField().register(fieldMeta, {
    label: 'API token',
    help: 'Admin Center → Apps and integrations → Zendesk API. Not needed for public articles.',
    secret: true,
  }),
  section: digits().register(fieldMeta, {
    label: 'Section for new articles',
    help: 'The number in the section’s address. Empty = new articles are not sent here.',
    placeholder: '360001234567',
  }),
});

export type HelpCenterConfig = z.infer<typeof HelpCenterSchema>;
