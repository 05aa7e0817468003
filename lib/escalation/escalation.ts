import * as z from 'zod/mini';
import { LANGUAGES } from '@/lib/language/language';
import { KINDS, MASSNESS, MESSAGE_EVENTS } from '@/lib/playbook/playbook';
import { KnownUseSchema } from './known-use';
import { VerdictSchema } from './verdict';

/** `prevented` and `declined` end an escalation without engineering; see `transitions.ts` for what may follow what. */
export const STATES = [
  'draft',
  'ready',
  'queued',
  'sent',
  'received',
  'needs-info',
  'in-progress',
  'resolved',
  'confirmed',
  'declined',
  'prevented',
] as const;

export const CheckSchema = z.object({
  status: z.enum(['open', 'done', 'waived']),
  /** Evidence in words, or the reason of the waiver. */
  note: z.string(),
  at: z.nullable(z.number()),
});

/** Where a prefilled value came from, e.g. `message 2`; empty when the agent typed it. */
const sourced = z.object({ value: z.string(), source: z.string() });

export const REPORT_FIELDS = [
  'part',
  'organizationId',
  'where',
  'steps',
  'expected',
  'actual',
  'error',
  'environment',
  'quote',
] as const;

export const ReportSchema = z.object({
  title: sourced,
  part: sourced,
  organizationId: sourced,
  where: sourced,
  steps: sourced,
  expected: sourced,
  actual: sourced,
  error: sourced,
  environment: sourced,
  quote: sourced,
});

/** How an escalation ended without engineering; `known-bug` and `article` also fill `knownUse`. */
export const EXITS = ['solved', 'article', 'known-bug', 'feature-request', 'consultation'] as const;

/** A similar ticket as the agent judged it. Organization and requester are what counts, so they are kept. */
export const CountedTicketSchema = z.object({
  /** `ticketKey`, or the record key of a known bug's linked report. */
  key: z.string(),
  number: z.string(),
  url: z.string(),
  subject: z.string(),
  /** Desk's id or mail domain; empty = unknown, which counts as an organization of its own. */
  organizationId: z.string(),
  organization: z.string(),
  /** Tells requesters apart; the mail address or the name. */
  requester: z.string(),
  /** Tells them apart better; absent where it is not known, and in older rows. */
  requesterEmail: z.optional(z.string()),
  same: z.boolean(),
  at: z.number(),
});

