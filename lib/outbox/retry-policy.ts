import { backOff } from '@/lib/http/back-off';
import { SECOND_MS } from '@/lib/std/time';
import type { DeliveryError, DeliveryErrorKind } from '@/lib/trackers/delivery-error';

/** How long a row waits, or that a person has to act. */
export type RetryDecision =
  | { readonly retry: true; readonly afterMs: number }
  | { readonly retry: false; readonly toDo: string };

/**
 * How long the other side may still work on a request whose answer was lost. Looked up earlier, an issue that is about
 * to be made is not found and would be made twice.
 */
export const SETTLE_MS = 30 * SECOND_MS;

/** What a person has to do before sending goes on; kinds that are not here are retried by themselves. */
const TO_DO: Partial<Record<DeliveryErrorKind, string>> = {
  unauthorized: 'Sign in again or check the key in Settings, then press Try again.',
  forbidden: 'Ask the administrator for the missing right, then press Try again.',
  'not-found': 'Check the project or the ticket, then press Try again.',
  invalid: 'Change what was refused, then hand off again.',
  conflict: 'Look at the issue in the tracker, then press Try again.',
};

/** An answer nobody expected may be a captive portal or a restart: it gets this many tries before a person is asked. */
const UNEXPECTED_TRIES = 4;

/** One rule per kind. Nothing is ever dropped for its age or its number of attempts. */
export function decideRetry(
  error: DeliveryError,
  attempts: number,
  random: () => number = Math.random,
): RetryDecision {
  const toDo = TO_DO[error.kind];
  if (toDo) return { retry: false, toDo };
  if (error.kind === 'unexpected-answer' && attempts >= UNEXPECTED_TRIES) {
    return {
      retry: false,
      toDo: 'Open the address in a tab to see what answers there, then press Try again.',
    };
  }
  const wait = backOff(attempts, random);
  return {
    retry: true,
    afterMs: Math.max(wait, error.retryAfterMs ?? 0, error.outcomeUnknown ? SETTLE_MS : 0),
  };
}

/** `handOff`: whether it is part of one, which can be opened again and changed. */
export function whatToDo(kind: DeliveryErrorKind, handOff = true): string {
  if (kind === 'invalid' && !handOff) return 'Copy it and bring it there yourself, or let it go.';
  return TO_DO[kind] ?? 'Baton tries again by itself.';
}
