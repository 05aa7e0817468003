import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  connectTracker,
  delivery,
  goToStep,
  goToTicket,
  handOff,
  numberOf,
  openTicket,
  walkToPreview,
} from './walk';

/** Characters that look like hieroglyphs, at three organizations: tickets 5, 6 and 7 of the demo desk. */
const HIEROGLYPHS = 5;
const OTHERS = [6, 7];

const massness = (panel: Page) => panel.getByRole('region', { name: 'How many are hit' });
const similar = (panel: Page) => panel.getByRole('region', { name: 'Similar open tickets' });
const severity = (panel: Page) => panel.getByRole('region', { name: 'How badly is work hit' });

test('one person first, with the client-side checks; two more companies confirmed raise the level by one', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await goToStep(panel, 'Classify');
  await expect(massness(panel)).toContainText('Proposed: 1 requester of 1 organization: one person');
  await expect(massness(panel).getByText('Ask the customer first')).toBeVisible();
  await panel.keyboard.press('m');
  await expect(massness(panel).getByRole('radio', { name: 'One person' })).toBeChecked();
  await panel.keyboard.press('2');
  await expect(panel.getByText(/^Raised from/)).toHaveCount(0);

  for (const id of OTHERS) {
    const row = similar(panel)
      .getByRole('listitem')
      .filter({ hasText: numberOf(sites, id) });
    await row.getByRole('button').first().focus();
    await panel.keyboard.press('y');
    await expect(row.getByRole('button', { name: /^Same problem/ })).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(similar(panel)).toContainText('3 requesters in 3 organizations');
  await expect(massness(panel)).toContainText('As counted: 3 organizations: 2 to 4 is several organizations');
  await expect(massness(panel).getByRole('radio', { name: 'Several organizations' })).toBeChecked();
  await expect(panel.getByText('Raised from 2 to 3: hit are several organizations.')).toBeVisible();
  await expect(panel.getByRole('contentinfo')).toContainText('Priority high');

  // Not the same after all: the count goes back, and with it the level.
  await panel.keyboard.press('ArrowUp');
  const first = similar(panel)
    .getByRole('listitem')
    .filter({ hasText: numberOf(sites, OTHERS[0] ?? 0) });
  await first.getByRole('button').first().focus();
  await panel.keyboard.press('n');
  await expect(similar(panel)).toContainText('2 requesters in 2 organizations');
});

test('the level is proposed with its reason and taken with one key; a low one beside grave words is asked about once', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 8);
  await goToStep(panel, 'Classify');
  await expect(severity(panel)).toContainText('Proposed 4: “');
  await panel.keyboard.press('2');
  const question = panel.getByText(/Is 2 still right\?/);
  await expect(question).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Make it 4' })).toBeVisible();
  await panel.getByRole('button', { name: 'Keep 2' }).click();
  await expect(question).toHaveCount(0);
  await panel.keyboard.press('1');
  await expect(severity(panel).getByRole('radio', { name: /^1/ })).toBeChecked();
  await expect(panel.getByText(/still right\?/)).toHaveCount(0);
});

test('the client-side checks are one press away', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await goToStep(panel, 'Classify');
  await massness(panel).getByText('Ask the customer first').click();
  const steps = panel.getByRole('navigation', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: 'Check' })).toHaveAttribute('aria-current', 'step');
});

test('a later ticket confirmed as the same raises what was handed off, and the issue hears of it once', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 40_000 });
  const told = () =>
    (sites.tracker.issues()[0]?.journals ?? []).filter(({ notes }) => notes.includes('severity 3 → 4'));

  for (const id of OTHERS) {
    await goToTicket(page, id);
    await expect(panel.getByText(numberOf(sites, id), { exact: true })).toBeVisible();
    await goToStep(panel, 'Classify');
    const row = similar(panel)
      .getByRole('listitem')
      .filter({ hasText: numberOf(sites, HIEROGLYPHS) });
    await expect(row).toContainText('escalated as #1');
    await row.getByRole('button').first().focus();
    await panel.keyboard.press('y');
    await expect(row).toContainText('severity 4');
  }
  await expect.poll(() => told().length, { timeout: 40_000 }).toBe(1);
  expect(told()[0]?.notes).toContain('2 to 4 is several organizations');
});
