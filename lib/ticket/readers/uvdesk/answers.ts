import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.nullish(v.unknown());
const id = v.number();

/** Services/TicketService.php, paginateMembersTicketThreadCollection. `threadType` alone tells a note from a reply. */
const ThreadItem = v.object({
  id,
  threadType: v.string(),
  fullname: loose,
  reply: v.string(),
  userType: loose,
  timestamp: loose,
  attachments: v.nullish(v.array(v.object({ id, name: loose }))),
});

export const ThreadsAnswer = v.object({
  threads: v.array(ThreadItem),
  pagination: v.object({ pageCount: v.number() }),
});

/** paginateMembersTicketCollection. */
export const TicketsAnswer = v.object({
  tickets: v.array(
    v.object({
      id,
      subject: loose,
      customer: v.nullish(v.object({ id: loose, name: loose, email: loose })),
    }),
  ),
});

/** support-center-bundle, Repository/Article.php, getAllArticles. */
export const ArticlesAnswer = v.object({
  results: v.array(v.object({ id, name: loose, slug: v.string(), status: loose })),
});

export type UvdeskThread = v.InferOutput<typeof ThreadItem>;
