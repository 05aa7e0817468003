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
}

/** A sentence for the agent: what happened, what is kept, what to do. */
export interface Refusal {
  readonly message: string;
}

export interface TrackerInput {
  /** Null for a new connection; an existing one keeps the secrets that are left empty. */
  readonly connectionId: string | null;
  readonly trackerId: string;
  readonly config: Readonly<Record<string, string>>;
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
  /** Is there an issue for this ticket already, filed from whichever browser? Null = none, as far as can be known. */
  lookUpIssue(input: { issueKey: string }): Result<IssueRef | null, DeliveryError>;
  /** Sends what is due; rows of this desk that wait for one of its pages count as due. */
  nudgeOutbox(input: { deskKey: string | null }): void;
  retryDelivery(input: { deliveryId: string }): void;
  refreshStages(): void;
  checkTracker(input: TrackerInput): Result<CheckReport, DeliveryError>;
  saveTracker(input: TrackerInput): Result<{ connectionId: string }, Refusal>;
  removeTracker(input: { connectionId: string }): void;
  clearData(): void;
}
