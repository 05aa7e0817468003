import type { Page } from '@playwright/test';
import { aBug, aCard, anArticle } from '../knowledge-factories';
import type { Sites } from '../sites';
import { expect, test } from './fixtures';
import { seedKnowledge } from './knowledge';
import { stopUndoTime } from './time-to-undo';
import {
  connectTracker,
  fillClassify,
  fillDescribe,
  goToStep,
  handOff,
  openTicket,
  ownWords,
  tryAgain,
} from './walk';

/** Undo lasts ten seconds; sending follows. */
const SENT_WITHIN = { timeout: 120_000 };
/** A worker that was killed wakes by its alarm, and waits for what may have been on its way. */
const SETTLED_WITHIN = { timeout: 180_000 };

const matches = (panel: Page) => panel.getByRole('region', { name: 'Probably known' });
const match = (panel: Page, title: RegExp) => matches(panel).getByRole('article').filter({ hasText: title });

/** The bug as an issue of the demo tracker. */
function trackedBug(sites: Sites) {
  const { id } = sites.tracker.addIssue({ subject: 'CSV export stops on large reports' });
  const url = sites.tracker.issueUrl(id);
  return aBug({ key: `#${id}`, url, issue: { trackerId: 'redmine', id: `${id}`, key: `#${id}`, url } });
}

const comments = (sites: Sites) =>
  sites.tracker
    .issues()
    .flatMap(({ journals }) => journals.map(({ notes }) => notes))
    .filter((notes) => notes.includes('one more report'));

test('a known bug is shown with its reason, and one key ends the escalation and tells the bug once', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  await seedKnowledge(baton, [trackedBug(sites), anArticle()]);
  const { panel } = await openTicket(baton, sites, 1);
  const bug = match(panel, /CSV export stops/);
  await expect(bug).toContainText('same error E-4102');
  await expect(bug).toContainText('In progress');
  await expect(match(panel, /Exporting a report/)).toBeVisible();
  await expect(matches(panel)).toContainText('42 records');

  // Not while typing.
  await ownWords(panel).fill('');
  await panel.keyboard.type('unused');
  await expect(bug).toBeVisible();
  // Tab ends the typing: a letter soon after another is taken for text wherever the focus went.
  await panel.keyboard.press('Tab');
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.keyboard.press('u');

  await expect(panel.getByText('It leaves in')).toBeVisible();
  const leaves = await panel.getByText('+1: one more report').innerText();
  expect(leaves).toContain('Halden Ferry Lines');
  expect(comments(sites)).toHaveLength(0);
  await expect(panel.getByText('Approved reply')).toBeVisible();
  await baton.killWorker();
  await letUndoTimeRun();
  await expect.poll(() => comments(sites).length, SETTLED_WITHIN).toBe(1);
  expect(comments(sites)[0]?.replaceAll(/&#\d+;|\r/g, '')).toContain('Halden Ferry Lines');
  await baton.killWorker();
  await expect(panel.locator('[data-delivery=comment]')).toHaveAttribute(
    'data-state',
    'sent',
    SETTLED_WITHIN,
  );
  expect(comments(sites)).toHaveLength(1);
});

test('undo takes all of it back', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  await seedKnowledge(baton, [trackedBug(sites)]);
  const { panel } = await openTicket(baton, sites, 1);
  await expect(match(panel, /CSV export stops/)).toBeVisible();
  await stopUndoTime(panel);
  await match(panel, /CSV export stops/)
    .getByRole('button', { name: 'Use it' })
    .click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(match(panel, /CSV export stops/)).toBeVisible();
  await expect(panel.locator('[data-delivery]')).toHaveCount(0);
  expect(comments(sites)).toHaveLength(0);
});

