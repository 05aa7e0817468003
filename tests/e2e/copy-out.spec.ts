import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { delivery, walkToPreview } from './walk';

async function toPreview(
  baton: ExtensionBrowser,
  sites: Sites,
): Promise<{ page: Page; panel: Page; body: string }> {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  await walkToPreview(panel);
  await panel.getByRole('button', { name: 'Show as sent' }).click();
  const body = await panel.getByTestId('body-as-sent').innerText();
  return { page, panel, body };
}

test('Copy puts the title and exactly the shown text on the clipboard', async ({ sites, baton }) => {
  // Extension pages may write without being asked; reading back needs a page that may be granted it.
  await baton.context.grantPermissions(['clipboard-read'], { origin: sites.desk.url });
  const { page, panel, body } = await toPreview(baton, sites);
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByText('Copied out, not confirmed')).toBeVisible();
  await page.bringToFront();
  // Refused until the page has the focus, which comes a moment after it is in front.
  const read = () => page.evaluate(() => navigator.clipboard.readText().catch(() => ''));
  await expect.poll(async () => (await read()).trim()).toBe(body.trim());
  expect(await read()).toMatch(/^# CSV export stops at 42 % with error/);
});

test('the file has the same text; the address is asked for, checked and put on the ticket', async ({
  sites,
  baton,
}) => {
  const { page, panel, body } = await toPreview(baton, sites);
  const waiting = panel.waitForEvent('download');
  await panel.getByRole('button', { name: '.md' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('escalation-48213.md');
  await expect(panel.getByText('Copied out, not confirmed')).toBeVisible();
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.trim()).toBe(body.trim());

  const before = sites.desk.articles(1).length;
  const address = panel.getByLabel('Address of the issue you filed');
  for (const wrong of ['', 'PROJ-12', 'javascript:alert(1)', 'ftp://tracker.example/1']) {
    await address.fill(wrong);
    await panel.getByRole('button', { name: 'Save address' }).click();
    await expect(panel.getByText('That is not a web address')).toBeVisible();
  }
  await page.bringToFront();
  await address.fill('https://tracker.example/browse/PROJ-12');
  await panel.getByRole('button', { name: 'Save address' }).click();
  await expect(panel.getByText('Filed as').getByRole('link', { name: /PROJ-12/ })).toHaveAttribute(
    'href',
    'https://tracker.example/browse/PROJ-12',
  );
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  const added = sites.desk.articles(1).slice(before);
  expect(added).toHaveLength(1);
  expect(added[0]).toMatchObject({ internal: true, type: 'note' });
  expect(added[0]?.body).toContain('https://tracker.example/browse/PROJ-12');
});

test('GitHub opens its prefilled page when a repository is set', async ({ sites, baton }) => {
  const options = await baton.context.newPage();
  await options.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await options.getByLabel(/GitHub repository/).fill('https://github.com/example/app');
  await baton.context.route('https://github.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>New issue</title>' }),
  );
  const { panel } = await toPreview(baton, sites);
  const opening = baton.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'GitHub' }).click();
  const form = await opening;
  await form.waitForURL('https://github.com/example/app/issues/new?**');
  const { searchParams } = new URL(form.url());
  expect(searchParams.get('title')).toBe('CSV export stops at 42 % with error E-4102');
  expect(searchParams.get('body')).toContain('Stops at 42 %');
  await expect(panel.getByText('Copied out, not confirmed')).toBeVisible();
});
