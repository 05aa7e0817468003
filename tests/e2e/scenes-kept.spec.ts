import type { Page } from '@playwright/test';
import { layoutProblems } from './audit';
import { tabTo, walkByKeyboard } from './by-keyboard';
import { expect, test } from './fixtures';
import { expectNothingSent, goOffline, visitTickets } from './offline';
import { typeSteadily } from './steady-fingers';
import { storedRows } from './stored';
import { stopUndoTime } from './time-to-undo';
import { connectTracker, delivery, goToTicket, numberOf, openTicket, ownWords, shownTicket } from './walk';

/** An answer that was lost gets half a minute to arrive before anything is sent again, and an alarm is never sooner. */
const SETTLED_WITHIN = { timeout: 120_000 };

interface Row {
  readonly state: string;
  readonly ticket: { readonly number: string };
  readonly checks: Readonly<Record<string, { readonly note: string }>>;
}

async function keptWords(panel: Page): Promise<Record<string, string>> {
  const rows = await storedRows<Row>(panel, 'escalations');
  return Object.fromEntries(
    rows.map(({ ticket, checks }) => [`#${ticket.number}`, checks['own-words']?.note ?? '']),
  );
}

test('scene 10, offline: a ticket that changes in the middle of typing leaves both drafts as they are', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const opened = await openTicket(baton, sites, 1);
  const { page, panel } = opened;
  const [one, two] = [numberOf(sites, 1), numberOf(sites, 3)];
  await visitTickets(sites, opened, [3, 1]);
  const outage = await goOffline(sites, baton, { page, panel });

  await goToTicket(page, 3);
  await expect(shownTicket(panel, sites, 3)).toBeVisible();
  await ownWords(panel).fill('Said of the third ticket.');
  await goToTicket(page, 1);
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('');
  await ownWords(panel).focus();
  // Into whatever has the focus, as fingers do.
  const text = 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(2);
  const typing = typeSteadily(panel, text);
  await expect.poll(async () => (await keptWords(panel))[one]?.length ?? 0).toBeGreaterThan(5);
  await goToTicket(page, 3);
  await typing;
  await expect(shownTicket(panel, sites, 3)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('Said of the third ticket.');

  await goToTicket(page, 1);
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  const kept = await ownWords(panel).inputValue();
  expect(kept.length).toBeGreaterThan(5);
  expect(text.startsWith(kept)).toBe(true);
  await expect.poll(() => keptWords(panel)).toEqual({ [one]: kept, [two]: 'Said of the third ticket.' });
  await goToTicket(page, 3);
  await expect(shownTicket(panel, sites, 3)).toBeVisible();

  const again = await outage.reopen(panel);
  await expect(shownTicket(again, sites, 3)).toBeVisible();
  await expect(ownWords(again)).toHaveValue('Said of the third ticket.');
  await ownWords(again).press('End');
  await again.keyboard.type(' And more.');
  await goToTicket(page, 1);
  await expect(shownTicket(again, sites, 1)).toBeVisible();
  await expect(ownWords(again)).toHaveValue(kept);
  await expect
    .poll(() => keptWords(again))
    .toEqual({ [one]: kept, [two]: 'Said of the third ticket. And more.' });
  await expectNothingSent(sites, outage, { page, panel: again });
  expect(await keptWords(again)).toMatchObject({ [one]: kept, [two]: 'Said of the third ticket. And more.' });
});

test('scene 12, offline and at 200 %: the whole walk by keyboard, queued, and exactly one issue once the network is back', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, 1);
  await expect(panel.getByRole('checkbox', { name: /^Similar tickets/ })).toBeChecked();
  const outage = await goOffline(sites, baton, { page, panel });
  // A panel of 640 px at 200 % is laid out in 320 CSS px, and half as high (WCAG 1.4.10 asks for these).
  await panel.setViewportSize({ width: 320, height: 400 });
  const problems: string[] = [];
  const look = async (step: string) => {
    problems.push(...(await layoutProblems(panel)).map((it) => `${step}: ${it}`));
  };
  await walkByKeyboard(panel, look);
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText('It leaves in')).toBeVisible();
  await letUndoTimeRun();
  await expect(delivery(panel, 'issue')).toContainText('cannot be reached. Kept here', { timeout: 120_000 });
  await look('queued');
  expect(problems).toEqual([]);

  // Nothing of it hangs on this panel.
  const waiting = await outage.reopen(panel);
  await expect(delivery(waiting, 'issue')).toContainText('Kept here; Baton tries again by itself.');
  await expect(delivery(waiting, 'note')).toContainText('Waits for the issue');
  expect(sites.tracker.issues()).toEqual([]);

  await outage.end();
  // Nothing is tried by itself while the keys find their way.
  const letTry = await stopUndoTime(waiting);
  await tabTo(waiting, /^button Try again/);
  await waiting.keyboard.press('Enter');
  await letTry();
  await expect(delivery(waiting, 'issue')).toHaveAttribute('data-state', 'sent', SETTLED_WITHIN);
  await expect(delivery(waiting, 'note')).toHaveAttribute('data-state', 'sent', SETTLED_WITHIN);
  expect(sites.tracker.issues()).toHaveLength(1);
  expect(sites.tracker.issues()[0]?.description).toContain('Reports 1?');
  const posts = sites.tracker.requests.filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
  expect(sites.desk.articles(1).filter(({ body }) => body.includes('/issues/1'))).toHaveLength(1);
});
