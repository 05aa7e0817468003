import type { Page } from '@playwright/test';
import { PERSONAL } from '../sites/tickets/personal';
import { expect, test } from './fixtures';
import {
  connectTracker,
  delivery,
  handOff,
  openTicket,
  reportField,
  startDescribe,
  walkToPreview,
} from './walk';

const SENT_WITHIN = { timeout: 120_000 };
const SECRETS = Object.values(PERSONAL);

/** The demo ticket up to its preview, with everything the customer sent in the report, and the file whose name tells. */
async function toPreview(panel: Page): Promise<void> {
  await startDescribe(panel);
  await panel.getByRole('checkbox', { name: /^card/ }).click();
  await expect(panel.getByText('1 will be attached')).toBeVisible();
  await walkToPreview(panel, {
    where: `https://app.marlow.example/billing/refunds?token=${PERSONAL.queryToken}`,
    steps: `Sign in as ${PERSONAL.email}, password: ${PERSONAL.password}\nEnter ${PERSONAL.card}\nEnter ${PERSONAL.iban}`,
    expected: `A refund to ${PERSONAL.iban}, an SMS to ${PERSONAL.phone}, nothing asked of ${PERSONAL.nationalId}`,
    actual: `E-7310 from ${PERSONAL.ip}: https://${PERSONAL.inAddress}/in with "Authorization: Bearer ${PERSONAL.jwt}" and ${PERSONAL.token}`,
  });
}

const preview = (panel: Page) => panel.getByRole('region', { name: 'Preview of the issue' });
const chip = (panel: Page, label: string) =>
  preview(panel).locator('button[data-mask]').filter({ hasText: label }).first();

test('personal data stays here: issue, note and file name leave masked, one value by one key', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const before = JSON.stringify(sites.desk.articles(21));
  const { panel } = await openTicket(baton, sites, 21);
  await toPreview(panel);

  for (const secret of SECRETS) await expect(preview(panel)).not.toContainText(secret);
  await expect(preview(panel)).toContainText('E-7310 from [IP address 1]');
  await expect(preview(panel)).toContainText('Masked by Baton:');

  // One value by one key, and back, and again: the focus stays where it was.
  const card = chip(panel, '[card 1]');
  await card.focus();
  await panel.keyboard.press('m');
  await expect(preview(panel)).toContainText(`Enter ${PERSONAL.card}`);
  await expect(chip(panel, PERSONAL.card)).toBeFocused();
  await expect(panel.getByRole('status').filter({ hasText: 'leaves as written' })).toHaveCount(1);
  await panel.keyboard.press('m');
  await expect(preview(panel)).not.toContainText(PERSONAL.card);
  await expect(chip(panel, '[card 1]')).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(preview(panel)).toContainText(`Enter ${PERSONAL.card}`);

  // Letter by letter, as it is sent, with the same masks.
  await panel.getByRole('button', { name: 'Show as sent' }).click();
  const asSent = panel.getByTestId('body-as-sent');
  await expect(asSent.locator('button[data-mask]').first()).toBeVisible();
  const body = await asSent.innerText();

  await handOff(panel);
  for (const kind of ['issue', 'attachment', 'note'] as const) {
    await expect(delivery(panel, kind)).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  }
  const [issue] = sites.tracker.issues();
  expect(issue?.description.replaceAll('\r\n', '\n').trim()).toBe(body.trim());
  const notes = sites.desk.articles(21).filter((article) => article.internal);
  expect(notes).toHaveLength(1);
  const left = JSON.stringify([
    issue?.subject,
    issue?.description,
    [...(issue?.customFields.values() ?? [])],
    issue?.attachments.map(({ filename, description }) => [filename, description]),
    notes.map((note) => note.body),
  ]).replaceAll('&#45;', '-');
  for (const secret of SECRETS.filter((it) => it !== PERSONAL.card)) expect(left).not.toContain(secret);
  expect(left).toContain(PERSONAL.card);
  expect(issue?.attachments).toHaveLength(1);
  // The ticket itself is as it was.
  const after = sites.desk.articles(21).filter((article) => !article.internal);
  expect(JSON.stringify(after)).toBe(before);
});

test('the list tells every value and takes it back; Copy out holds none either', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 21);
  await toPreview(panel);
  const masks = panel.getByRole('region', { name: 'Masks' });
  await masks.getByRole('button', { name: 'Show all' }).click();
  await expect(masks.getByRole('listitem')).toHaveCount(SECRETS.length);
  await masks.getByRole('button', { name: `Unmask ${PERSONAL.email}` }).click();
  await expect(preview(panel)).toContainText(`Sign in as ${PERSONAL.email}`);
  await expect(masks.getByRole('button', { name: `Mask ${PERSONAL.email}` })).toBeFocused();
  await expect(masks).toContainText('1 leaves as written');
  const waiting = panel.waitForEvent('download');
  await panel.getByRole('button', { name: '.md' }).click();
  const stream = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8').replaceAll('\\', '');
  for (const secret of SECRETS.filter((it) => it !== PERSONAL.email)) expect(text).not.toContain(secret);
  expect(text).toContain(PERSONAL.email);
  await expect(reportField(panel, 'Steps')).toHaveCount(0);
});
