import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { selectAndChoose } from './selection';
import { storedRows } from './stored';

const PAGE = `<!doctype html><title>Status of the exports</title><main><h1>Status of the exports</h1>
<p id="text">Queue stuck since 09:12<br>Worker 3 restarts</p></main>`;

/** Selections the panel has not put into a draft yet. */
const waitingSelections = async (panel: Page) => (await storedRows(panel, 'selections')).length;

const field = (panel: Page, name: string) => panel.getByRole('textbox', { name: new RegExp(`^${name}`) });

async function openOwnPage(context: { newPage(): Promise<Page> }, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto(address);
  return page;
}

test('Add selection as puts it into the open ticket, line breaks and source with it', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const host = new URL(sites.desk.url).host;
  for (const [action, name] of [
    ['steps', 'Steps'],
    ['expected', 'Expected'],
    ['actual', 'Actual'],
    ['error', 'Error'],
    ['quote', 'Customer quote'],
  ] as const) {
    const text = await selectAndChoose(baton, page, action, '.richtext-content');
    expect(text.split('\n').length).toBeGreaterThan(1);
    await expect(field(panel, name)).toHaveValue(text);
    await expect(panel.getByText(`from selection on ${host}`).first()).toBeVisible();
  }
  await expect.poll(() => waitingSelections(panel)).toBe(0);
  await panel.reload();
  await panel.getByRole('button', { name: 'Describe' }).click();
  await expect(panel.getByText(`from selection on ${host}`)).toHaveCount(5);
});

test('a second selection is added below the first', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const notes = await openOwnPage(baton.context, 'http://localhost:7/notes');
  const text = await selectAndChoose(baton, notes, 'steps', '#text');
  expect(text).toBe('Queue stuck since 09:12\nWorker 3 restarts');
  await expect(field(panel, 'Steps')).toHaveValue(text);
  await selectAndChoose(baton, notes, 'steps', 'h1');
  await expect(field(panel, 'Steps')).toHaveValue(`${text}\nStatus of the exports`);
});

test('on a page that is no ticket it goes to the last ticket, with that page as source', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const notes = await openOwnPage(baton.context, 'http://localhost:7/notes');
  await expect(panel.getByText('This tab is no ticket')).toBeVisible();
  await selectAndChoose(baton, notes, 'actual', '#text');
  await expect(panel.getByText('#48213', { exact: true })).toBeVisible();
  await expect(field(panel, 'Actual')).toHaveValue('Queue stuck since 09:12\nWorker 3 restarts');
  await expect(panel.getByText('from selection on localhost:7')).toBeVisible();
});

test('Escalate selection on a page that is no ticket starts a draft from that page', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const notes = await openOwnPage(baton.context, 'http://localhost:7/status');
  await selectAndChoose(baton, notes, 'escalate', '#text');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Status of the exports');
  await expect(field(panel, 'Customer quote')).toHaveValue('Queue stuck since 09:12\nWorker 3 restarts');
  await expect(field(panel, 'Title')).toHaveValue('Status of the exports');
  await page.bringToFront();
  await panel.getByText('#48213', { exact: true }).waitFor();
  await expect(field(panel, 'Customer quote')).not.toHaveValue(/Queue stuck/);
});

test('Search known bugs for selection opens the search with the words', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const notes = await openOwnPage(baton.context, 'http://localhost:7/notes');
  await selectAndChoose(baton, notes, 'search', '#text');
  await expect(panel.getByLabel('Search known bugs').last()).toHaveValue(/Queue stuck since 09:12/);
  await expect(panel.getByText('Nothing to search in yet')).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the ticket' }).click();
  await expect(panel.getByText('#48213', { exact: true })).toBeVisible();
});
