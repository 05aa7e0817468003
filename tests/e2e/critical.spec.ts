import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { stopUndoTime } from './time-to-undo';
import {
  badgeText,
  connectTracker,
  delivery,
  fillCheck,
  fillClassify,
  goToStep,
  handOff,
  openTicket,
  reportField,
} from './walk';

const SENT = { timeout: 120_000 };
/** Nobody in three clinics can open the system: ticket 8 of the demo desk. */
const CLINICS = 8;

const rest = (panel: Page) => panel.getByRole('region', { name: 'To be completed' });
const comment = (panel: Page) => panel.getByTestId('completion-text');

/** Four lines now: the ticket handed off as critical, and filed. */
async function escalateCritical(panel: Page): Promise<void> {
  await fillCheck(panel);
  await fillClassify(panel, 'One organization', 4);
  await goToStep(panel, 'Describe');
  await panel.getByRole('radio', { name: 'Critical', exact: true }).check({ force: true });
  await expect(reportField(panel, 'Since when')).toHaveValue('since 8:40');
  await expect(panel.locator('label', { hasText: /^Since when/ })).toContainText('from message');
  await reportField(panel, 'What stops').fill('Nobody can sign in');
  await reportField(panel, 'Where').fill('/login');
  for (const name of ['Steps', 'Expected', 'Actual']) await reportField(panel, name).fill('');
  await goToStep(panel, 'Hand off');
  const preview = panel.getByRole('region', { name: 'Preview of the issue' });
  await expect(preview).toContainText('To be completed');
  await panel.getByLabel('Who answers for it').fill('Ida Solberg');
  await panel.locator('[data-field=follow-up]').click();
  await expect(preview).toContainText('Support owner Ida Solberg');
  await expect(preview).toContainText(/Next word to the customer\s+\d{4}-\d\d-\d\d/);
  await expect(panel.getByTestId('note-as-written')).toContainText('Support owner: Ida Solberg');
  await expect(panel.getByTestId('chat-text')).toContainText('Ida Solberg answers for it, next word to them');
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
}

test('four lines now, the rest after: owed until one comment has told it, and taken back in time', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, CLINICS);
  await escalateCritical(panel);
  const comments = () =>
    (sites.tracker.issues()[0]?.journals ?? []).filter(({ notes }) => notes.includes('after the handoff'));

  await expect(rest(panel)).toContainText('named in the issue');
  await expect.poll(() => badgeText(panel)).toBe('1');
  const popup = await baton.openPopup(page);
  await expect(popup.getByRole('heading', { name: /You owe/ })).toBeVisible();
  await expect(popup.getByRole('listitem')).toContainText('Report to be completed');
  await popup.close();

  // What is typed is kept, and shown as it would leave: masked, with what nobody knows.
  await reportField(panel, 'Steps').fill('Open /login\nSign in as greta@halden.test');
  await reportField(panel, 'Actual').fill('A blank page');
  await expect(comment(panel)).toContainText('Actual: A blank page');
  await expect(comment(panel)).toContainText(/Not known: .*expected/);
  await expect(comment(panel)).not.toContainText('greta@halden.test');
  await panel.reload();
  await expect(reportField(panel, 'Actual')).toHaveValue('A blank page');
  await expect(comment(panel)).toContainText('1. Open /login');

  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.getByRole('button', { name: 'Add to the issue' }).click();
  await expect(panel.getByText('The report is complete.')).toBeVisible();
  await expect(rest(panel)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(reportField(panel, 'Actual')).toHaveValue('A blank page');
  expect(comments()).toHaveLength(0);

  await panel.getByRole('button', { name: 'Add to the issue' }).click();
  await expect(panel.getByText('The report is complete.')).toBeVisible();
  await letUndoTimeRun();
  await expect.poll(() => comments().length, SENT).toBe(1);
  expect(comments()[0]?.notes).not.toContain('halden.test');
  await expect(panel.locator('[data-delivery=comment]')).toContainText('Comment: the rest of the report');
  await expect(panel.locator('[data-delivery=comment]')).toHaveAttribute('data-state', 'sent', SENT);
  await expect.poll(() => badgeText(panel)).toBe('');
  const after = await baton.openPopup(page);
  await expect(after.getByRole('heading', { name: /Waiting for engineering/ })).toBeVisible();
  await expect(after.getByText('Report to be completed')).toHaveCount(0);
});
