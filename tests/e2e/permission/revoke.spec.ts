import { expect, test } from './fixtures';
import { answerPermissionPrompt } from './screen';

test('revoked in settings, the panel no longer sees the desk, keeps the ticket and says so', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  const panel = await baton.openPanel(page);
  await panel.getByRole('button', { name: 'Allow localhost' }).click();
  await answerPermissionPrompt(panel, 'allow', 'revoke-allow');
  await expect(panel.getByRole('button', { name: 'Allow localhost' })).toHaveCount(0);

  const options = await baton.context.newPage();
  await options.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await expect(options.getByText('Zammad · allowed')).toBeVisible();
  await options.getByRole('button', { name: 'Remove' }).click();
  await expect(options.getByText('Zammad · allowed')).toHaveCount(0);

  const other = await baton.context.newPage();
  await other.goto(sites.desk.ticketUrl(8));
  await expect(panel.getByText('Baton cannot see this tab.')).toBeVisible();
  await expect(panel.getByText('Showing #48231; nothing is lost.')).toBeVisible();
});

test('a hosted help desk is allowed with one press, and taken back with another', async ({ baton }) => {
  const options = await baton.context.newPage();
  await options.goto(`chrome-extension://${baton.extensionId}/options.html`);
  const zendesk = options.getByRole('button', { name: 'Zendesk', exact: true });
  await zendesk.click();
  await answerPermissionPrompt(options, 'allow', 'hosted-allow');
  await expect(zendesk).toHaveAttribute('aria-pressed', 'true');
  await options.reload();
  await expect(zendesk).toHaveAttribute('aria-pressed', 'true');
  await zendesk.click();
  await expect(zendesk).toHaveAttribute('aria-pressed', 'false');
});
