import * as z from 'zod/mini';

/** Answers of Jira Cloud v3 and Data Center v2 as documented; only what is used. Items of lists are parsed one by one. */
const named = z.object({ name: z.string() });
const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.nullish(z.array(item)),
    z.transform((all) => all ?? []),
  );
const linkedIssue = z.object({
  key: z.string(),
  fields: z._default(z.object({ summary: z._default(z.string(), '') }), { summary: '' }),
});

export const IssueSchema = z.object({
  id: z.string().check(z.regex(/^\d+$/)),
  /** Stands in the address of the issue's page. */
  key: z.string().check(z.regex(/^[A-Z][A-Z0-9_]*-\d+$/)),
  fields: z.looseObject({
    summary: z.string(),
    /** A document in Cloud, wiki text in Data Center. */
    description: z.optional(z.unknown()),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.nullish(named),
    components: list(named),
    versions: list(named),
    fixVersions: list(named),
    issuelinks: list(
      z.object({
        type: z.object({ name: z.string(), inward: z._default(z.string(), '') }),
        /** The issue that does to this one what the inward words say. */
        inwardIssue: z.optional(linkedIssue),
      }),
    ),
    created: z.string(),
    updated: z.string(),
  }),
});
export type JiraIssue = z.infer<typeof IssueSchema>;

export const DatedSchema = z.object({ fields: z.object({ updated: z.string() }) });
export const ListedSchema = z.object({ id: z.string().check(z.regex(/^\d+$/)) });
/** Cloud: a token leads to the next page; there is no total. */
export const TokenPageSchema = z.object({
  issues: z.array(z.unknown()),
  nextPageToken: z.nullish(z.string().check(z.maxLength(5_000))),
});
/** Data Center. It may hand out fewer than it was asked for. */
export const OffsetPageSchema = z.object({
  issues: z.array(z.unknown()),
  startAt: z.int().check(z.nonnegative()),
  total: z.int().check(z.nonnegative()),
});
export const MyselfSchema = z.object({ displayName: z.string(), timeZone: z.optional(z.string()) });
export const FieldsSchema = z.array(z.object({ id: z.string(), name: z.string() }));
