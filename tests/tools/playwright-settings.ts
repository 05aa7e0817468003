import path from 'node:path';
import type { PlaywrightTestConfig } from '@playwright/test';

const RESULTS = path.resolve(import.meta.dirname, '../.results');

/** What all browser suites share. A flaky test is a bug here, so nothing is tried twice. */
export function playwrightSettings(suite: string): PlaywrightTestConfig {
  return {
    testMatch: '*.spec.ts',
    forbidOnly: Boolean(process.env.CI),
    retries: 0,
    timeout: 60_000,
    expect: { timeout: 10_000 },
    use: { actionTimeout: 10_000 },
    outputDir: path.join(RESULTS, suite),
    // `.ci/run` adds the numbers of these reports up.
    reporter: [['list'], ['json', { outputFile: path.join(RESULTS, 'reports', `${suite}.json`) }]],
  };
}
