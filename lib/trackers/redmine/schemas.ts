import * as z from 'zod/mini';

/** Answers of Redmine 5.0.4 as recorded in `fixtures/`; only what is used. Numbers are ids, so positive integers. */
const id = z.int().check(z.positive());
const named = z.object({ id, name: z.string() });
const customField = z.object({ id, name: z.string(), value: z.optional(z.unknown()) });
const list = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), []);

const issue = z.object({
  id,
  subject: z.string(),
  /** `is_closed` exists since Redmine 5.0. */
  status: z.object({ id, name: z.string(), is_closed: z.optional(z.boolean()) }),
  assigned_to: z.optional(named),
  description: z.nullish(z.string()),
  due_date: z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  updated_on: z.string(),
  closed_on: z.nullish(z.string()),
  custom_fields: list(customField),
  attachments: list(z.object({ id, description: z.nullish(z.string()) })),
  journals: z.optional(z.array(z.object({ id, notes: z.nullish(z.string()) }))),
});

export const CreatedSchema = z.object({ issue: z.object({ id, custom_fields: list(customField) }) });
export const IssueSchema = z.object({ issue });
export const IssuesSchema = z.object({
  issues: z.array(issue),
  total_count: z.int().check(z.nonnegative()),
});
export const ProjectSchema = z.object({
  project: z.object({
    id,
    name: z.string(),
    trackers: list(named),
    issue_categories: list(named),
    enabled_modules: z.optional(z.array(z.object({ name: z.string() }))),
  }),
});
export const PrioritiesSchema = z.object({
  issue_priorities: z.array(
    z.object({
      id,
      name: z.string(),
      is_default: z._default(z.boolean(), false),
      active: z._default(z.boolean(), true),
    }),
  ),
});
export const CustomFieldsSchema = z.object({
  custom_fields: z.array(z.object({ id, name: z.string(), customized_type: z.string() })),
});
export const UserSchema = z.object({
  user: z.object({
    id,
    firstname: z.string(),
    lastname: z.string(),
    admin: z._default(z.boolean(), false),
    memberships: list(z.object({ project: z.object({ id }), roles: list(z.object({ id })) })),
  }),
});
export const RoleSchema = z.object({
  role: z.object({
    name: z.string(),
    permissions: list(z.string()),
    issues_visibility: z.optional(z.string()),
  }),
});
export const UploadSchema = z.object({ upload: z.object({ token: z.string().check(z.minLength(1)) }) });

export type RedmineIssue = z.infer<typeof issue>;
export type RedmineProject = z.infer<typeof ProjectSchema>['project'];
