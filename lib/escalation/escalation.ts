import * as z from 'zod/mini';
import { MASSNESS } from '@/lib/playbook/playbook';
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
    organization: z.string(),
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
export type Check = z.infer<typeof CheckSchema>;
