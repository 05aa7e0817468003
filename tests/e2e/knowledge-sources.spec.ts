import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { storedRows } from './stored';
import { addRedmineSource, openOptions, sourceRow } from './walk';

/** A sync may wait for its alarm, which is never sooner than half a minute. */
const RESUMED_WITHIN = { timeout: 180_000 };
const PAGE_OF_ISSUES = { method: 'GET', path: /issues\.json/ };

/** Issues one second apart, the last of them just now. */
function fill(sites: Sites, count: number): void {
  sites.clock.advance(-1_000 * count);
  for (let n = 1; n <= count; n += 1) {
    sites.tracker.addIssue({ subject: `Export number ${n} stops`, description: `Stops with E-${4000 + n}.` });
    sites.clock.advance(1_000);
  }
}

/** Titles of everything in the cache, as the database of the page has them. */
const cachedTitles = async (page: Page): Promise<string[]> =>
  (await storedRows<{ title: string }>(page, 'knowledge')).map(({ title }) => title).sort();

const expectComplete = (page: Page, sites: Sites) =>
  expect
    .poll(() => cachedTitles(page))
    .toEqual(
      sites.tracker
        .issues()
        .map(({ subject }) => subject)
        .sort(),
    );

async function connect(baton: ExtensionBrowser, sites: Sites, apiKey = sites.tracker.apiKey): Promise<Page> {
  const page = await openOptions(baton);
  await addRedmineSource(page, { url: sites.tracker.url, apiKey, project: sites.tracker.projectId });
  return page;
}

test('a tracker is taken in, changes follow, and its removal leaves nothing', async ({ sites, baton }) => {
  fill(sites, 230);
  const page = await connect(baton, sites);
  const row = sourceRow(page);
  await expect(row).toContainText(/230 records · .* · synced just now · every hour/);
  await expectComplete(page, sites);

  sites.clock.advance(60_000);
  sites.tracker.addIssue({ subject: 'A new one' });
  sites.tracker.addComment(7, 'Seen again');
  await row.getByRole('button', { name: 'Sync now' }).click();
  await expect(row).toContainText('231 records');
  await expectComplete(page, sites);

  await row.getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Redmine?' });
  await expect(dialog).toContainText('231 records leave this browser');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => cachedTitles(page)).toEqual([]);
});

test('Check connection names the cause, and a wrong key stops the sync in words', async ({
  sites,
  baton,
}) => {
  fill(sites, 3);
  const page = await openOptions(baton);
  const { url, apiKey, projectId: project } = sites.tracker;
  await addRedmineSource(page, { url, apiKey: 'not-a-key', project }, 'Check connection');
  await expect(page.getByRole('alert')).toContainText('does not accept');
  await page.getByRole('button', { name: 'Save and sync' }).click();
  const row = sourceRow(page);
  await expect(row.getByText(/does not accept .* kept\. Check the key under Change/)).toBeVisible();
  expect(await page.content()).not.toContain('not-a-key');

  await row.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('API access key').fill(apiKey);
  await page.getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByRole('status')).toContainText('Signed in as Support Bot');
  await page.getByRole('button', { name: 'Save and sync' }).click();
  await expect(row).toContainText('3 records');
  await expect(row.getByRole('button', { name: 'Sync now' })).toBeVisible();
});

test('a paused sync stays where it is until it is resumed, and ends complete', async ({ sites, baton }) => {
  fill(sites, 430);
  // The first page comes at once, three more take their time: a slow machine comes to Pause meanwhile.
  for (const ms of [1, 15_000, 15_000, 15_000])
    sites.tracker.failNext({ ...PAGE_OF_ISSUES, kind: 'delay', ms });
  const page = await connect(baton, sites);
  const row = sourceRow(page);
  await row.getByRole('button', { name: 'Pause' }).click();
  await expect(row).toContainText('Paused ·');
  await page.reload();
  await expect(row).toContainText('Paused ·');
  await row.getByRole('button', { name: 'Resume' }).click();
  await expect(row).toContainText('430 records', RESUMED_WITHIN);
  await expect(row.getByRole('button', { name: 'Sync now' })).toBeVisible(RESUMED_WITHIN);
  await expectComplete(page, sites);
});

test('a worker that is killed in the middle of a sync goes on by itself', async ({ sites, baton }) => {
  fill(sites, 330);
  const page = await openOptions(baton);
  // The first page of issues passes, the next one hangs while the worker is killed.
  const { url, apiKey, projectId: project } = sites.tracker;
  await addRedmineSource(page, { url, apiKey, project }, null);
  sites.tracker.failNext({ ...PAGE_OF_ISSUES, kind: 'delay', ms: 1 });
  sites.tracker.failNext({ ...PAGE_OF_ISSUES, kind: 'hang' });
  await page.getByRole('button', { name: 'Save and sync' }).click();
  await expect(sourceRow(page)).toContainText('100 of 330');
  await baton.killWorker();
  await expect(sourceRow(page)).toContainText(/330 records · .* · synced/, RESUMED_WITHIN);
  await expectComplete(page, sites);
});

test('files are dropped in, with the rows that cannot be read', async ({ baton }) => {
  const page = await openOptions(baton);
  const rows = [
    'id,title,text',
    'a,Export stops,With E-4102',
    'b,,nothing to call it',
    'c,Login fails,After update',
  ];
  const files = page.getByLabel('Files with knowledge');
  await files.setInputFiles({ name: 'bugs.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  const row = page.getByRole('region', { name: 'Files bugs.csv' });
  await expect(row).toContainText('2 records');
  await row.getByRole('button', { name: /left out/ }).click();
  await expect(page.getByRole('dialog', { name: 'Records left out' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  // The same file again, without one of them.
  const less = Buffer.from([rows[0], rows[1]].join('\n'));
  await files.setInputFiles({ name: 'bugs.csv', mimeType: 'text/csv', buffer: less });
  await expect(row).toContainText(/1 record · .* · imported just now/);
  await expect(row).not.toContainText('left out');
  await expect.poll(() => cachedTitles(page)).toEqual(['Export stops']);
});
