import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.optional(v.unknown());
const id = v.pipe(v.number(), v.finite());
const maybeId = v.optional(v.nullable(id));

/** Custom object attributes stand beside these as further top-level keys. */
export const TicketAnswer = v.looseObject({
  id,
  number: v.string(),
  title: v.string(),
  owner_id: maybeId,
  customer_id: maybeId,
  organization_id: maybeId,
});

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

export const UserAnswer = v.object({ firstname: loose, lastname: loose, email: loose });
export const OrganizationAnswer = v.object({ name: v.string() });
export const TagsAnswer = v.object({ tags: v.array(v.string()) });

export type ZammadTicket = v.InferOutput<typeof TicketAnswer>;
export type ZammadArticle = v.InferOutput<typeof ArticleItem>;
export type ZammadUser = v.InferOutput<typeof UserAnswer>;
