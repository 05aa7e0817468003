import path from 'node:path';
import type { PlaywrightTestConfig } from '@playwright/test';

const RESULTS = path.resolve(import.meta.dirname, '../.results');

/**
 * What all browser suites share. On a machine that is shared, a browser may stall for longer than a test can tell from
 * a fault: there a failed test is tried once more, and told by name at the end of `.ci/run`.
 */
export function playwrightSettings(suite: string): PlaywrightTestConfig {
  return {
    testMatch: '*.spec.ts',
    forbidOnly: Boolean(process.env.CI),
    retries: process.env.CI ? 1 : 0,
    // Limits for what hangs, never for what is slow: machines are busy, and alarms come once in half a minute.
    timeout: 600_000,
    expect: { timeout: 90_000 },
    use: { actionTimeout: 90_000 },
    outputDir: path.join(RESULTS, suite),
    // `.ci/run` adds the numbers of these reports up.
    reporter: [['list'], ['json', { outputFile: path.join(RESULTS, 'reports', `${suite}.json`) }]],
  };
}