export const EscalationSchema = z.object({
  /** `ticketKey/ordinal`. */
  id: z.string(),
  ticketKey: z.string(),
  /** 1 for the first escalation of a ticket. */
  ordinal: z.number(),
  /** Hash of desk key, ticket id and ordinal: a colleague's browser derives the same. */
  issueKey: z.string(),
  state: z.enum(STATES),
  /** What the header shows while the ticket itself is not in front. */
  ticket: z.object({
    desk: z.string(),
    deskKey: z.string(),
    ticketId: z.string(),
    number: z.string(),
    url: z.string(),
    subject: z.string(),
    requester: z.string(),
    /** Absent where it is not known, and in older rows. */
    requesterEmail: z.optional(z.string()),
    organization: z.string(),
    /** The customer's record in the desk; absent in older rows and where the desk has none. */
    organizationUrl: z.optional(z.string()),
  }),
  checks: z.record(z.string(), CheckSchema),
  massness: z.nullable(z.enum(MASSNESS)),
  /** The level the agent chose; the effective level adds what massness raises. */
  severity: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  /** The agent's reason for not following a raise; empty keeps the raise. */
  loweredBecause: z.string(),
  report: ReportSchema,
  /** Matches that are not this, says the agent. These four are absent until needed, and in rows older than knowledge. */
  verdicts: z.optional(z.array(VerdictSchema)),
  /** What Baton's own search wrote into checks, by item: only that may it replace. */
  searched: z.optional(
    z.record(z.string(), z.object({ status: z.enum(['open', 'done']), note: z.string(), at: z.number() })),
  ),
  /** Feature cards the ticket names, with what they ask to be collected; empty words ask for nothing. */
  cards: z.optional(z.array(z.object({ recordKey: z.string(), title: z.string(), collect: z.string() }))),
  /** The known bug or article used for the ticket. */
  knownUse: z.optional(z.nullable(KnownUseSchema)),
  /** What follows is absent until needed, and in rows older than the full walk. Absent = `bug`. */
  kind: z.optional(z.enum(KINDS)),
  /** Fields of the kind's template that are no field of the report, by id. */
  details: z.optional(z.record(z.string(), sourced)),
  /** Client-side identification: the set in use, and answers by question id. */
  questionSetId: z.optional(z.string()),
  answers: z.optional(
    z.record(
      z.string(),
      z.object({
        /** The question as it was asked: the playbook may have changed since. */
        ask: z.string(),
        /** One of the question's labels, or the agent's own words. */
        answer: z.string(),
        /** What the thread said, word for word; empty when the agent answered. */
        quote: z.string(),
        at: z.number(),
      }),
    ),
  ),
  /** Similar tickets the agent judged: what massness is counted from. */
  counted: z.optional(z.array(CountedTicketSchema)),
  /** The agent was asked once whether a low level goes with the customer's words, and answered with this level. */
  secondLook: z.optional(z.object({ level: z.number(), quote: z.string(), at: z.number() })),
  /** What further reports did after handoff: each massness reached then, with the levels before and after. */
  raises: z.optional(
    z.array(
      z.object({
        massness: z.enum(MASSNESS),
        from: z.number(),
        to: z.number(),
        at: z.number(),
        /** What it changed, to take it back while nothing has left; absent in older rows. */
        before: z.optional(
          z.object({
            massness: z.nullable(z.enum(MASSNESS)),
            loweredBecause: z.string(),
            takenUpBy: z.nullable(z.string()),
            /** Key of the counted ticket that brought it. */
            reportKey: z.string(),
          }),
        ),
      }),
    ),
  ),
  /** Fields of a critical escalation that the agent fills in after handoff, by id, until the issue is told. */
  completion: z.optional(z.record(z.string(), sourced)),
  /** The issue was told the rest of the report: these fields, by this delivery; null = copied out by hand. */
  completed: z.optional(
    z.nullable(
      z.object({ fields: z.array(z.string()), deliveryKey: z.nullable(z.string()), at: z.number() }),
    ),
  ),
  /** Why it ended without engineering. */
  exit: z.optional(z.nullable(z.object({ kind: z.enum(EXITS), reason: z.string(), at: z.number() }))),
  /** The exit the agent is writing down; it has not been taken yet. */
  exitDraft: z.optional(z.nullable(z.object({ kind: z.enum(EXITS), reason: z.string() }))),
  /** Marked to be watched: not escalated, counts towards massness, nudges when a second one matches. */
  earlySignal: z.optional(z.nullable(z.object({ note: z.string(), at: z.number() }))),
  /** Addresses of recordings, http(s). */
  recordings: z.optional(z.array(z.string())),
  /** Masks the agent took back, by the id `toMaskId` gives what was found. */
  unmasked: z.optional(z.array(z.string())),
  /** What the customer hears at handoff, or why nothing. */
  customerMessage: z.optional(
    z.nullable(
      z.object({
        event: z.enum(MESSAGE_EVENTS),
        text: z.string(),
        status: z.enum(['planned', 'copied', 'inserted', 'skipped']),
        /** Only for `skipped`. */
        reason: z.string(),
        /** As the agent chose them; absent = what the ticket speaks for. */
        language: z.optional(z.enum(LANGUAGES)),
        short: z.optional(z.boolean()),
        at: z.number(),
      }),
    ),
  ),
  /** Facts of the thread that do not belong into the report, says the agent; ids as `findThreadFacts` gives them. */
  dismissedFacts: z.optional(z.array(z.string())),
  /** The person who answers for it on our side. */
  owner: z.optional(z.string()),
  /** Local date `YYYY-MM-DD` of the next word to the customer. */
  nextUpdateOn: z.optional(z.string()),
  /** Milliseconds the panel stood on each step, by step. */
  stepMs: z.optional(z.record(z.string(), z.number())),
  /** Ids of files picked as evidence (table `files`). */
  fileIds: z.array(z.string()),
  noteOnTicket: z.boolean(),
  issue: z.nullable(z.object({ id: z.string(), key: z.string(), url: z.string(), trackerId: z.string() })),
  /** True after Copy out until the agent gives the issue's address. */
  unconfirmed: z.boolean(),
  /** Local date `YYYY-MM-DD` until which engineering takes it into work; null = at once or not yet known. */
  takenUpBy: z.nullable(z.string()),
  /** What the tracker said last. */
  stage: z.nullable(
    z.object({ status: z.string(), assignee: z.string(), closed: z.boolean(), at: z.number() }),
  ),
  history: z.array(z.object({ at: z.number(), state: z.enum(STATES), why: z.string() })),
  createdAt: z.number(),
  updatedAt: z.number(),
  handedOffAt: z.nullable(z.number()),
});

/** One support → engineering record: the agent's draft first, the shared history later. */
export type Escalation = z.infer<typeof EscalationSchema>;
export type EscalationState = (typeof STATES)[number];
export type Report = z.infer<typeof ReportSchema>;
export type ReportField = keyof Report;
export type CountedTicket = z.infer<typeof CountedTicketSchema>;
export type Exit = (typeof EXITS)[number];
export type Check = z.infer<typeof CheckSchema>;
