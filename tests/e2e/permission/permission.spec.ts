import { expect, test } from './fixtures';
import { answerPermissionPrompt, screenshot } from './screen';

/** The toolbar button covers only the tab it was pressed on, so a second tab shows whether the permission is there. */
test('allowed once, the panel follows to another tab', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  const panel = await baton.openPanel(page);
  await expect(panel.getByText('#48231', { exact: true })).toBeVisible();

  await panel.getByRole('button', { name: 'Allow localhost' }).click();
  await answerPermissionPrompt(panel, 'allow', 'permission-prompt');
  await expect(panel.getByRole('button', { name: 'Allow localhost' })).toHaveCount(0);

  const other = await baton.context.newPage();
  await other.goto(sites.desk.ticketUrl(8));
  await expect(panel.getByText('#48245', { exact: true })).toBeVisible();
  screenshot('permission-allowed');
});

test('denied, the panel keeps the ticket and its offer, and says that it cannot see another tab', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  const panel = await baton.openPanel(page);
  await panel.getByRole('button', { name: 'Allow localhost' }).click();
  await answerPermissionPrompt(panel, 'deny', 'permission-prompt-denied');
  await expect(panel.getByText('#48231', { exact: true })).toBeVisible();

  const other = await baton.context.newPage();
  await other.goto(sites.desk.ticketUrl(8));
  await expect(panel.getByText('Baton cannot see this tab.')).toBeVisible();
  await expect(panel.getByText('Showing #48231; nothing is lost.')).toBeVisible();

  await page.bringToFront();
  await expect(panel.getByRole('button', { name: 'Allow localhost' })).toBeVisible();
});
