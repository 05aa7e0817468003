// @vitest-environment node
import { expect, it } from 'vitest';
import { addUp, countReport } from './totals';

const file = (status: string, tests: string[]) => ({
  status,
  assertionResults: tests.map((it) => ({ status: it })),
});
const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const e2e = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

it('adds the suites up', () => {
  expect(addUp({ unit, e2e }, [])).toEqual({ passed: 8, failed: 0 });
});

it('counts skipped, flaky and what did not load as failed', () => {
  expect(countReport({ ...unit, numPendingTests: 1 })).toEqual({ passed: 5, failed: 1 });
  const testResults = [file('failed', ['failed', 'passed']), file('failed', []), file('passed', ['passed'])];
  expect(countReport({ ...unit, numFailedTests: 1, testResults })).toEqual({ passed: 5, failed: 2 });
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countReport({ stats })).toEqual({ passed: 3, failed: 3 });
  expect(countReport({ ...e2e, errors: [{}] })).toEqual({ passed: 3, failed: 1 });
});

it('counts a missing report and a failed step that no report tells of, each once', () => {
  expect(addUp({ unit, e2e: null }, ['test:e2e'])).toEqual({ passed: 5, failed: 1 });
  expect(addUp({ unit, e2e }, ['check'])).toEqual({ passed: 8, failed: 1 });
  expect(addUp({ unit, e2e }, ['test:unit'])).toEqual({ passed: 8, failed: 1 });
  expect(addUp({ unit: { ...unit, numFailedTests: 2 }, e2e }, ['test:unit'])).toEqual({
    passed: 8,
    failed: 2,
  });
});
