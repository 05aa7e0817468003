import * as z from 'zod/mini';
import { addressField, optionalField } from '@/lib/knowledge/source-config';
import { fieldMeta } from '@/lib/trackers/field-meta';

export const PackConfigSchema = z.object({
  url: addressField().register(fieldMeta, {
    label: 'Address of the pack',
    help: 'Of its manifest.json, on any static host. The files it names lie on the same host.',
    placeholder: 'https://files.example/knowledge/manifest.json',
    kind: 'url',
  }),
  token: optionalField().register(fieldMeta, {
    label: 'Access token',
    help: 'Only where the host asks for one.',
    secret: true,
  }),
  header: optionalField()
    .check(z.regex(/^[\w-]*$/, 'Letters, digits and dashes only'))
    .register(fieldMeta, {
      label: 'Header that carries the token',
      help: 'Empty = Authorization, with “Bearer” before a token of one word. Other headers carry it as it is.',
      placeholder: 'Authorization',
    }),
});

export type PackConfig = z.infer<typeof PackConfigSchema>;

export function toPackHeaders({ token, header }: PackConfig): Record<string, string> {
  if (!token) return {};
  const name = header || 'Authorization';
  const bearer = name.toLowerCase() === 'authorization' && !token.includes(' ');
  return { [name]: bearer ? `Bearer ${token}` : token };
}
