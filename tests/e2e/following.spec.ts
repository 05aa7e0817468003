import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { FaultEffect } from '../sites/faults';
import { expect, test } from './fixtures';
import { storedRows } from './stored';
import { stopUndoTime } from './time-to-undo';
import {
  connectTracker,
  delivery,
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  goToTicket,
  handOff,
  numberOf,
  openTicket,
  ownWords,
  shownTicket,
  startDescribe,
  walkToPreview,
} from './walk';

/** Writes down every number and subject the panel's header ever shows together. */
async function watchHeader(panel: Page): Promise<() => Promise<string[]>> {
  await panel.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      const header = document.querySelector('header');
      const number = /#\d+/.exec(header?.textContent ?? '')?.[0];
      if (header && number) seen.add(`${number} ${header.querySelector('h1')?.textContent ?? ''}`);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    Object.assign(window, { seenHeaders: seen });
  });
  return () =>
    panel.evaluate(() => [...((window as unknown as { seenHeaders: Set<string> }).seenHeaders ?? [])]);
}

const heading = (
  sites: { desk: { tickets: readonly { id: number; number: string; title: string }[] } },
  id: number,
) => {
  const ticket = sites.desk.tickets.find((entry) => entry.id === id);
  return `#${ticket?.number} ${ticket?.title}`;
};

const TICKET_2 = /\/tickets\/2\?expand/;

/** What the panel says about the tab in front. */
const notice = (panel: Page) => panel.getByRole('banner').getByRole('alert');

/**
 * Lets every read of ticket 2 meet the fault that is set, however often the panel reads and however long the test looks.
 * The desk's own page asks for it in another way.
 */
async function failTicket2(page: Page, { desk }: Sites): Promise<(fault: FaultEffect | null) => void> {
  let marker = '';
  await page.route(TICKET_2, (route) => route.continue({ url: `${route.request().url()}${marker}` }));
  let faults = 0;
  return (fault) => {
    faults += 1;
    marker = fault ? `&fault=${faults}.` : '';
    if (fault) desk.failNext({ path: new RegExp(`&fault=${faults}\\.`), ...fault, count: 1_000 });
  };
}

/** Ticket 2 can be read now: by a press, unless a late event of the browser has had it read already. */
const readAgain = (panel: Page, sites: Sites) =>
  expect(async () => {
    const again = panel.getByRole('button', { name: 'Read again' });
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(shownTicket(panel, sites, 2)).toBeVisible({ timeout: 5_000 });
  }).toPass();

test('the panel follows from ticket to ticket and never mixes two', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const seen = await watchHeader(panel);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  for (const id of [2, 3, 1, 5, 2]) {
    await goToTicket(page, id);
    await expect(shownTicket(panel, sites, id)).toBeVisible();
  }
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  expect((await seen()).toSorted()).toEqual([1, 2, 3, 5].map((id) => heading(sites, id)).toSorted());
});

test('an answer that comes after the agent moved on is thrown away', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const seen = await watchHeader(panel);
  // Answers about ticket 2 wait until the panel shows another one.
  let letAnswer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    letAnswer = resolve;
  });
  let isAsked = false;
  await page.route(TICKET_2, async (route) => {
    isAsked = true;
    await mayAnswer;
    await route.continue();
  });
  // The late read goes on to the rest of ticket 2; when that is answered it is over.
  const over = page.waitForEvent('response', (response) => response.url().includes('o_id=2'));
  await goToTicket(page, 2);
  await expect.poll(() => isAsked).toBe(true);
  await goToTicket(page, 3);
  await expect(shownTicket(panel, sites, 3)).toBeVisible();
  await ownWords(panel).fill('written beside ticket 3');
  letAnswer();
  await over;
  // A read that began later and is shown: the late one has had its turn.
  await goToTicket(page, 5);
  await expect(shownTicket(panel, sites, 5)).toBeVisible();
  expect((await seen()).toSorted()).toEqual([1, 3, 5].map((id) => heading(sites, id)).toSorted());
  await goToTicket(page, 2);
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('');
});

test('a tab that is no ticket keeps the last one and says so', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).fill('half a sentence');
  const other = await baton.context.newPage();
  await other.goto(sites.tracker.url);
  await expect(panel.getByText(`This tab is no ticket. Showing ${numberOf(sites, 1)}`)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('half a sentence');
  await ownWords(panel).press('End');
  await ownWords(panel).pressSequentially(', and the rest');
  await page.bringToFront();
  await expect(panel.getByText('This tab is no ticket')).toHaveCount(0);
  await expect(ownWords(panel)).toHaveValue('half a sentence, and the rest');
});

test('logged out mid-way: said in words, the draft stays, and reading again works', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).fill('kept while logged out');
  sites.desk.logOut();
  await goToTicket(page, 2);
  await expect(notice(panel)).toContainText('You are logged out of the help desk');
  await expect(notice(panel)).toContainText(`Showing ${numberOf(sites, 1)}; nothing is lost`);
  await expect(ownWords(panel)).toHaveValue('kept while logged out');
  sites.desk.logIn();
  await readAgain(panel, sites);
  await expect(notice(panel)).toHaveCount(0);
  await goToTicket(page, 1);
  await expect(ownWords(panel)).toHaveValue('kept while logged out');
});

