import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryErrorKind } from '@/lib/trackers/delivery-error';
import { decideRetry, SETTLE_MS, whatToDo } from './retry-policy';

/** `satisfies` keeps the list complete: a new kind without a row here does not compile. */
const RULES = {
  offline: 'again',
  timeout: 'again',
  'rate-limited': 'again',
  server: 'again',
  unauthorized: 'person',
  forbidden: 'person',
  'not-found': 'person',
  invalid: 'person',
  conflict: 'person',
  'unexpected-answer': 'again, then person',
} as const satisfies Record<DeliveryErrorKind, string>;

const kinds = Object.keys(RULES) as DeliveryErrorKind[];
const decide = (kind: DeliveryErrorKind, attempts: number, more = {}) =>
  decideRetry({ kind, message: '', ...more }, attempts, () => 0.5);

describe('decideRetry', () => {
  it.each(kinds)('%s has one rule', (kind) => {
    const outcomes = [1, 2, 4, 10, 10_000].map((attempts) => decide(kind, attempts).retry);
    const expected = {
      again: [true, true, true, true, true],
      person: [false, false, false, false, false],
      'again, then person': [true, true, false, false, false],
    }[RULES[kind]];
    expect(outcomes).toEqual(expected);
    expect(whatToDo(kind)).toMatch(/^[A-Z].+\.$/);
  });

  it('never gives up and never waits longer than a quarter of an hour by itself', () => {
    const attempts = fc.integer({ min: 1, max: 1_000_000 });
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(attempts, random, (count, chance) => {
        const decision = decideRetry({ kind: 'offline', message: '' }, count, () => chance);
        expect(decision.retry).toBe(true);
        if (!decision.retry) return;
        expect(decision.afterMs).toBeGreaterThanOrEqual(4_000);
        expect(decision.afterMs).toBeLessThanOrEqual(15 * 60_000 * 1.2);
      }),
    );
  });

  it('waits as long as it is asked to', () => {
    expect(decide('rate-limited', 1, { retryAfterMs: 3_600_000 })).toMatchObject({ afterMs: 3_600_000 });
    expect(decide('rate-limited', 10, { retryAfterMs: 1 })).toMatchObject({ afterMs: 15 * 60_000 });
  });

  it('lets a request whose answer was lost settle', () => {
    expect(decide('timeout', 1)).toMatchObject({ afterMs: 5_000 });
    expect(decide('timeout', 1, { outcomeUnknown: true })).toMatchObject({ afterMs: SETTLE_MS });
  });
});
