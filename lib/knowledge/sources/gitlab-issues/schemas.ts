import * as z from 'zod/mini';

/** Answers of GitLab's REST API v4 as documented; only what is used. Items of lists are parsed one by one. */
export const IssueSchema = z.object({
  /** The number people say; `id` is another. */
  iid: z.int().check(z.positive()),
  title: z.string(),
  description: z.nullish(z.string()),
  state: z.string(),
  labels: z._default(z.array(z.string()), []),
  milestone: z.nullish(z.object({ title: z.string() })),
  upvotes: z._default(z.int().check(z.nonnegative()), 0),
  created_at: z.string(),
  updated_at: z.string(),
});
export type GitLabIssue = z.infer<typeof IssueSchema>;

export const IssuesSchema = z.array(z.unknown());
export const ListedSchema = z.object({ iid: z.int().check(z.positive()) });
export const DatedSchema = z.object({ updated_at: z.string() });
export const ProjectSchema = z.object({
  path_with_namespace: z.string(),
  open_issues_count: z.optional(z.number()),
});
