import * as v from 'valibot';
import { toInstant } from '@/lib/ticket/bounds';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.optional(v.unknown());

const Part = v.object({
  id: loose,
  renderable_type: v.number(),
  created_at: loose,
  renderable_data: loose,
});

export const ConversationAnswer = v.object({
  id: v.unknown(),
  title: loose,
  state: loose,
  priority: loose,
  created_at: loose,
  last_updated: loose,
  user_summary: loose,
  company_id: loose,
  admin_assignee: loose,
  team_assignee: loose,
  attributes: loose,
  taggings: loose,
  renderable_parts: v.array(Part),
});

export type Conversation = v.InferOutput<typeof ConversationAnswer>;
export type ConversationPart = v.InferOutput<typeof Part>;

type Fields = Readonly<Record<string, unknown>>;

/** Undocumented answers are taken apart field by field: anything that is no object has no fields. */
export const fieldsOf = (raw: unknown): Fields =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Fields) : {};

export const listOf = (raw: unknown): Fields[] => (Array.isArray(raw) ? raw.map(fieldsOf) : []);

/** Seconds since 1970, or ISO 8601: both occur. */
export const toTime = (raw: unknown): number | null =>
  typeof raw === 'number' && raw > 0 && raw < 8.64e12 ? Math.round(raw * 1000) : toInstant(raw);
