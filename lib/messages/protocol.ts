import type { CountedTicket } from '@/lib/escalation/escalation';
import type { FileLimit } from '@/lib/evidence/evidence-problems';
import type { ArticleChange } from '@/lib/knowledge/article-change';
import type { SourceReport } from '@/lib/knowledge/knowledge-source';
import type { KnownBug } from '@/lib/knowledge/known-bug';
import type { Mask } from '@/lib/masking/mask';
import type { Result } from '@/lib/std/result';
import type { DeliveryError } from '@/lib/trackers/delivery-error';
import type { IssueRef, NewIssue } from '@/lib/trackers/new-issue';
import type { CheckReport } from '@/lib/trackers/tracker';

/** Exactly what would leave now. `hash` names this very text: the handoff carries it back. */
export interface Preview {
  readonly issue: NewIssue;
  /** The body in the tracker's own markup. */
  readonly body: string;
  readonly hash: string;
  /** Connection it would go through; null = Copy out. */
  readonly connection: { readonly id: string; readonly trackerName: string; readonly place: string } | null;
  /** For Copy out: the whole text, a file name, and a prefilled page when a repository is set. Null with a tracker. */
  readonly copy: {
    readonly text: string;
    readonly fileName: string;
    readonly gitHubUrl: string | null;
  } | null;
  /** Plain text of the internal note on the ticket, without the link; null when none will be written. */
  readonly note: string | null;
  /** Names of the files, masked, in the order they are stored. */
  readonly fileNames: readonly string[];
  /** What was masked in all of this, and what the agent took back. The originals are for the agent's eyes only. */
  readonly masks: readonly Mask[];
}

/** The comment that would complete a critical report now. `hash` names this very text. */
export interface CompletionPreview {
  /** Plain text, without the key. */
  readonly text: string;
  readonly hash: string;
  readonly masks: readonly Mask[];
  /** True where no tracker of ours holds the issue: the agent carries the text over. */
  readonly copied: boolean;
}

/** A sentence for the agent: what happened, what is kept, what to do. */
export interface Refusal {
  readonly message: string;
}

/** A known bug or article as it is used for a ticket. */
export interface UsedRecord {
  readonly recordKey: string;
  readonly kind: 'known-bug' | 'article';
  /** Empty where the record has no name of its own. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  /** The bug's issue in a tracker; null = none. */
  readonly issue: KnownBug['issue'];
}

export interface TrackerInput {
  /** Null for a new connection; an existing one keeps the secrets that are left empty. */
  readonly connectionId: string | null;
  readonly trackerId: string;
  readonly config: Readonly<Record<string, string>>;
}

export interface SourceInput {
  /** Null for a new connection; an existing one keeps the secrets that are left empty. */
  readonly connectionId: string | null;
  readonly sourceId: string;
  readonly config: Readonly<Record<string, string>>;
  /** Minutes between two syncs; 0 = only when asked. */
  readonly everyMinutes: number;
}

/** Pages ask, the background worker answers. One signature each; handlers in `background-handlers.ts`. */
export interface Protocol {
  previewIssue(input: { escalationId: string }): Result<Preview, Refusal>;
  /** `seen` is the hash of the preview the agent looked at. */
  handOff(input: { escalationId: string; seen: string }): Result<{ sendsAt: number }, Refusal>;
  undoHandOff(input: { escalationId: string }): Result<null, Refusal>;
  /** Opens a refused issue for changes; refused while something is being sent or once the issue exists. */
  reopenHandOff(input: { escalationId: string }): Result<null, Refusal>;
  /** Copy out: the text is on the clipboard, in a file or on a prefilled page; the agent files it. */
  copiedOut(input: {
    escalationId: string;
    seen: string;
    by: 'clipboard' | 'file' | 'github';
  }): Result<null, Refusal>;
  confirmAddress(input: { escalationId: string; url: string }): Result<IssueRef, Refusal>;
  /** What the tracker of new issues takes as one file; null with Copy out, or when it is not known. */
  fileLimit(): FileLimit | null;
  /** Is there an issue for this ticket already, filed from whichever browser? Null = none, as far as can be known. */
  lookUpIssue(input: { issueKey: string }): Result<IssueRef | null, DeliveryError>;
  /** The draft must be stored. `requesters`: how many people of this ticket are hit. */
  linkKnown(input: { escalationId: string; record: UsedRecord; requesters: number }): Result<null, Refusal>;
  unlinkKnown(input: { escalationId: string }): Result<null, Refusal>;
  /** Counts a later ticket towards an escalation that was handed off; `same: false` takes it out again. */
  countReport(input: { escalationId: string; report: CountedTicket }): Result<null, Refusal>;
  /** Takes back the latest raise and the report that brought it; refused once the issue is being told. */
  undoRaise(input: { escalationId: string }): Result<null, Refusal>;
  /** What the issue of a critical escalation would be told of the fields that were owed. */
  previewCompletion(input: { escalationId: string }): Result<CompletionPreview, Refusal>;
  /** `seen` is the hash of the preview the agent looked at. */
  completeReport(input: { escalationId: string; seen: string }): Result<null, Refusal>;
  undoCompletion(input: { escalationId: string }): Result<null, Refusal>;
  reopenPrevented(input: { escalationId: string }): Result<null, Refusal>;
  /** Knowledge sources that take changes, in words. */
  listWritableSources(): { connectionId: string; place: string }[];
  saveArticle(input: {
    /** Empty without a ticket. */
    escalationId: string;
    connectionId: string;
    change: ArticleChange;
    /** Ids of what leaves as written; everything else that is personal is masked. */
    unmasked: readonly string[];
  }): Result<{ deliveryId: string }, Refusal>;
  undoArticle(input: { deliveryId: string }): Result<null, Refusal>;
  /** Sends what is due; rows of this desk that wait for one of its pages count as due. */
  nudgeOutbox(input: { deskKey: string | null }): void;
  retryDelivery(input: { deliveryId: string }): void;
  /** Lets go of a blocked comment or article change; parts of a handoff stay. */
  dropDelivery(input: { deliveryId: string }): void;
  refreshStages(): void;
  checkTracker(input: TrackerInput): Result<CheckReport, DeliveryError>;
  saveTracker(input: TrackerInput): Result<{ connectionId: string }, Refusal>;
  removeTracker(input: { connectionId: string }): void;
  checkSource(input: SourceInput): Result<SourceReport, DeliveryError>;
  /** Also begins a sync; a connection that points elsewhere now forgets what it took in before. */
  saveSource(input: SourceInput): Result<{ connectionId: string }, Refusal>;
  /** The connection with everything that was taken in from it. */
  removeSource(input: { connectionId: string }): void;
  /** Begins a sync, or goes on after a pause or an error. Answers at once: progress stands in the source's state. */
  syncNow(input: { connectionId: string }): void;
  pauseSync(input: { connectionId: string }): void;
  stopSync(input: { connectionId: string }): void;
  /** A page stored records itself, from files somebody picked: the index takes them in. */
  recordsImported(): void;
  /** Puts the playbook at an address in force and loads it again every day. Where it cannot, nothing changes. */
  connectPlaybook(input: { url: string }): Result<null, Refusal>;
  /** Loads the playbook from its address now; what is in force stays where that brings none. */
  reloadPlaybook(): Result<null, Refusal>;
  /** Keeps what was loaded as the team's own copy. */
  disconnectPlaybook(): void;
  clearData(): void;
}