test('not this: kept as evidence, ticks the search, and travels in the issue', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  await seedKnowledge(baton, [aBug(), aCard()]);
  const { panel } = await openTicket(baton, sites, 1);
  await expect(match(panel, /CSV export stops/)).toBeVisible();
  const known = panel.getByRole('checkbox', { name: /Known bugs checked/ });
  await expect(known).not.toBeChecked();
  await expect(panel.getByRole('checkbox', { name: /Knowledge base searched/ })).toBeChecked();
  await panel.keyboard.press('n');
  await expect(match(panel, /CSV export stops/)).toHaveCount(0);
  await expect(matches(panel)).toContainText('Not this: APP-512');
  await expect(known).toBeChecked();
  await expect(panel.getByText('(not this)')).toBeVisible();

  // What the card asks for has to be noted.
  await expect(panel.getByText('The export id').last()).toBeVisible();
  await ownWords(panel).fill('Exports stop.');
  await expect(panel.getByRole('checkbox', { name: /Similar tickets/ })).toBeChecked();
  for (const name of [/Walked through it/, /Tried on our side/]) {
    await panel.getByRole('checkbox', { name }).check();
    await panel.getByLabel('Evidence').fill('Seen.');
    await panel.keyboard.press('Tab');
  }
  await panel.getByRole('checkbox', { name: /Collected what/ }).check();
  await expect(panel.getByText('Note what was collected for Passengers by route')).toBeVisible();
  await panel.getByLabel('Evidence').fill('Export 771, 118 204 rows');
  await expect(panel.getByText('Note what was collected')).toHaveCount(0);
  await fillClassify(panel, 'One person', 3);
  await fillDescribe(panel);
  await goToStep(panel, 'Hand off');
  await handOff(panel);
  await expect.poll(() => sites.tracker.issues().length, SENT_WITHIN).toBe(1);
  const description = sites.tracker
    .issues()[0]
    ?.description.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  expect(description).toContain('Looked alike, not the same');
  expect(description).toContain('APP-512');
  expect(description).toContain('Export 771');
});

test('offline: matches are shown, and what is used waits for the network', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  await seedKnowledge(baton, [trackedBug(sites)]);
  const { panel } = await openTicket(baton, sites, 1);
  await sites.tracker.stop();
  await panel.context().setOffline(true);
  await panel.reload();
  await match(panel, /CSV export stops/)
    .getByRole('button', { name: 'Use it' })
    .click();
  await expect(panel.locator('[data-delivery=comment]')).toContainText('Kept here', SENT_WITHIN);
  await panel.context().setOffline(false);
  await sites.tracker.start();
  await tryAgain(panel.locator('[data-delivery=comment]'));
  await expect.poll(() => comments(sites).length, SETTLED_WITHIN).toBe(1);
});

test('a flag on an article that can only be read is handed out as a file', async ({ sites, baton }) => {
  await seedKnowledge(baton, [anArticle()]);
  const { panel } = await openTicket(baton, sites, 1);
  const article = match(panel, /Exporting a report/);
  await article.getByRole('button').first().click();
  await article.getByRole('button', { name: 'Flag' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Flag an article' });
  await dialog.getByText('Missing step').click();
  await dialog.getByLabel('What should it say?').fill('Choose the period first.');
  await expect(dialog.getByText('This source can only be read.')).toBeVisible();
  await expect(dialog.locator('pre')).toContainText('flag: missing-step');

  // A customer’s address leaves masked, unless the agent wants it as written.
  await dialog.getByLabel('What should it say?').fill('Choose the period first, says greta@halden.test.');
  await expect(dialog.locator('pre')).toContainText('says [e-mail 1].');
  await dialog.getByRole('button', { name: 'Leave it as written' }).click();
  await expect(dialog.locator('pre')).toContainText('says greta@halden.test.');
  await dialog.getByRole('button', { name: 'Mask it' }).click();
  await expect(dialog.locator('pre')).toContainText('says [e-mail 1].');
  const download = panel.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  expect((await download).suggestedFilename()).toBe('exporting-a-report-as-csv.md');
});

test('emergency contacts are one key away, without a ticket too', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await panel.keyboard.press('e');
  await expect(panel.getByRole('dialog', { name: 'Emergency contacts' })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await ownWords(panel).fill('');
  await panel.keyboard.type('everything');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await page.goto('about:blank');
  await panel.keyboard.press('Escape');
});

test('without a source the panel says so, and the walk goes on', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 1);
  await expect(matches(panel)).toContainText('No knowledge source is connected');
  await expect(ownWords(panel)).toBeEditable();
});
