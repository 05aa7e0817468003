// @vitest-environment node
import { expect, it } from 'vitest';
import { addUp, countReport } from './totals';

const file = (status: string, tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: status === 'failed' ? 'SyntaxError' : '',
  assertionResults: tests.map((it) => ({ status: it, fullName: 'does it', failureMessages: ['not equal'] })),
});
const spec = (status: string) => ({
  file: 'a.spec.ts',
  line: 7,
  title: 'does it',
  tests: [{ status, results: [{ error: { message: '\u001b[31mtoo late\u001b[39m' } }, {}] }],
});
const unit = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const e2e = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

it('adds the suites up', () => {
  expect(addUp({ unit, e2e }, [])).toEqual({ passed: 8, failed: 0, told: [] });
});

it('counts skipped and what did not load as failed', () => {
  expect(countReport({ ...unit, numPendingTests: 1 })).toMatchObject({ passed: 5, failed: 1 });
  const testResults = [file('failed', ['failed', 'passed']), file('failed', []), file('passed', ['passed'])];
  expect(countReport({ ...unit, numFailedTests: 1, testResults })).toEqual({
    passed: 5,
    failed: 2,
    told: ['failed: a.test.ts › does it\n    not equal', 'did not load: a.test.ts\n    SyntaxError'],
  });
  expect(countReport({ ...e2e, errors: [{ message: 'no config' }] })).toEqual({
    passed: 3,
    failed: 1,
    told: ['error\n    no config'],
  });
});

it('tells every browser test that failed, and counts one that passed at its second try as passed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
  const suites = [{ specs: [spec('expected'), spec('flaky')], suites: [{ specs: [spec('unexpected')] }] }];
  expect(countReport({ stats, suites })).toEqual({
    passed: 4,
    failed: 2,
    told: ['flaky: a.spec.ts:7 › does it\n    too late', 'unexpected: a.spec.ts:7 › does it\n    too late'],
  });
});

it('counts a missing report and a failed step that no report tells of, each once', () => {
  expect(addUp({ unit, e2e: null }, ['test:e2e'])).toEqual({
    passed: 5,
    failed: 1,
    told: ['e2e: no report'],
  });
  expect(addUp({ unit, e2e }, ['check'])).toEqual({ passed: 8, failed: 1, told: ['step failed: check'] });
  expect(addUp({ unit, e2e }, ['test'])).toMatchObject({ passed: 8, failed: 1 });
  const failing = { ...unit, numFailedTests: 2 };
  expect(addUp({ unit: failing, e2e }, ['test'])).toMatchObject({ passed: 8, failed: 2 });
});
