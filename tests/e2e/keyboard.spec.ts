import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { connectRedmine, delivery, OWN_WORDS, walkToPreview } from './walk';

const SENT = { timeout: 25_000 };

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    const labels = (element as HTMLInputElement).labels;
    const label = labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return `${element.tagName.toLowerCase()} ${label ?? ''}`;
  });

/** Presses Tab until the name of what is focused fits. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`${key} never came to ${name}; it stands on “${await focused(page)}”.`);
}

test('the whole walk with the keyboard alone', async ({ sites, baton }) => {
  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  expect(await focused(panel)).toBe('');
  const keys = panel.keyboard;

  await tabTo(panel, /^textarea The problem in one sentence/);
  await keys.type(OWN_WORDS);
  await tabTo(panel, /^input Walked through it/);
  await keys.press('Space');
  await expect.poll(() => focused(panel)).toMatch(/^textarea Evidence/);
  await keys.type('Tried again together: stops again.');
  for (const item of ['Knowledge base', 'Known bugs', 'Tried on our side', 'Collected']) {
    await tabTo(panel, new RegExp(`^button Waive: ${item}`));
    await keys.press('Enter');
    await expect.poll(() => focused(panel)).toMatch(/^textarea Reason/);
    await keys.type('Not needed here');
  }
  await expect(panel.getByText('Complete.')).toBeVisible();

  await keys.press('Control+Enter');
  await tabTo(panel, /^input One person/);
  await keys.press('Space');
  await keys.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'One organization' })).toBeChecked();
  await keys.press('3');
  await expect(panel.getByRole('radio', { name: /Hits work hard/ })).toBeChecked();

  await keys.press('Control+Enter');
  await tabTo(panel, /^input Part of the system/);
  await keys.type('Reports 1?/');
  for (const [field, text] of [
    ['Steps', 'Open Reports'],
    ['Expected', 'A file with all rows'],
    ['Actual', 'Stops at 42 %'],
  ] as const) {
    await tabTo(panel, new RegExp(`^textarea ${field}`));
    await keys.type(text);
  }
  await tabTo(panel, /^textarea Steps/, 'Shift+Tab');
  await keys.press('Control+Enter');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toContainText('Reports 1?/');
  await expect(panel.getByRole('button', { name: 'Hand off', exact: true }).last()).toBeEnabled();
  await keys.press('Control+Enter');
  await expect(panel.getByText('It leaves in')).toBeVisible();
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  expect(sites.tracker.issues()).toHaveLength(1);
});

test('Enter undoes within ten seconds, and nothing is filed', async ({ sites, baton }) => {
  test.setTimeout(90_000);
  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await walkToPreview(panel);
  await panel.keyboard.press('Control+Enter');
  await tabTo(panel, /^button Undo/);
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  await page.waitForTimeout(12_000);
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
  await keys.press('Alt+4');
  await expect(step).toHaveText('Hand off');
  await tabTo(panel, /^button Missing: steps/);
  await keys.press('Enter');
  await expect(step).toHaveText('Describe');
  expect(await focused(panel)).toMatch(/^textarea Steps/);
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
