import * as z from 'zod/mini';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = z.optional(z.unknown());
const id = z.number();
const maybeId = z.optional(z.nullable(id));

/** Custom object attributes stand beside these as further top-level keys. */
export const TicketAnswer = z.looseObject({
  id,
  number: z.string(),
  title: z.string(),
  owner_id: maybeId,
  customer_id: maybeId,
  organization_id: maybeId,
});

const AttachmentItem = z.object({ id, filename: loose, size: loose, preferences: loose });

export const ArticleItem = z.object({
  id,
  from: loose,
  body: z.string(),
  content_type: loose,
  sender: loose,
  internal: z.boolean(),
  created_at: loose,
  created_by: loose,
  attachments: z.optional(z.array(AttachmentItem)),
});

export const UserAnswer = z.object({ firstname: loose, lastname: loose, email: loose });
export const OrganizationAnswer = z.object({ name: z.string() });
export const TagsAnswer = z.object({ tags: z.array(z.string()) });

export type ZammadTicket = z.infer<typeof TicketAnswer>;
export type ZammadArticle = z.infer<typeof ArticleItem>;
export type ZammadUser = z.infer<typeof UserAnswer>;
