import * as v from 'valibot';
import { loose, scalar } from '@/lib/ticket/answer-fields';

const user = v.object({
  id: scalar,
  RealName: loose,
  EmailAddress: loose,
  Organization: loose,
});

const people = v.optional(v.array(user));

export const TicketAnswer = v.object({
  id: scalar,
  Subject: loose,
  Status: loose,
  Priority: loose,
  Type: loose,
  Created: loose,
  LastUpdated: loose,
  Queue: v.optional(v.object({ id: scalar, Name: loose })),
  Owner: v.optional(v.nullable(user)),
  Requestor: people,
  Cc: people,
  // A value is a text, or `{filename, …}` in fields of pictures and files.
  CustomFields: v.optional(
    v.array(v.object({ id: loose, name: loose, values: v.optional(v.array(v.unknown())) })),
  ),
  _hyperlinks: v.optional(v.array(v.object({ ref: loose, type: loose, id: loose }))),
});

/** A ticket in a list. */
export const TicketItem = v.object({
  id: scalar,
  Subject: loose,
  Status: loose,
  LastUpdated: loose,
  Requestor: people,
});

export const ArticleItem = v.object({ id: scalar, Name: loose, Summary: loose, LastUpdated: loose });

export const TransactionItem = v.object({ id: scalar, Type: v.string(), Created: loose, Creator: user });

export const AttachmentItem = v.object({
  id: scalar,
  TransactionId: scalar,
  ContentType: v.optional(v.string()),
  Filename: loose,
  ContentLength: loose,
  Content: loose,
});

export const UserAnswer = v.object({ RealName: loose, EmailAddress: loose, Organization: loose });

export type RtListed = v.InferOutput<typeof TicketItem>;
export type RtTicket = v.InferOutput<typeof TicketAnswer>;
export type RtTransaction = v.InferOutput<typeof TransactionItem>;
export type RtAttachment = v.InferOutput<typeof AttachmentItem>;
export type RtUser = v.InferOutput<typeof user>;
