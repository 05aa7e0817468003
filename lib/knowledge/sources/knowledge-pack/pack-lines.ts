import * as z from 'zod/mini';
import { type KnowledgeRecord, KnowledgeRecordSchema } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { recordId } from '@/lib/knowledge/record-fields';
import { parseCleanJson } from '@/lib/knowledge/text/clean-json';
import { toTitle } from '@/lib/knowledge/text/foreign-text';
import type { Line } from '@/lib/std/lines';
import { cleanLine } from '@/lib/std/text';

/** A record with all its limits is shorter, whatever is escaped in it. */
export const MAX_LINE_BYTES = 2_000_000;

export type PackLine =
  | { readonly put: KnowledgeRecord }
  | { readonly removed: string }
  | { readonly broken: BrokenRecord };

const DeletionSchema = z.object({ delete: recordId });
const WithIdSchema = z.object({ id: recordId });

/** One line of a base or a delta: a record, or `{"delete": "<id>"}`. */
export function parsePackLine({ number, text, problem }: Line): PackLine {
  if (problem === 'too-long') return toBroken(idIn(text), number, 'is longer than 2 MB');
  if (problem === 'not-utf-8') return toBroken(idIn(text), number, 'is not UTF-8');
  const raw = parseCleanJson(text);
  if (raw === undefined) return toBroken(null, number, 'is not JSON');
  const record = KnowledgeRecordSchema.safeParse(raw);
  if (record.success) {
    const { id, title } = record.data;
    return toTitle(title) === '' ? toBroken(id, number, 'has no title') : { put: record.data };
  }
  const deletion = DeletionSchema.safeParse(raw);
  if (deletion.success) return { removed: deletion.data.delete };
  const known = WithIdSchema.safeParse(raw);
  const field = record.error.issues[0]?.path.join('.') || 'kind';
  return toBroken(known.success ? known.data.id : null, number, `has no valid ${field}`);
}

/** One line of a list of ids: the id as a JSON string. Null where it is none. */
export function parseIdLine({ text, problem }: Line): string | null {
  const id = problem ? null : recordId.safeParse(parseCleanJson(text));
  return id?.success ? id.data : null;
}

/** How the line begins, where it cannot be parsed as a whole. */
function idIn(head: string): string | null {
  return cleanLine(/"id":\s*"([^"\\]{1,200})"/.exec(head)?.[1] ?? '') || null;
}

function toBroken(id: string | null, number: number, reason: string): PackLine {
  return { broken: { id: id ?? `line ${number}`, reason } };
}
