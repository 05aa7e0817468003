/**
 * Last line of `.ci/run`: `N passed, N failed`, from the reports in tests/.results/reports.
 * Arguments: suites that must have left a report, then `--failed` and the steps that ended with an error.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Total {
  passed: number;
  failed: number;
}

interface Report {
  /** Vitest */
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: { status: string; assertionResults: { status: string }[] }[];
  /** Playwright */
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: unknown[];
}

/** A skipped or flaky test counts as failed, for there is to be none, and so does a file that does not load. */
export function countReport(report: Report | null): Total {
  if (report?.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + skipped + (report.errors?.length ?? 0) };
  }
  const { numPassedTests: passed, numFailedTests = 0, numPendingTests = 0, testResults = [] } = report ?? {};
  if (passed === undefined) return { passed: 0, failed: 1 };
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((it) => it.status !== 'failed'),
  );
  return { passed, failed: numFailedTests + numPendingTests + broken.length };
}

/** A suite without report counts as one failure, and so does a failed step whose report tells of none. */
export function addUp(reports: Record<string, Report | null>, failedSteps: string[]): Total {
  const counts = new Map(Object.entries(reports).map(([suite, report]) => [suite, countReport(report)]));
  const untold = failedSteps.filter((step) => !counts.get(step.replace('test:', ''))?.failed).length;
  const sum = (of: keyof Total) => [...counts.values()].reduce((total, it) => total + it[of], 0);
  return { passed: sum('passed'), failed: sum('failed') + untold };
}

function readReport(suite: string): Report | null {
  const file = path.resolve(import.meta.dirname, '../.results/reports', `${suite}.json`);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

if (process.argv[1] && import.meta.filename === path.resolve(process.argv[1])) {
  const words = process.argv.slice(2);
  const end = words.indexOf('--failed');
  const suites = end < 0 ? words : words.slice(0, end);
  const failedSteps = end < 0 ? [] : words.slice(end + 1);
  const { passed, failed } = addUp(Object.fromEntries(suites.map((it) => [it, readReport(it)])), failedSteps);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
