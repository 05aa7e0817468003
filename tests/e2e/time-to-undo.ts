import type { Page } from '@playwright/test';

/**
 * Gives a test all the time it needs to look at what can be taken back, and to take it back, however long the machine
 * stalls: the clock of this page stands, so its ten seconds do not pass, and nothing leaves, because the page holds the
 * lock that a sending worker holds. Answers with how both go on; closing the page does it too.
 */
export async function stopUndoTime(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const { now } = Date;
    const at = now();
    Date.now = () => at;
    await new Promise<void>((held) => {
      const hold = () =>
        new Promise<void>((release) => {
          const letUndoTimeRun = () => {
            Date.now = now;
            release();
          };
          Object.assign(globalThis, { letUndoTimeRun });
          held();
        });
      void navigator.locks.request('baton-outbox', hold);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { letUndoTimeRun(): void }).letUndoTimeRun());
}
