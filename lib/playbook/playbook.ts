import * as z from 'zod/mini';
import {
  count,
  date,
  day,
  id,
  level,
  optionalWords,
  phrases,
  texts,
  time,
  webAddress,
  words,
} from './fields';

export { PLACEHOLDERS } from './fields';

export const MASSNESS = ['isolated', 'organization', 'several', 'everyone'] as const;
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
/** What may be asked of engineering: a mended bug, a new ability, one answer, the next tier's work, help at once. */
export const KINDS = ['bug', 'feature-request', 'consultation', 'tier-handoff', 'critical'] as const;
export const MESSAGE_EVENTS = ['received', 'handed-over', 'moved', 'question', 'fixed', 'follow-up'] as const;
/** What Baton finds by itself; national ids come as patterns. */
export const MASK_KINDS = ['email', 'phone', 'card', 'iban', 'token', 'credentials', 'ip'] as const;

/** Optional facts are left out, not empty. */
const contact = z.object({
  name: words,
  /** What they decide or mend, e.g. `On-call engineer`. */
  role: words,
  /** When to disturb them. */
  when: words,
  /** As it is dialled, e.g. `+49 30 5550 100`. */
  phone: z.optional(
    z.string().check(z.regex(/^\+?\d[\d\s().-]{2,30}$/, 'must be a phone number such as +49 30 5550 100')),
  ),
  /** Address of a channel or person in the chat, https. */
  chat: z.optional(webAddress),
  /** Runbook, status page, pager, https. */
  url: z.optional(webAddress),
  /** When they can be reached, in words. */
  hours: z.optional(words),
});

const question = z.object({
  id,
  /** What the agent wants to know, short. */
  ask: words,
  /** The customer reply to insert or copy. */
  reply: texts,
  answers: z
    .array(
      z.object({
        /** As the agent picks it, e.g. `On the phone`. */
        label: words,
        /** Words of the thread that already say so. */
        saidBy: phrases,
        /** True when this answer means that the cause lies with the customer: the exit *solved* is offered. */
        clientSide: z._default(z.boolean(), false),
      }),
    )
    .check(z.minLength(2), z.maxLength(6)),
});

const questionSet = z.object({
  id,
  title: words,
  /** Words of a ticket that speak for this symptom, in any language. */
  symptoms: phrases,
  questions: z.array(question).check(z.minLength(1), z.maxLength(12)),
});

/** A field of a template. `id` is a field of the report where one has that name, else a detail of its own. */
const templateField = z.object({
  id: z
    .string()
    .check(
      z.regex(
        /^[a-z][a-zA-Z0-9-]{0,40}$/,
        'must be letters, digits and dashes, at most 41, a small letter in front',
      ),
    ),
  label: words,
  hint: optionalWords(300),
  input: z.enum(['line', 'text', 'code', 'choice']),
  /** Only for `choice`. */
  choices: z._default(z.array(words).check(z.maxLength(20)), []),
  required: z.boolean(),
});

const template = z.object({
  kind: z.enum(KINDS),
  label: words,
  /** When this kind is the right one. */
  meaning: words,
  fields: z.array(templateField).check(z.minLength(1), z.maxLength(30)),
});

const part = z.object({
  id,
  name: words,
  /** Other words customers use for it. */
  words: z._default(phrases, []),
  /** Component, category or queue in the tracker; empty = the part's name. */
  queue: optionalWords(200),
  /** Who takes in and distributes the work; empty when unknown. */
  administrator: z.string().check(z.maxLength(200)),
  /** What customers may hear of who takes it, e.g. `our billing specialist`. */
  expertise: optionalWords(200),
  /** Who is responsible, accountable, consulted, informed: one line. */
  raci: optionalWords(500),
  links: z._default(z.array(z.object({ label: words, url: webAddress })).check(z.maxLength(10)), []),
  /** Ids of template fields that engineers of this part asked for before: required here. */
  requires: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)), []),
});

/** Who gets involved when: shown where the agent decides. */
const policyRule = z.object({
  /** From this level on. */
  severity: level,
  /** From this massness on. */
  massness: z._default(z.enum(MASSNESS), 'isolated'),
  who: words,
  /** What they do, and within which time. */
  what: words,
});

/**
 * `#` stands for a digit, `@` for a letter, `?` for either; everything else for itself. No expressions: nothing here
 * can run long.
 */
