import * as z from 'zod/mini';

/** Answers of GitHub's REST API 2022-11-28 as documented; only what is used. Items of lists are parsed one by one. */
export const IssueSchema = z.object({
  number: z.int().check(z.positive()),
  title: z.string(),
  body: z.nullish(z.string()),
  state: z.string(),
  state_reason: z.nullish(z.string()),
  labels: z._default(z.array(z.union([z.string(), z.object({ name: z.nullish(z.string()) })])), []),
  milestone: z.nullish(z.object({ title: z.string() })),
  reactions: z.nullish(z.object({ '+1': z._default(z.int().check(z.nonnegative()), 0) })),
  created_at: z.string(),
  updated_at: z.string(),
  /** Lists of issues hold pull requests too. */
  pull_request: z.nullish(z.unknown()),
});
export type GitHubIssue = z.infer<typeof IssueSchema>;

export const IssuesSchema = z.array(z.unknown());
export const ListedSchema = z.object({
  number: z.int().check(z.positive()),
  pull_request: z.nullish(z.unknown()),
});
export const DatedSchema = z.object({ updated_at: z.string() });
export const RepositorySchema = z.object({
  full_name: z.string(),
  has_issues: z._default(z.boolean(), true),
  open_issues_count: z._default(z.number(), 0),
});
