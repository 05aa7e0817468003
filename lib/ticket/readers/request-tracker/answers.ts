import * as z from 'zod/mini';

/** RT writes numbers as strings in some places and as numbers in others. */
const scalar = z.union([z.string(), z.number()]);
/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = z.optional(z.unknown());

const user = z.object({
  id: scalar,
  RealName: loose,
  EmailAddress: loose,
  Organization: loose,
});

const people = z.optional(z.array(user));

export const TicketAnswer = z.object({
  id: scalar,
  Subject: loose,
  Status: loose,
  Priority: loose,
  Type: loose,
  Created: loose,
  LastUpdated: loose,
  Queue: z.optional(z.object({ id: scalar, Name: loose })),
  Owner: z.optional(z.nullable(user)),
  Requestor: people,
  Cc: people,
  CustomFields: z.optional(z.array(z.object({ name: loose, values: z.optional(z.array(scalar)) }))),
});

export const TransactionItem = z.object({ id: scalar, Type: z.string(), Created: loose, Creator: user });

export const AttachmentItem = z.object({
  id: scalar,
  TransactionId: scalar,
  ContentType: z.optional(z.string()),
  Filename: loose,
  ContentLength: loose,
  Content: loose,
});

export const UserAnswer = z.object({ RealName: loose, EmailAddress: loose, Organization: loose });

export type RtTicket = z.infer<typeof TicketAnswer>;
export type RtTransaction = z.infer<typeof TransactionItem>;
export type RtAttachment = z.infer<typeof AttachmentItem>;
export type RtUser = z.infer<typeof user>;
