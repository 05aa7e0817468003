import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { stopUndoTime } from './time-to-undo';
import {
  badgeText,
  connectTracker,
  delivery,
  goToStep,
  handOff,
  OWN_WORDS,
  openTicket,
  ownWords,
  shownTicket,
  tryAgain,
  walkToPreview,
} from './walk';

/** Undo lasts ten seconds; sending follows. */
const SENT_WITHIN = { timeout: 120_000 };
/** An answer that was lost gets half a minute to arrive before anything is sent again, and an alarm is never sooner. */
const SETTLED_WITHIN = { timeout: 180_000 };
const POST_ISSUE = { method: 'POST', path: /^\/issues\.json/ };

const sent = (panel: Page, kind: 'issue' | 'note', within: { timeout: number }) =>
  expect(delivery(panel, kind)).toHaveAttribute('data-state', 'sent', within);

/** How many wake-ups the worker has asked for. */
const countAlarms = (panel: Page) =>
  panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { alarms: { getAll(): Promise<object[]> } } };
    return (await chrome.alarms.getAll()).length;
  });

test('undo leaves nothing in the tracker, and the draft can be changed', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  const letUndoTimeRun = await stopUndoTime(panel);
  await handOff(panel);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await goToStep(panel, 'Check');
  await expect(ownWords(panel)).toHaveValue(OWN_WORDS);
  await ownWords(panel).fill('Changed after undo.');
  // Nothing is left that could wake the worker to send it.
  await expect.poll(() => countAlarms(panel)).toBe(0);
  expect(sites.tracker.issues()).toHaveLength(0);
  await letUndoTimeRun();
  await goToStep(panel, 'Hand off');
  await handOff(panel);
  await sent(panel, 'issue', SENT_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
  expect(sites.tracker.issues()[0]?.description).toContain('Changed after undo');
});

test('a tracker that is down: plain words, then filed once by itself', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  await sites.tracker.stop();
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toContainText('cannot be reached. Kept here', SENT_WITHIN);
  await expect(delivery(panel, 'note')).toContainText('Waits for the issue');
  await sites.tracker.start();
  await sent(panel, 'issue', SETTLED_WITHIN);
  await sent(panel, 'note', SENT_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
});

test('a worker that is killed right after the click sends all the same', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  await stopUndoTime(panel);
  await handOff(panel);
  await expect(panel.getByText('It leaves in')).toBeVisible();
  await baton.killWorker();
  // Without the panel: the alarm alone has to do it.
  await panel.close();
  await expect.poll(() => sites.tracker.issues().length, SETTLED_WITHIN).toBe(1);
});

for (const fault of [{ kind: 'hang' }, { kind: 'delay', ms: 6_000 }] as const) {
  test(`a worker killed between request and answer (${fault.kind}) makes one issue`, async ({
    sites,
    baton,
  }) => {
    await connectTracker(baton, sites);
    const { page, panel } = await openTicket(baton, sites, 1);
    await walkToPreview(panel);
    sites.tracker.failNext({ ...POST_ISSUE, ...fault });
    await handOff(panel);
    const posts = () => sites.tracker.requests.filter(({ method }) => method === 'POST').length;
    await expect.poll(posts, SENT_WITHIN).toBeGreaterThan(0);
    await baton.killWorker();
    // Looking at the popup starts the next worker at once, while the tracker still works on the request.
    const popup = await baton.openPopup(page);
    await expect(popup.getByText('Pending', { exact: true })).toBeVisible();
    await sent(panel, 'issue', SETTLED_WITHIN);
    await sent(panel, 'note', SENT_WITHIN);
    expect(sites.tracker.issues()).toHaveLength(1);
  });
}

test('an answer lost after the create makes one issue', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  sites.tracker.failNext({ ...POST_ISSUE, kind: 'drop-after' });
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toContainText('cannot be reached. Kept here', SENT_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
  await tryAgain(delivery(panel, 'issue'));
  await sent(panel, 'issue', SETTLED_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
});

test('a wrong key is named as the cause, counted in the badge, and mended in the settings', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites, '0'.repeat(40));
  const { page, panel } = await openTicket(baton, sites, 1);
  await expect(panel.getByText('could not be asked whether this is escalated already')).toBeVisible();
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'blocked', SENT_WITHIN);
  await expect(delivery(panel, 'issue')).toContainText('does not accept the key');
  expect(sites.tracker.issues()).toHaveLength(0);
  const badge = () => badgeText(panel);
  await expect.poll(badge).toBe('1');
  const popup = await baton.openPopup(page);
  await expect(popup.getByText('You owe')).toBeVisible();
  await expect(popup.getByText('does not accept the key')).toBeVisible();

  const options = await baton.context.newPage();
  await options.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await options.getByRole('button', { name: 'Change' }).click();
  await options.getByLabel('API access key').fill(sites.tracker.apiKey);
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await page.bringToFront();
  await sent(panel, 'issue', SENT_WITHIN);
  await sent(panel, 'note', SENT_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
  await expect.poll(badge).toBe('');
});

test('two colleagues who escalate one ticket make one issue and one note', async ({ sites, launchBaton }) => {
  const first = await launchBaton();
  const second = await launchBaton();
  const panels: Page[] = [];
  for (const baton of [first, second]) {
    await connectTracker(baton, sites);
    panels.push((await openTicket(baton, sites, 1)).panel);
  }
  const [mine, theirs] = panels as [Page, Page];
  // Both write before either has sent: neither can know of the other.
  await walkToPreview(theirs);
  await walkToPreview(mine);
  await handOff(mine);
  await sent(mine, 'issue', SENT_WITHIN);
  await sent(mine, 'note', SENT_WITHIN);
  await handOff(theirs);
  await sent(theirs, 'issue', SENT_WITHIN);
  await sent(theirs, 'note', SENT_WITHIN);
  await expect(theirs.getByText('Filed as #1').first()).toBeVisible();
  expect(sites.tracker.issues()).toHaveLength(1);
  const notes = sites.desk.articles(1).filter(({ body }) => body.includes('/issues/1'));
  expect(notes).toHaveLength(1);

  // A third look, with nothing stored: the tracker is asked and tells.
  const third = await launchBaton();
  await connectTracker(third, sites);
  const { panel } = await openTicket(third, sites, 1);
  await expect(panel.getByText('Already escalated as #1')).toBeVisible();
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  await walkToPreview(panel);
  await expect(panel.getByText('Handing off joins it')).toBeVisible();
});
