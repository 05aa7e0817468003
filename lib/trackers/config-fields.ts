import * as z from 'zod/mini';
import { type FieldMeta, fieldMeta } from './field-meta';
import type { Tracker } from './tracker';

export interface ConfigField {
  readonly name: string;
  readonly meta: FieldMeta;
  /** What the form starts with: the schema's default, else empty. */
  readonly initial: string;
}

/** The fields of a tracker's settings form in the order of its schema; only those registered in `fieldMeta`. */
export function configFields(tracker: Pick<Tracker, 'configSchema'>): ConfigField[] {
  const schema = tracker.configSchema;
  if (!(schema instanceof z.ZodMiniObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const meta = fieldMeta.get(field);
    if (!meta) return [];
    const initial = z.safeParse(field, undefined);
    return [{ name, meta, initial: initial.success && typeof initial.data === 'string' ? initial.data : '' }];
  });
}

/** A config in two halves: what may be stored in the open, and what goes into the encrypted store. */
export function splitSecrets(
  tracker: Pick<Tracker, 'configSchema'>,
  config: Readonly<Record<string, string>>,
) {
  const fields = configFields(tracker);
  const pick = (secret: boolean) =>
    Object.fromEntries(
      fields
        .filter(({ name, meta }) => Boolean(meta.secret) === secret && config[name] !== undefined)
        .map(({ name }) => [name, config[name] ?? '']),
    );
  return { open: pick(false), secret: pick(true) };
}

interface SchemaIssue {
  readonly path: ReadonlyArray<PropertyKey>;
  readonly message: string;
}

/** What is wrong with a config, in words that name the field as the form does. Never quotes a value. */
export function configProblem(
  tracker: Pick<Tracker, 'configSchema'>,
  config: Readonly<Record<string, string>>,
  issues: readonly SchemaIssue[],
): string {
  const [issue] = issues;
  const name = String(issue?.path[0] ?? '');
  const label = configFields(tracker).find((field) => field.name === name)?.meta.label ?? 'A field';
  if (!config[name]?.trim()) return `${label} is missing.`;
  const said = issue && issue.message !== 'Invalid input' ? issue.message : 'this is not valid';
  return `${label}: ${said}.`;
}
