import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1), z.maxLength(2_000));
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));
const webAddress = z.string().check(z.regex(/^https:\/\/[^\s/]+/), z.maxLength(2_000));
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const MASSNESS = ['isolated', 'organization', 'several', 'everyone'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** Optional facts are left out, not empty. */
const contact = z.object({
  name: words,
  /** What they decide or mend, e.g. `On-call engineer`. */
  role: words,
  /** When to disturb them. */
  when: words,
  /** As it is dialled, e.g. `+49 30 5550 100`. */
  phone: z.optional(z.string().check(z.regex(/^\+?\d[\d\s().-]{2,30}$/))),
  /** Address of a channel or person in the chat, https. */
  chat: z.optional(webAddress),
  /** Runbook, status page, pager, https. */
  url: z.optional(webAddress),
  /** When they can be reached, in words. */
  hours: z.optional(words),
});

export const PlaybookSchema = z.object({
  version: z.literal(1),
  checklist: z.array(
    z.object({
      id,
      title: words,
      hint: words,
      /** `words`: the agent's own sentence; `search`: runs by itself; `confirm`: the agent did it. */
      kind: z.enum(['words', 'search', 'confirm']),
      /** A required item cannot be waived. */
      required: z.boolean(),
    }),
  ),
  massness: z.array(z.object({ id: z.enum(MASSNESS), label: words, meaning: words, raises: z.number() })),
  severities: z.array(
    z.object({
      level,
      label: words,
      examples: z.array(words),
      takenUp: z.object({
        kind: z.enum(['at-once', 'working-days', 'days']),
        count: z.number(),
      }),
      /** Working days until the first control point; null = the next weekly one. */
      controlAfterWorkingDays: z.nullable(z.number()),
    }),
  ),
  /** Priority per severity: index 0 is severity 1. */
  priorities: z.array(z.enum(PRIORITIES)).check(z.length(4)),
  calendar: z.object({
    /** IANA name, or `local` for the time zone of the agent's browser. */
    timeZone: words,
    /** 1 = Monday … 7 = Sunday. */
    workdays: z.array(z.number()),
    /** `HH:MM`, local to the time zone. */
    start: words,
    end: words,
    /** `YYYY-MM-DD`. */
    holidays: z.array(z.string()),
    /** 1 = Monday … 7 = Sunday. */
    controlPointWeekday: z.number(),
  }),
  parts: z.array(z.object({ id, name: words, administrator: z.string() })),
  /** Whom to call when everything is down; shown offline, one key away. */
  contacts: z._default(z.array(contact).check(z.maxLength(30)), []),
});

/** The team's policy as one validated document. Text in it is data: no code, no markup. */
export type Playbook = z.infer<typeof PlaybookSchema>;
export type Contact = z.infer<typeof contact>;
export type Massness = (typeof MASSNESS)[number];
export type Severity = z.infer<typeof level>;
export type Priority = (typeof PRIORITIES)[number];
