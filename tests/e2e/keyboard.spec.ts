import { focused, tabTo, walkByKeyboard } from './by-keyboard';
import { expect, test } from './fixtures';
import { storedRows } from './stored';
import { stopUndoTime } from './time-to-undo';
import { connectRedmine, delivery, OWN_WORDS, sendButton, walkToPreview } from './walk';

const SENT = { timeout: 120_000 };

test('the whole walk with the keyboard alone', async ({ sites, baton }) => {
  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  expect(await focused(panel)).toBe('');
  // What a search finds late would change the order of what Tab comes to, and the report.
  await expect(panel.getByRole('checkbox', { name: /^Similar tickets/ })).toBeChecked();
  await walkByKeyboard(panel);
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText('It leaves in')).toBeVisible();
  await letUndoTimeRun();
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  expect(sites.tracker.issues()).toHaveLength(1);
});

test('Enter undoes within ten seconds, and nothing is filed', async ({ sites, baton }) => {
  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await expect(panel.getByRole('checkbox', { name: /^Similar tickets/ })).toBeChecked();
  await walkToPreview(panel);
  await stopUndoTime(panel);
  await expect(sendButton(panel)).toBeEnabled();
  await panel.keyboard.press('Control+Enter');
  await tabTo(panel, /^button Undo/);
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  // Nothing is left that could be sent later.
  expect(await storedRows(panel, 'deliveries')).toEqual([]);
  expect(sites.tracker.issues()).toHaveLength(0);
});

test('steps, search and the list of keys open by key; single keys rest while typing', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const keys = panel.keyboard;
  const step = panel.locator('[aria-current=step]');

  await panel.getByLabel('The problem in one sentence').fill(OWN_WORDS);
  await keys.press('Alt+2');
  await expect(step).toHaveText('Classify');
  await keys.press('4');
  await expect(panel.getByRole('radio', { name: /Stops people/ })).toBeChecked();
  await keys.press('Alt+3');
  // The ticket tells the steps; without them one is led to the field.
  await panel.getByRole('textbox', { name: /^Steps/ }).fill('');
  await keys.press('Alt+4');
  await expect(step).toHaveText('Hand off');
  await tabTo(panel, /^button Missing: steps/);
  await keys.press('Enter');
  await expect(step).toHaveText('Describe');
  await expect.poll(() => focused(panel)).toMatch(/^textarea Steps/);
  await keys.type('1 2 3 4 ? /');
  await expect(panel.getByRole('textbox', { name: /^Steps/ })).toHaveValue('1 2 3 4 ? /');
  await expect(panel.getByRole('dialog')).toHaveCount(0);

  await keys.press('Alt+2');
  await keys.press('?');
  await expect(panel.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keys.press('1');
  await keys.press('Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await expect(panel.getByRole('radio', { name: /Stops people/ })).toBeChecked();

  await keys.press('/');
  await expect.poll(() => focused(panel)).toMatch(/^input Search known bugs/);
  await keys.type('E-4102');
  await keys.press('Escape');
  await expect(step).toHaveText('Classify');
  await expect.poll(() => focused(panel)).toMatch(/Classify/);
});

test('another ticket takes no focus and no step by surprise', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  await panel.getByLabel('The problem in one sentence').fill('first ticket');
  await page.bringToFront();
  await page.goto(sites.desk.ticketUrl(4));
  await panel.getByText('#48231', { exact: true }).waitFor();
  expect(await focused(panel)).toBe('');
  await expect(panel.getByLabel('The problem in one sentence')).toHaveValue('');
  await page.goto(sites.desk.ticketUrl(1));
  await panel.getByText('#48213', { exact: true }).waitFor();
  expect(await focused(panel)).toBe('');
  await expect(panel.getByLabel('The problem in one sentence')).toHaveValue('first ticket');
});
