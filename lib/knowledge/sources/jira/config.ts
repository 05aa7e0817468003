import * as z from 'zod/mini';
import { addressField, optionalField, requiredField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

const fields = {
  edition: z._default(z.enum(['cloud', 'data-center']), 'cloud').register(fieldMeta, {
    label: 'Edition',
    kind: 'choice',
    choices: [
      { value: 'cloud', label: 'Jira Cloud' },
      { value: 'data-center', label: 'Jira Data Center or Server' },
    ],
  }),
  url: addressField().register(fieldMeta, {
    label: 'Address of Jira',
    help: 'With a path if it has one.',
    placeholder: 'https://acme.atlassian.net',
    kind: 'url',
  }),
  email: optionalField().register(fieldMeta, {
    label: 'E-mail of the account',
    help: 'For Jira Cloud only: the account the API token belongs to.',
    placeholder: 'bot@acme.example',
  }),
  token: requiredField().register(fieldMeta, {
    label: 'API token',
    help: 'Jira Cloud: id.atlassian.com → Security → API tokens. Data Center: profile → Personal access tokens.',
    secret: true,
  }),
  jql: z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(4_000))
    .check(z.refine((jql) => !/\border\s+by\b/i.test(jql), 'Without ORDER BY: Baton reads in its own order'))
    .register(fieldMeta, {
      label: 'Issues (JQL)',
      help: 'Which issues are known bugs, in Jira’s query language.',
      placeholder: 'project = APP AND issuetype = Bug',
    }),
};

export const JiraSourceSchema = z.object(fields).check(
  z.refine(({ edition, email }) => edition !== 'cloud' || email !== '', {
    path: ['email'],
    error: 'Jira Cloud needs the account the token belongs to',
  }),
);

export type JiraSourceConfig = z.infer<typeof JiraSourceSchema>;
