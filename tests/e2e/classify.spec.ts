import type { Page } from '@playwright/test';
import { aBug } from '../knowledge-factories';
import { expect, test } from './fixtures';
import { seedKnowledge } from './knowledge';
import { stopUndoTime } from './time-to-undo';
import {
  connectTracker,
  delivery,
  goToStep,
  goToTicket,
  handOff,
  numberOf,
  openTicket,
  shownTicket,
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
  const questions = panel.getByRole('region', { name: 'Ask the customer' });
  await expect(questions).toBeVisible();
  await goToStep(panel, 'Classify');
  await massness(panel).getByText('Ask the customer first').click();
  const steps = panel.getByRole('navigation', { name: 'Steps' });
  await expect(steps.getByRole('button', { name: 'Check' })).toHaveAttribute('aria-current', 'step');
  await expect(questions.getByRole('combobox', { name: 'Symptom' })).toBeFocused();
});

test('reports linked to the known bug are candidates too, and count once they are confirmed', async ({
  sites,
  baton,
}) => {
  const report = (id: number) => ({
    title: `Export of route ${id} stops at 42 %`,
    text: '',
    url: `https://tracker.example/APP-512#note-${id}`,
  });
  await seedKnowledge(baton, [aBug({ reports: [report(1), report(2)] })]);
  const { panel } = await openTicket(baton, sites, 1);
  await goToStep(panel, 'Classify');
  await expect(similar(panel).getByText('Reports of APP-512')).toBeVisible();
  await expect(similar(panel)).toContainText('1 requester in 1 organization counted');
  const row = (id: number) =>
    similar(panel)
      .getByRole('listitem')
      .filter({ hasText: `Export of route ${id}` });
  await row(1).getByRole('button').first().focus();
  await panel.keyboard.press('y');
  await expect(row(1).getByRole('button', { name: /^Same problem/ })).toHaveAttribute('aria-pressed', 'true');
  // Who wrote it is not known: it counts as one of its own.
  await expect(similar(panel)).toContainText('2 requesters in 2 organizations counted');
  await row(2)
    .getByRole('button', { name: /^Not the same/ })
    .click();
  await expect(similar(panel)).toContainText('2 requesters in 2 organizations counted');
  await expect(massness(panel)).toContainText('2 organizations: 2 to 4 is several organizations');
});

test('a level that rose by mistake is taken back before the issue hears of it', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  const row = similar(panel)
    .getByRole('listitem')
    .filter({ hasText: numberOf(sites, HIEROGLYPHS) });
  const confirm = async (id: number) => {
    await goToTicket(page, id);
    await expect(shownTicket(panel, sites, id)).toBeVisible();
    await goToStep(panel, 'Classify');
    await expect(row).toContainText('escalated as #1');
    await row.getByRole('button').first().focus();
    await panel.keyboard.press('y');
    await expect(row).toContainText('severity 4');
  };
  const [mistaken = 0, right = 0] = OTHERS;
  const letUndoTimeRun = await stopUndoTime(panel);
  await confirm(mistaken);
  await expect(similar(panel)).toContainText('Severity of #1 raised from 3 to 4. It leaves in');
  await similar(panel).getByRole('button', { name: 'Undo' }).click();
  await expect(row).not.toContainText('severity 4');
  await expect(row.getByRole('button', { name: /^Same problem/ })).toHaveAttribute('aria-pressed', 'false');
  await expect(similar(panel)).toContainText('1 requester in 1 organization counted');
  await letUndoTimeRun();

  await confirm(right);
  const told = () =>
    (sites.tracker.issues()[0]?.journals ?? []).filter(({ notes }) => notes.includes('severity 3 → 4'));
  await expect.poll(() => told().length, { timeout: 120_000 }).toBe(1);
  expect(told()[0]?.notes).toContain(numberOf(sites, right).slice(1));
});

test('a later ticket confirmed as the same raises what was handed off, and the issue hears of it once', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  const told = () =>
    (sites.tracker.issues()[0]?.journals ?? []).filter(({ notes }) => notes.includes('severity 3 → 4'));

  for (const id of OTHERS) {
    await goToTicket(page, id);
    await expect(shownTicket(panel, sites, id)).toBeVisible();
    await goToStep(panel, 'Classify');
    const row = similar(panel)
      .getByRole('listitem')
      .filter({ hasText: numberOf(sites, HIEROGLYPHS) });
    await expect(row).toContainText('escalated as #1');
    await row.getByRole('button').first().focus();
    await panel.keyboard.press('y');
    await expect(row).toContainText('severity 4');
  }
  await expect.poll(() => told().length, { timeout: 120_000 }).toBe(1);
  expect(told()[0]?.notes).toContain('2 to 4 is several organizations');
});
