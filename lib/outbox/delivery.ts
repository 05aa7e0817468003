import type { ArticleChange } from '@/lib/knowledge/article-change';
import { SECOND_MS } from '@/lib/std/time';
import type { DeliveryErrorKind } from '@/lib/trackers/delivery-error';
import type { IssueRef, NewIssue } from '@/lib/trackers/new-issue';

/** How long the agent may change their mind. */
export const UNDO_MS = 10 * SECOND_MS;

/** What one outbox row sends. Everything needed stands in the row, so that what leaves is what was previewed. */
export type DeliveryPayload =
  | { readonly kind: 'issue'; readonly connectionId: string; readonly issue: NewIssue }
  | {
      readonly kind: 'attachment';
      readonly connectionId: string;
      readonly fileId: string;
      readonly name: string;
    }
  | {
      readonly kind: 'note';
      readonly deskKey: string;
      readonly ticketId: string;
      readonly ticketUrl: string;
      readonly text: string;
    }
  /** One comment on an issue that was there before; `text` without the key, which `deliver` adds. */
  | {
      readonly kind: 'comment';
      readonly connectionId: string;
      readonly ref: IssueRef;
      readonly text: string;
      /** One more report of a known bug, a level that rose, the rest of a critical report. Absent in older rows. */
      readonly about?: 'report' | 'raise' | 'completion';
    }
  /** What an agent wants changed in a knowledge source. */
  | { readonly kind: 'article'; readonly connectionId: string; readonly change: ArticleChange };

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'blocked' | 'cancelled';

/** Parts of a handoff: sent, taken back and opened again together. The others go their own way. */
export const isPartOfHandOff = ({ payload }: Delivery): boolean =>
  payload.kind === 'issue' || payload.kind === 'attachment' || payload.kind === 'note';

/**
 * One durable sending. `sending` is a lease: when it runs out the outcome is unknown and the other side is asked
 * before anything is sent again.
 */
export interface Delivery {
  readonly id: string;
  /** Empty where nobody stood beside a ticket. */
  readonly escalationId: string;
  /** Idempotency key: stands in the issue, the attachment or the note, and is looked up before a re-send. */
  readonly key: string;
  readonly payload: DeliveryPayload;
  /** Delivery whose result this one needs: attachments and notes wait for the issue. */
  readonly after: string | null;
  readonly state: DeliveryState;
  /** Epoch ms before which nothing is sent: undo at first, back-off later. */
  readonly notBefore: number;
  readonly leaseUntil: number | null;
  /** Until then what was sent last may still be on its way inside the other side: a look-up proves nothing yet. */
  readonly settlesAt: number | null;
  readonly attempts: number;
  readonly error: { readonly kind: DeliveryErrorKind; readonly message: string; readonly at: number } | null;
  /** The issue this delivery made or found. */
  readonly result: IssueRef | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}
