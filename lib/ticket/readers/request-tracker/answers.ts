import * as v from 'valibot';

/** RT writes numbers as strings in some places and as numbers in others. */
const scalar = v.union([v.string(), v.pipe(v.number(), v.finite())]);
/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.optional(v.unknown());

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
  CustomFields: v.optional(v.array(v.object({ name: loose, values: v.optional(v.array(scalar)) }))),
});

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

export type RtTicket = v.InferOutput<typeof TicketAnswer>;
export type RtTransaction = v.InferOutput<typeof TransactionItem>;
export type RtAttachment = v.InferOutput<typeof AttachmentItem>;
export type RtUser = v.InferOutput<typeof user>;
