import * as z from 'zod/mini';
import { wordsFor } from '@/lib/playbook/field-words';
import { PlaybookSchema } from '@/lib/playbook/playbook';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Adds what the settings page says about each field, so that an editor can show it. */
function describe(schema: JsonSchema, path: readonly string[]): void {
  const { label, help, names } = wordsFor(path);
  schema.title = label;
  const values = Object.entries(names ?? {}).map(([value, name]) => `${value} = ${name}`);
  const description = [help, values.length > 0 ? `${values.join(', ')}.` : ''].filter(Boolean).join(' ');
  if (description) schema.description = description;
  describeInside(schema, path);
}

function describeInside(schema: JsonSchema, path: readonly string[]): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (typeof field === 'object') describe(field, [...path, name]);
  }
  const { items } = schema;
  if (typeof items === 'object' && !Array.isArray(items)) describeInside(items, path);
}

/** The playbook's form as JSON Schema 2020-12: of what may be written in a file, not of what Baton makes of it. */
export function toJsonSchema(): JsonSchema {
  const schema: JsonSchema = z.toJSONSchema(PlaybookSchema, { io: 'input' });
  describeInside(schema, []);
  schema.title = 'Baton playbook';
  schema.description =
    'What a team does before and when it hands a ticket to engineering. See playbook.md beside this file.';
  return schema;
}
