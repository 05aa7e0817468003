import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectNothingSent, goOffline, prevented, visitTickets } from './offline';
import { storedRows } from './stored';
import { connectTracker, goToStep, numberOf, openTicket, shownTicket } from './walk';

const CAPS_LOCK = 4;
/** Characters that look like hieroglyphs, at three organizations. */
const HIEROGLYPHS = 5;
const OTHERS = [6, 7] as const;

const questions = (panel: Page) => panel.getByRole('region', { name: 'Ask the customer' });
const exits = (panel: Page) => panel.getByRole('region', { name: 'How it ends' });
const massness = (panel: Page) => panel.getByRole('region', { name: 'How many are hit' });
const similar = (panel: Page) => panel.getByRole('region', { name: 'Similar open tickets' });
const severity = (panel: Page) => panel.getByRole('region', { name: 'How badly is work hit' });
const step = (panel: Page) => panel.locator('[aria-current=step]');
const similarRow = (panel: Page, number: string) =>
  similar(panel).getByRole('listitem').filter({ hasText: number });

/** All drafts, as text. */
const stored = async (panel: Page) => JSON.stringify(await storedRows(panel, 'escalations'));

test('scene 1, offline: the caps-lock dialogue ends with the customer, the ledger counts one more', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel: first } = await openTicket(baton, sites, CAPS_LOCK);
  await expect(questions(first)).toBeVisible();
  expect(await prevented(first)).toEqual([]);
  const outage = await goOffline(sites, baton, { page, panel: first });

  // What the customer said stands there with its place, what they did not say is asked.
  await expect(questions(first).getByRole('combobox', { name: 'Symptom' })).toHaveValue('sign-in');
  await expect(questions(first).getByRole('button', { name: /Works on another device/ })).toContainText(
    'On the phone it works now!!',
  );
  await questions(first)
    .getByRole('button', { name: /^Caps Lock/ })
    .click();
  await questions(first).getByRole('radio', { name: 'It was Caps Lock or the layout' }).focus();
  await first.keyboard.press('Space');
  await expect(exits(first)).toContainText('Lies on the customer’s side');
  await exits(first).getByRole('button', { name: 'Solved with the customer', exact: true }).first().click();
  await first.getByRole('textbox', { name: 'What solved it?' }).fill('Caps Lock was on');
  // Shown at once, stored a moment later.
  await expect.poll(() => stored(first)).toContain('Caps Lock was on');

  // The panel is closed in the middle of it: neither the answer nor the reason is lost.
  const panel = await outage.reopen(first);
  await expect(shownTicket(panel, sites, CAPS_LOCK)).toBeVisible();
  await expect(questions(panel)).toContainText('It was Caps Lock or the layout');
  const why = panel.getByRole('textbox', { name: 'What solved it?' });
  await expect(why).toHaveValue('Caps Lock was on');
  await why.press('Enter');
  await expect(panel.getByText('counted as prevented')).toBeVisible();
  expect(await prevented(panel)).toEqual(['solved']);

  await expectNothingSent(sites, outage, { page, panel });
  expect(await prevented(panel)).toEqual(['solved']);
});

test('scene 2, offline: one company is isolated, two more confirmed raise the level by one', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const opened = await openTicket(baton, sites, OTHERS[0]);
  const { page } = opened;
  await visitTickets(sites, opened, [OTHERS[1], HIEROGLYPHS]);
  const outage = await goOffline(sites, baton, { page, panel: opened.panel });
  // Only what was kept: the desk's own search is out of reach now.
  let panel = await outage.reopen(opened.panel);
  await expect(shownTicket(panel, sites, HIEROGLYPHS)).toBeVisible();

  await goToStep(panel, 'Classify');
  await expect(massness(panel)).toContainText('Proposed: 1 requester of 1 organization: one person');
  // Isolated: what can be settled with the customer comes first, and is one press away.
  await massness(panel).getByRole('button', { name: 'Ask the customer first' }).click();
  await expect(step(panel)).toHaveText('Check');
  await expect(
    questions(panel)
      .getByRole('button', { name: /browser/ })
      .first(),
  ).toBeVisible();
  await goToStep(panel, 'Classify');
  await panel.keyboard.press('m');
  await expect(massness(panel).getByRole('radio', { name: 'One person' })).toBeChecked();
  await panel.keyboard.press('2');
  await expect(severity(panel).getByRole('radio', { name: /^2/ })).toBeChecked();
  await expect(panel.getByText(/^Raised from/)).toHaveCount(0);
  await expect(panel.getByRole('contentinfo')).toContainText('Priority normal');

  await expect(similar(panel)).toContainText('only among the tickets opened beside Baton');
  for (const [at, id] of OTHERS.entries()) {
    const row = similarRow(panel, numberOf(sites, id));
    await row.getByRole('button').first().focus();
    await panel.keyboard.press('y');
    await expect(row.getByRole('button', { name: /^Same problem/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(similar(panel)).toContainText(`${at + 2} requesters in ${at + 2} organizations`);
  }
  const expectRaised = async () => {
    await expect(massness(panel).getByRole('radio', { name: 'Several organizations' })).toBeChecked();
    // By one, not by one for each company.
    await expect(panel.getByText('Raised from 2 to 3: hit are several organizations.')).toBeVisible();
    await expect(panel.getByRole('contentinfo')).toContainText('Priority high');
    await expect(massness(panel).getByText('Ask the customer first')).toHaveCount(0);
  };
  await expectRaised();
  await expect.poll(() => stored(panel)).toContain('"massness":"several"');

  panel = await outage.reopen(panel);
  await expect(shownTicket(panel, sites, HIEROGLYPHS)).toBeVisible();
  await goToStep(panel, 'Classify');
  await expectRaised();
  await expect(massness(panel)).toContainText('Escalation proposed: others have it too');
  await massness(panel).getByRole('button', { name: 'Describe it for engineering' }).click();
  await expect(step(panel)).toHaveText('Describe');
  await expectNothingSent(sites, outage, { page, panel });
});