const maskPattern = z.object({
  id,
  /** What stands in the outgoing text instead, e.g. `national id`. */
  label: words,
  pattern: z.string().check(
    z.minLength(4),
    z.maxLength(60),
    z.regex(
      /^[#@?\p{L}\d .:/-]+$/u,
      'must be made of # (digit), @ (letter), ? (either), letters, digits and .:/-',
    ),
    z.refine((value) => /[#@?]/.test(value), 'must hold at least one of # @ ?'),
  ),
  /** Counts only behind one of these words, for what else looks like any number: `ИНН 7707083893`. */
  after: z.optional(z.array(words).check(z.maxLength(40))),
});

const messageDraft = z.object({
  event: z.enum(MESSAGE_EVENTS),
  texts,
  /** For chats: one or two sentences. */
  short: texts,
});

export const PlaybookSchema = z.object({
  version: z.literal(1),
  checklist: z
    .array(
      z.object({
        id,
        title: words,
        hint: words,
        /** `words`: the agent's own sentence; `search`: runs by itself; `confirm`: the agent did it. */
        kind: z.enum(['words', 'search', 'confirm']),
        /** A required item cannot be waived. */
        required: z.boolean(),
      }),
    )
    .check(z.maxLength(40)),
  /** What to ask the customer before engineering is disturbed, by symptom. */
  questionSets: z.array(questionSet).check(z.maxLength(40)),
  massness: z
    .array(
      z.object({
        id: z.enum(MASSNESS),
        label: words,
        meaning: words,
        /** By how many levels the severity goes up. */
        raises: z.int().check(z.gte(0), z.lte(3)),
      }),
    )
    .check(z.length(4, `must hold each of ${MASSNESS.join(', ')} once`)),
  /** From how many on; `everyone` also by words that speak of the whole platform. */
  thresholds: z.object({
    /** Requesters of one organization. */
    organization: count,
    /** Organizations. */
    several: count,
    everyone: count,
    platformWords: phrases,
  }),
  severities: z
    .array(
      z.object({
        level,
        label: words,
        examples: z.array(words).check(z.minLength(1), z.maxLength(6)),
        /** Words that speak for this level; further ones of the team's own beside what Baton knows. */
        words: z._default(phrases, []),
        takenUp: z.object({
          kind: z.enum(['at-once', 'working-days', 'days']),
          count,
        }),
        /** Working days until the first control point; null = the next weekly one. */
        controlAfterWorkingDays: z.nullable(count),
      }),
    )
    .check(z.length(4, 'must hold each of the levels 1, 2, 3, 4 once')),
  /** By massness, then by effective severity: index 0 is severity 1. */
  priorities: z.object({
    isolated: z.array(z.enum(PRIORITIES)).check(z.length(4)),
    organization: z.array(z.enum(PRIORITIES)).check(z.length(4)),
    several: z.array(z.enum(PRIORITIES)).check(z.length(4)),
    everyone: z.array(z.enum(PRIORITIES)).check(z.length(4)),
  }),
  templates: z.array(template).check(z.minLength(1), z.maxLength(10)),
  calendar: z.object({
    /** IANA name, or `local` for the time zone of the agent's browser. */
    timeZone: words,
    workdays: z.array(day).check(z.minLength(1), z.maxLength(7)),
    /** `HH:MM`, local to the time zone. */
    start: time,
    end: time,
    /** `YYYY-MM-DD`. */
    holidays: z.array(date).check(z.maxLength(400)),
    controlPointWeekday: day,
  }),
  parts: z.array(part).check(z.maxLength(200)),
  policy: z.array(policyRule).check(z.maxLength(30)),
  masks: z.object({
    kinds: z.array(z.enum(MASK_KINDS)).check(z.maxLength(20)),
    patterns: z.array(maskPattern).check(z.maxLength(60)),
  }),
  messages: z.object({
    /** How customers are spoken to; shown beside every draft. */
    tone: words,
    /** False keeps names of colleagues out of what customers read. */
    namesColleagues: z.boolean(),
    drafts: z.array(messageDraft).check(z.maxLength(20)),
  }),
  /** Whom to call when everything is down; shown offline, one key away. */
  contacts: z._default(z.array(contact).check(z.maxLength(30)), []),
});

/** The team's policy as one validated document. Text in it is data: no code, no markup. */
export type Playbook = z.infer<typeof PlaybookSchema>;
export type QuestionSet = Playbook['questionSets'][number];
export type Question = QuestionSet['questions'][number];
export type Template = Playbook['templates'][number];
export type TemplateField = Template['fields'][number];
export type Part = Playbook['parts'][number];
export type MaskPattern = Playbook['masks']['patterns'][number];
export type MaskKind = (typeof MASK_KINDS)[number];
export type MessageDraft = Playbook['messages']['drafts'][number];
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];
export type Texts = MessageDraft['texts'];
export type Contact = z.infer<typeof contact>;
export type Massness = (typeof MASSNESS)[number];
export type Severity = z.infer<typeof level>;
export type Priority = (typeof PRIORITIES)[number];
export type Kind = (typeof KINDS)[number];
