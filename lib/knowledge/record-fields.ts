import * as z from 'zod/mini';

/** Text of a record longer than this is cut: nobody reads on, and one record must not fill the index. */
export const LIMITS = {
  title: 500,
  text: 50_000,
  /** A body as the source wrote it. */
  body: 200_000,
  line: 500,
  list: 100,
  linked: 50,
  linkedText: 2_000,
} as const;

/** Epoch milliseconds, or null where the source does not say. */
export const moment = z.nullable(z.number().check(z.gte(0), z.lte(8.64e15)));
export const line = z.string().check(z.maxLength(LIMITS.line));
export const lines = z.array(line).check(z.maxLength(LIMITS.list));
export const title = z.string().check(z.minLength(1), z.maxLength(LIMITS.title));
export const text = z.string().check(z.maxLength(LIMITS.text));
/** An http(s) address, or empty where there is none. */
export const address = z.string().check(z.regex(/^(https?:\/\/.*)?$/), z.maxLength(2_000));
/** Unique within its source and never changing, e.g. `1204`, `docs/login.md`. */
export const recordId = z.string().check(z.minLength(1), z.maxLength(1_000));

/** The text as its source wrote it, for reading; `text` beside it is what is searched. Never markup until sanitised. */
export const body = z.nullable(
  z.object({
    format: z.enum(['html', 'markdown']),
    content: z.string().check(z.maxLength(LIMITS.body)),
  }),
);
