import * as z from 'zod/mini';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { toLine } from '@/lib/knowledge/text/foreign-text';

const WithId = z.object({ id: z.union([z.string(), z.number()]) });

function idOfItem(item: unknown): string | null {
  const known = WithId.safeParse(item);
  return known.success ? toLine(String(known.data.id)) || null : null;
}

/**
 * Takes each item of a page by itself, so that one that cannot be read costs no other one. `toRecord` answers with null
 * for what is no knowledge at all, such as a pull request; what it makes is checked once more against the schema.
 * `idOf` names a broken item by what its record's id would be; without one it is named by its place on the page.
 */
export function takeOver<T>(
  items: readonly unknown[],
  schema: z.ZodMiniType<T>,
  toRecord: (item: T) => KnowledgeRecord | null,
  idOf: (item: unknown) => string | null = idOfItem,
): { put: KnowledgeRecord[]; broken: BrokenRecord[] } {
  const put: KnowledgeRecord[] = [];
  const broken: BrokenRecord[] = [];
  for (const [index, item] of items.entries()) {
    const name = () => idOf(item) ?? `number ${index + 1} of a page`;
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      broken.push({ id: name(), reason: sayProblem(parsed.error.issues) });
      continue;
    }
    const record = toRecord(parsed.data);
    if (!record) continue;
    const checked = KnowledgeRecordSchema.safeParse(record);
    if (checked.success) put.push(checked.data);
    else broken.push({ id: toLine(record.id) || name(), reason: sayProblem(checked.error.issues) });
  }
  return { put, broken };
}

/** Names the field, never its value. */
function sayProblem(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const [field = ''] = issues[0]?.path ?? [];
  return field === '' ? 'is no record' : `has no readable ${toLine(String(field), 60)}`;
}
