import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { OrganizationSchema, TicketSchema } from './ticket';

const { desk: line, url, requester, updatedAt } = TicketSchema.shape;

/** What a desk is asked to search for. */
export interface SimilarQuery {
  /** The open ticket itself, which is never its own match. */
  readonly ticketId: string;
  /** The words that tell most, best first; plain words without search syntax. Never empty. */
  readonly words: readonly string[];
}

/** Another ticket of the same desk, as its search answers it. */
export const SimilarTicketSchema = z.object({
  ticketId: line.check(z.minLength(1)),
  number: line,
  url,
  subject: line,
  status: line,
  requester,
  organization: z.nullable(OrganizationSchema),
  updatedAt,
});
export const SimilarTicketsSchema = z.array(SimilarTicketSchema).check(z.maxLength(LIMITS.list));

/** A help-center article that the desk's search found. */
export const FoundArticleSchema = z.object({
  id: line,
  title: line,
  url,
  /** Plain text around what was found; may be empty. */
  excerpt: line,
  updatedAt,
});
export const FoundArticlesSchema = z.array(FoundArticleSchema).check(z.maxLength(LIMITS.list));

export type SimilarTicket = z.infer<typeof SimilarTicketSchema>;
export type FoundArticle = z.infer<typeof FoundArticleSchema>;
