import * as v from 'valibot';
import { loose } from '@/lib/ticket/answer-fields';

const id = v.number();
const maybeId = v.nullish(id);

/** Custom object attributes stand beside these as further top-level keys. */
export const TicketAnswer = v.looseObject({
  id,
  number: v.string(),
  title: v.string(),
  state: loose,
  owner_id: maybeId,
  customer_id: maybeId,
  organization_id: maybeId,
});
export const SearchAnswer = v.array(TicketAnswer);

/** `state_type`, one of seven names that nobody can change, stands in expanded answers. */
export const StatesAnswer = v.array(v.object({ name: loose, state_type: loose }));

const AttachmentItem = v.object({ id, filename: loose, size: loose, preferences: loose });

export const ArticleItem = v.object({
  id,
  from: loose,
  body: v.string(),
  content_type: loose,
  sender: loose,
  internal: v.boolean(),
  created_at: loose,
  created_by: loose,
  attachments: v.optional(v.array(AttachmentItem)),
});

export const UserAnswer = v.object({
  firstname: loose,
  lastname: loose,
  email: loose,
  organization_id: maybeId,
  organization: loose,
});
export const TagsAnswer = v.object({ tags: v.array(v.string()) });

export const LinksAnswer = v.object({
  links: v.array(v.object({ link_type: loose, link_object: loose, link_object_value: loose })),
  assets: v.optional(v.object({ Ticket: v.optional(v.record(v.string(), v.object({ title: loose }))) })),
});

export const KnowledgeAnswer = v.object({
  details: v.array(v.object({ id, type: loose, date: loose, url: loose, title: loose, body: loose })),
});

export type ZammadTicket = v.InferOutput<typeof TicketAnswer>;
export type ZammadArticle = v.InferOutput<typeof ArticleItem>;
export type ZammadUser = v.InferOutput<typeof UserAnswer>;
export type ZammadLinks = v.InferOutput<typeof LinksAnswer>;
