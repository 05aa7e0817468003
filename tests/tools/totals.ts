/**
 * The end of `.ci/run`, from the reports in tests/.results/reports: every failure with its error, and as the last line
 * `N passed, N failed`. Arguments: suites that must have left a report, then `--failed` and the steps that ended with
 * an error.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Total {
  passed: number;
  failed: number;
  /** What failed, and what passed only when tried again: a headline each, with the error below it. */
  told: string[];
}

interface BrowserSuite {
  specs?: {
    file: string;
    line: number;
    title: string;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
  suites?: BrowserSuite[];
}

interface Report {
  /** Vitest */
  numPassedTests?: number;
  numFailedTests?: number;
  numPendingTests?: number;
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
  /** Playwright */
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: { message?: string }[];
  suites?: BrowserSuite[];
}

/** Enough of an error for its cause: step and place, not the whole call log. */
const ERROR_LINES = 12;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one.
const COLOURS = /\u001b\[[\d;]*m/g;

function tell(headline: string, error = ''): string {
  const lines = error.replace(COLOURS, '').trim().split('\n').slice(0, ERROR_LINES);
  return [headline, ...lines.filter(Boolean).map((line) => `    ${line}`)].join('\n');
}

function tellBrowserSuite({ specs = [], suites = [] }: BrowserSuite): string[] {
  const told = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status !== 'expected')
      .map((test) => {
        const error = test.results.find((it) => it.error)?.error?.message;
        return tell(`${test.status}: ${spec.file}:${spec.line} › ${spec.title}`, error);
      }),
  );
  return [...told, ...suites.flatMap(tellBrowserSuite)];
}

/**
 * A skipped test counts as failed, for there is to be none, and so does a file that does not load. A browser test that
 * passes at its second try counts as passed, and is told.
 */
export function countReport(report: Report | null): Total {
  if (report?.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    const { errors = [], suites = [] } = report;
    const told = [...suites.flatMap(tellBrowserSuite), ...errors.map((it) => tell('error', it.message))];
    return { passed: expected + flaky, failed: unexpected + skipped + errors.length, told };
  }
  const { numPassedTests: passed, numFailedTests = 0, numPendingTests = 0, testResults = [] } = report ?? {};
  if (passed === undefined) return { passed: 0, failed: 1, told: ['no report'] };
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((it) => it.status !== 'failed'),
  );
  const told = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((it) => it.status !== 'passed')
      .map((it) => tell(`${it.status}: ${name} › ${it.fullName}`, it.failureMessages?.[0])),
  );
  return {
    passed,
    failed: numFailedTests + numPendingTests + broken.length,
    told: [...told, ...broken.map((file) => tell(`did not load: ${file.name}`, file.message))],
  };
}

/** Suites whose reports tell of a step's failure. `npm test` runs two. */
function suitesOf(step: string): string[] {
  return step === 'test' ? ['unit', 'e2e'] : [step.replace('test:', '')];
}

/** A suite without report counts as one failure, and so does a failed step whose reports tell of none. */
export function addUp(reports: Record<string, Report | null>, failedSteps: string[]): Total {
  const counts = new Map(Object.entries(reports).map(([suite, report]) => [suite, countReport(report)]));
  const untold = failedSteps.filter((step) => suitesOf(step).every((suite) => !counts.get(suite)?.failed));
  const sum = (of: 'passed' | 'failed') => [...counts.values()].reduce((total, it) => total + it[of], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed') + untold.length,
    told: [
      ...[...counts].flatMap(([suite, { told }]) => told.map((it) => `${suite}: ${it}`)),
      ...untold.map((step) => `step failed: ${step}`),
    ],
  };
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
  const { passed, failed, told } = addUp(
    Object.fromEntries(suites.map((it) => [it, readReport(it)])),
    failedSteps,
  );
  for (const it of told) console.log(it);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
