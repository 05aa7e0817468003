import * as z from 'zod/mini';

/** Answers of Redmine 5.0.4 as recorded in `fixtures/`; only what is used. Items of lists are parsed one by one. */
const id = z.int().check(z.positive());
const named = z.object({ id, name: z.string() });
const list = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), []);

export const IssueSchema = z.object({
  id,
  subject: z.string(),
  description: z.nullish(z.string()),
  /** `is_closed` exists since Redmine 5.0; before, only the day of closing tells. */
  status: z.object({ name: z.string(), is_closed: z.optional(z.boolean()) }),
  category: z.optional(named),
  fixed_version: z.optional(named),
  custom_fields: list(z.object({ name: z.string(), value: z.optional(z.unknown()) })),
  created_on: z.string(),
  updated_on: z.string(),
  closed_on: z.nullish(z.string()),
  /** `issue_id` is the one the type speaks of: it *duplicates* `issue_to_id`. */
  relations: list(z.object({ issue_id: id, issue_to_id: id, relation_type: z.string() })),
});
export type RedmineIssue = z.infer<typeof IssueSchema>;

export const IssuesSchema = z.object({
  issues: z.array(z.unknown()),
  total_count: z.int().check(z.nonnegative()),
  offset: z._default(z.int().check(z.nonnegative()), 0),
});
export const ListedSchema = z.object({ id });
export const DatedSchema = z.object({ updated_on: z.string() });
export const ReportSchema = z.object({ id, subject: z.string(), description: z.nullish(z.string()) });
export type Report = z.infer<typeof ReportSchema>;

export const UserSchema = z.object({ user: z.object({ firstname: z.string(), lastname: z.string() }) });
export const ProjectSchema = z.object({
  project: z.object({ name: z.string(), trackers: list(named) }),
});