test('answers that are no ticket say what happened, keep the draft, and are read again', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).fill('still here');
  const setFault = await failTicket2(page, sites);
  const cases = [
    [{ kind: 'html200', body: '<form><input type="password"></form>' }, 'You are logged out'],
    [{ kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, 'Try again in 7 seconds'],
    [{ kind: 'status', status: 403 }, 'refused (403)'],
    [{ kind: 'status', status: 404 }, 'does not know this ticket'],
  ] as const;
  for (const [fault, words] of cases) {
    setFault(fault);
    await goToTicket(page, 2);
    await expect(notice(panel), words).toContainText(words);
    await expect(shownTicket(panel, sites, 1)).toBeVisible();
    await expect(ownWords(panel)).toHaveValue('still here');
    setFault(null);
    await readAgain(panel, sites);
    await goToTicket(page, 1);
    await expect(shownTicket(panel, sites, 1)).toBeVisible();
  }
});

test('a desk whose API fails is read from the page in front, and says so', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const setFault = await failTicket2(page, sites);
  const cases = [
    [{ kind: 'html200' }, 'answered with a page instead of data'],
    [{ kind: 'truncate' }, 'answer broke off'],
    [{ kind: 'empty' }, 'answered nothing'],
    [{ kind: 'huge' }, 'larger than'],
    [{ kind: 'status', status: 200, body: { id: 'two' } }, 'in another form than expected'],
    [{ kind: 'status', status: 500 }, 'a fault of its own (500)'],
  ] as const;
  for (const [fault, words] of cases) {
    setFault(fault);
    await goToTicket(page, 2);
    await expect(shownTicket(panel, sites, 2), words).toBeVisible();
    await panel.getByText('Not everything could be read').click();
    await expect(panel.getByText(words), words).toBeVisible();
    await expect(panel.getByText('Read from the page instead').first()).toBeVisible();
    const title = sites.desk.tickets.find(({ id }) => id === 2)?.title ?? '';
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(title);
    setFault(null);
    await goToTicket(page, 1);
    await expect(shownTicket(panel, sites, 1)).toBeVisible();
  }
  await goToTicket(page, 2);
  await expect(panel.getByText('Not everything could be read')).toHaveCount(0);
});

test('a ticket without a subject or text is shown and can be described', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 17);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No subject');
  await startDescribe(panel);
  await expect(panel.getByRole('textbox', { name: /^Title/ })).toHaveValue('');
  await panel.getByRole('textbox', { name: /^Title/ }).fill('Written by the agent');
  await expect(panel.getByRole('textbox', { name: /^Title/ })).toHaveValue('Written by the agent');
});

test('a hostile ticket runs nothing, loads nothing and arrives as text', async ({ sites, baton }) => {
  const hosts = new Set<string>();
  const watch = (page: Page) => {
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('dialog', (dialog) => {
      hosts.add(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  };
  baton.context.on('page', watch);
  baton.context.on('request', (request) => hosts.add(new URL(request.url()).host));
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, 15);
  watch(panel);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror=alert(1)>');
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 3);
  await fillDescribe(panel);
  await panel
    .getByRole('textbox', { name: /^Customer quote/ })
    .fill('<img src=x onerror="window.owned=9"> @everyone');
  await goToStep(panel, 'Hand off');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toBeVisible();
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  for (const here of [page, panel]) {
    expect(await here.evaluate(() => 'owned' in window)).toBe(false);
    expect(await here.title()).not.toContain('owned');
  }
  expect(await panel.locator('script[src*=evil], img, iframe, object, form').count()).toBe(0);
  const ours = [new URL(sites.desk.url).host, new URL(sites.tracker.url).host, baton.extensionId];
  expect([...hosts].filter((host) => host !== '' && !ours.includes(host))).toEqual([]);
  expect([...hosts]).toEqual(expect.arrayContaining([new URL(sites.desk.url).host]));
});

test('two windows have a panel each, which shows its own ticket', async ({ sites, baton }) => {
  const first = await openTicket(baton, sites, 1);
  const opened = baton.context.waitForEvent('page');
  const worker = await baton.serviceWorker();
  await worker.evaluate((url) => {
    const { chrome } = globalThis as unknown as {
      chrome: { windows: { create(window: object): Promise<unknown> } };
    };
    return chrome.windows.create({ url });
  }, sites.desk.ticketUrl(2));
  const page = await opened;
  await page.waitForURL(sites.desk.ticketUrl(2));
  const panel = await baton.openPanel(page);
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect(shownTicket(first.panel, sites, 1)).toBeVisible();
  await ownWords(first.panel).fill('in the first window');
  await ownWords(panel).fill('in the second window');
  await expect
    .poll(async () => JSON.stringify(await storedRows(panel, 'escalations')))
    .toContain('in the second window');
  await goToTicket(page, 3);
  await expect(shownTicket(panel, sites, 3)).toBeVisible();
  await expect(shownTicket(first.panel, sites, 1)).toBeVisible();
  await expect(ownWords(first.panel)).toHaveValue('in the first window');
  // The same ticket in both: what was stored is what both show.
  await goToTicket(first.page, 2);
  await expect(ownWords(first.panel)).toHaveValue('in the second window');
});

test('the note goes to the ticket that was handed off, whichever is open by then', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  const letUndoTimeRun = await stopUndoTime(panel);
  await handOff(panel);
  await expect(panel.getByText('It leaves in')).toBeVisible();
  // A page of another site: the note has to wait for the desk.
  await page.goto(sites.tracker.url);
  await letUndoTimeRun();
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  await expect(delivery(panel, 'note')).toContainText('open any page of');
  await page.goto(sites.desk.ticketUrl(2));
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  const notes = (id: number) => sites.desk.articles(id).filter(({ body }) => body.includes('/issues/1'));
  await expect.poll(() => notes(1).length, { timeout: 120_000 }).toBe(1);
  expect(notes(1)[0]).toMatchObject({ internal: true, type: 'note' });
  expect(notes(2)).toEqual([]);
});
