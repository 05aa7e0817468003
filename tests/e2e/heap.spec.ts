import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { goToStep, goToTicket, openTicket, shownTicket } from './walk';

const TICKETS = [1, 2, 3, 4, 5, 8];
/** Caches of the panel are full by then. */
const WARM_UP = 60;
const CHANGES = 500;

/** Bytes of the panel's heap that are in use, after garbage was collected. */
async function heapOf(panel: Page): Promise<number> {
  const session = await panel.context().newCDPSession(panel);
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

test('500 ticket changes keep the heap within 10 %', async ({ sites, launchBaton }) => {
  test.setTimeout(1_200_000);
  // A snapshot shows that compiled code is what grows otherwise; here the panel's own objects are counted.
  const baton = await launchBaton({ compiles: false });
  const { page, panel } = await openTicket(baton, sites, 1);
  const change = async (count: number) => {
    for (let done = 0; done < count; done += 1) {
      const id = TICKETS[(done + 1) % TICKETS.length] ?? 1;
      await goToTicket(page, id);
      await shownTicket(panel, sites, id).waitFor();
      if (done % 10 === 0) await goToStep(panel, 'Describe');
      if (done % 10 === 1) await goToStep(panel, 'Check');
    }
    await goToTicket(page, 1);
    await shownTicket(panel, sites, 1).waitFor();
    await goToStep(panel, 'Check');
  };
  await change(WARM_UP);
  const before = await heapOf(panel);
  await change(CHANGES);
  let after = 0;
  // What is still under way is garbage a moment later; what leaks stays.
  const measure = async () => {
    after = await heapOf(panel);
    return after;
  };
  await expect.poll(measure).toBeLessThanOrEqual(before * 1.1);
  const kilobytes = (bytes: number) => Math.round(bytes / 1_000);
  console.log(
    `${CHANGES} ticket changes: heap ${kilobytes(before)} kB before, ${kilobytes(after)} kB after, ${((after / before - 1) * 100).toFixed(1)} %`,
  );
});
