import type { DeliveryErrorKind } from '@/lib/trackers/delivery-error';
import type { IssueRef, NewIssue } from '@/lib/trackers/new-issue';

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
    };

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'blocked' | 'cancelled';

/**
 * One durable sending. `sending` is a lease: when it runs out the outcome is unknown and the other side is asked
 * before anything is sent again.
 */
export interface Delivery {
  readonly id: string;
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
