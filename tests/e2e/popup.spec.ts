import { expect, test } from './fixtures';
import { badgeText, connectRedmine, delivery, handOff, walkToPreview } from './walk';

const SENT = { timeout: 120_000 };

test('what is handed off is listed with stage, due date and both links', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const empty = await baton.openPopup(page);
  await expect(empty.getByText('Nothing is pending')).toBeVisible();
  await empty.close();

  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const panel = await baton.openPanel(page);
  await walkToPreview(panel);
  const begun = await baton.openPopup(page);
  await expect(begun.getByRole('heading', { name: /Begun, not handed off/ })).toBeVisible();
  await begun.close();
  await handOff(panel);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  const [issue] = sites.tracker.issues();
  sites.tracker.setStatus(issue?.id ?? 0, 'In Progress');

  const popup = await baton.openPopup(page);
  await expect(popup.getByRole('heading', { name: /Waiting for engineering/ })).toBeVisible();
  const row = popup.getByRole('listitem');
  await expect(row).toContainText('CSV export stops at 42 % with error E-4102');
  await expect(row).toContainText('In Progress');
  await expect(row).toContainText(/due \w+/);
  await expect(row.getByRole('link', { name: 'Issue #1' })).toHaveAttribute(
    'href',
    sites.tracker.issueUrl(issue?.id ?? 0),
  );
  await popup.close();
  const other = await baton.context.newPage();
  await other.goto(sites.tracker.url);
  const again = await baton.openPopup(other);
  await again
    .getByRole('button', { name: 'Ticket #48213' })
    .click()
    .catch(() => undefined);
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  await expect.poll(() => badgeText(panel)).toBe('');
});

test('a blocked delivery is owed: reason, what to do, badge, and a way on', async ({ sites, baton }) => {
  const { url, apiKey, projectId: project } = sites.tracker;
  const options = await connectRedmine(baton, { url, apiKey: 'not-a-key', project });
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  const panel = await baton.openPanel(page);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'blocked', SENT);
  await expect(panel.getByText('not sent yet, it needs you')).toBeVisible();

  const popup = await baton.openPopup(page);
  await expect(popup.getByRole('heading', { name: /You owe/ })).toBeVisible();
  await expect(popup.getByRole('listitem')).toContainText('does not accept the key');
  await expect(popup.getByRole('listitem')).toContainText('check the key in Settings');
  await expect.poll(() => badgeText(panel)).toBe('1');
  await popup.close();

  await options.bringToFront();
  await options.getByRole('button', { name: 'Change' }).click();
  await options.getByLabel('API access key').fill(apiKey);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await page.bringToFront();
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  expect(sites.tracker.issues()).toHaveLength(1);
  await expect.poll(() => badgeText(panel)).toBe('');
});

test('copied out without an address is owed', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  const panel = await baton.openPanel(page);
  await walkToPreview(panel);
  await panel.getByRole('button', { name: '.md' }).click();
  await expect(panel.getByText('Copied out, not confirmed')).toBeVisible();
  const popup = await baton.openPopup(page);
  await expect(popup.getByRole('heading', { name: /You owe/ })).toBeVisible();
  await expect(popup.getByRole('listitem')).toContainText('save the address of the issue');
});
