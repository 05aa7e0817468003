/** Why a request did not bring what it should. `lib/outbox/retry-policy.ts` has exactly one rule for each kind. */
export type HttpErrorKind =
  | 'offline'
  | 'timeout'
  | 'rate-limited'
  | 'server'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'unexpected-answer';

export interface HttpError {
  readonly kind: HttpErrorKind;
  /** What happened, in one sentence for the agent. Never a token, never ticket text. */
  readonly message: string;
  /** How long the other side asked to wait, milliseconds. */
  readonly retryAfterMs?: number;
  /** True when the request may have been carried out although no answer came: look up before any re-create. */
  readonly outcomeUnknown?: boolean;
}
