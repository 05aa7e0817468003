import { expect, type Locator, type Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';

export interface TrackerLogin {
  readonly url: string;
  readonly apiKey: string;
  readonly project: string;
}

/** Connects Redmine through the settings page, as a person would, and leaves the page open. */
export async function connectRedmine(baton: ExtensionBrowser, login: TrackerLogin): Promise<Page> {
  const page = await baton.context.newPage();
  await page.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await page.getByRole('button', { name: 'Connect Redmine' }).click();
  await fillTracker(page, login);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`project ${login.project}`)).toBeVisible();
  return page;
}

export async function fillTracker(page: Page, login: TrackerLogin): Promise<void> {
  await page.getByLabel('Address of Redmine').fill(login.url);
  await page.getByLabel('API access key').fill(login.apiKey);
  await page.getByLabel('Project identifier').fill(login.project);
}

export async function openOptions(baton: ExtensionBrowser): Promise<Page> {
  const page = await baton.context.newPage();
  await page.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await page.getByRole('heading', { name: 'Baton settings' }).waitFor();
  return page;
}

/** Fills the form of a Redmine as knowledge source, and presses what is named at its end. */
export async function addRedmineSource(
  page: Page,
  login: TrackerLogin,
  press: 'Save and sync' | 'Check connection' | null = 'Save and sync',
): Promise<void> {
  await page.getByRole('button', { name: 'Add a source' }).click();
  await page.getByRole('button', { name: /^Redmine/ }).click();
  await fillTracker(page, login);
  if (press) await page.getByRole('button', { name: press }).click();
}

export const sourceRow = (page: Page) => page.getByRole('region', { name: /^Redmine / });

export const goToStep = (panel: Page, name: 'Check' | 'Classify' | 'Describe' | 'Hand off') =>
  panel.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name }).click();

export const OWN_WORDS = 'Exports of large reports stop at 42 % since Monday; small ones work.';

/** Settles the whole checklist: the own sentence, one item with evidence, the rest waived with a reason. */
export async function fillCheck(panel: Page): Promise<void> {
  await goToStep(panel, 'Check');
  await panel.getByLabel('The problem in one sentence').fill(OWN_WORDS);
  await panel.getByRole('checkbox', { name: /Walked through it/ }).check();
  await panel.getByLabel('Evidence').fill('Called Greta, clicked Export together: stops again.');
  const waives = panel.getByRole('button', { name: /^Waive/ });
  for (;;) {
    const ids = await waives.evaluateAll((buttons) =>
      buttons.map((it) => it.closest('[data-field]')?.getAttribute('data-field') ?? ''),
    );
    if (ids[0] === undefined) break;
    await waiveItem(panel.locator(`[data-field="${ids[0]}"]`));
  }
}

/** Waives an item with a reason, unless a search that ends in this very moment settles it. */
async function waiveItem(item: Locator): Promise<void> {
  const waive = item.getByRole('button', { name: /^Waive/ });
  await expect(async () => {
    if ((await waive.count()) > 0) await waive.click({ timeout: 5_000 });
    await expect(waive).toHaveCount(0, { timeout: 5_000 });
  }).toPass();
  const reason = item.getByLabel('Reason');
  if ((await reason.count()) === 0) return;
  await expect(reason).toBeFocused();
  await reason.page().keyboard.type('Not needed here');
}

export async function fillClassify(panel: Page, massness: string, severity: 1 | 2 | 3 | 4): Promise<void> {
  await goToStep(panel, 'Classify');
  await panel.getByRole('radio', { name: massness }).check({ force: true });
  await panel.keyboard.press(String(severity));
  const levels = panel.getByRole('region', { name: 'How badly is work hit' });
  await expect(levels.getByRole('radio', { name: new RegExp(`^${severity}`) })).toBeChecked();
}

export interface ReportTexts {
  readonly part?: string;
  readonly where?: string;
  readonly steps?: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** The Describe step with the own sentence said: nothing else there works before. */
export async function startDescribe(panel: Page): Promise<void> {
  await goToStep(panel, 'Describe');
  await panel.getByLabel('The problem in one sentence').fill(OWN_WORDS);
}

/** A text field of Describe by how its label begins; one with values to pick from is a combobox. */
export const reportField = (panel: Page, name: string) =>
  panel
    .getByRole('textbox', { name: new RegExp(`^${name}`) })
    .or(panel.getByRole('combobox', { name: new RegExp(`^${name}`) }));

export async function fillDescribe(panel: Page, texts: ReportTexts = {}): Promise<void> {
  await goToStep(panel, 'Describe');
  const field = (name: string) => reportField(panel, name);
  await field('Part of the system').fill(texts.part ?? 'Reports');
  await field('Where').fill(texts.where ?? 'https://app.marlow.example/reports');
  await field('Steps').fill(texts.steps ?? 'Open Reports\nChoose Export, CSV\nWait until 42 %');
  await field('Expected').fill(texts.expected ?? 'A file with all rows');
  await field('Actual').fill(texts.actual ?? 'Stops at 42 %, banner E-4102');
}

/** The walk up to the preview of what leaves. */
export async function walkToPreview(panel: Page, texts: ReportTexts = {}): Promise<void> {
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 3);
  await fillDescribe(panel, texts);
  await goToStep(panel, 'Hand off');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toBeVisible();
  await nameOwner(panel);
}

export const sendButton = (panel: Page) =>
  panel.getByRole('button', { name: 'Hand off', exact: true }).last();

/** Nothing leaves while nobody answers for it: names somebody unless it was done, and waits for the preview with it. */
async function nameOwner(panel: Page): Promise<void> {
  const owner = panel.getByLabel('Who answers for it');
  if ((await owner.inputValue()) !== '') return;
  await owner.fill('Ida Solberg');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toContainText('Ida Solberg');
}

export async function handOff(panel: Page): Promise<void> {
  await nameOwner(panel);
  await sendButton(panel).click();
  // A search that ended late has changed the report: nothing leaves before one more look.
  const changed = panel.getByText('The report changed after the preview');
  await expect(delivery(panel, 'issue').or(changed).first()).toBeVisible();
  if (await changed.isVisible()) await sendButton(panel).click();
}

/** The state of one part of the handoff, as the panel shows it. */
export const delivery = (panel: Page, kind: 'issue' | 'attachment' | 'note') =>
  panel.locator(`[data-delivery=${kind}]`);

/** An impatient agent. By itself it is tried again too: then the button may go before it can be pressed. */
export const tryAgain = (row: Locator): Promise<void> =>
  expect(async () => {
    if ((await row.getAttribute('data-state')) !== 'waiting') return;
    await row.getByRole('button', { name: 'Try again' }).click({ timeout: 2_000 });
  }).toPass();

/** A tab with the ticket and the panel beside it, which shows it. */
export async function openTicket(
  baton: ExtensionBrowser,
  sites: Sites,
  id: number,
): Promise<{ page: Page; panel: Page }> {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(id));
  const panel = await baton.openPanel(page);
  await expect(shownTicket(panel, sites, id)).toBeVisible();
  return { page, panel };
}

/** The number agents see, as the panel's header writes it. */
export const numberOf = (sites: Sites, id: number) =>
  `#${sites.desk.tickets.find((ticket) => ticket.id === id)?.number}`;

/** The number in the panel's header. Elsewhere it may name another ticket than the one shown, in a list of similar ones. */
export const shownTicket = (panel: Page, sites: Sites, id: number) =>
  panel.getByRole('banner').getByText(numberOf(sites, id), { exact: true });

/** Goes to another ticket inside the desk's page, without a reload, as its list does. */
export const goToTicket = (page: Page, id: number) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `ticket/zoom/${id}`);

/** The tracker of the demo sites, connected and the settings page closed. */
export async function connectTracker(baton: ExtensionBrowser, sites: Sites, apiKey?: string): Promise<void> {
  const { url, projectId } = sites.tracker;
  const login = { url, apiKey: apiKey ?? sites.tracker.apiKey, project: projectId };
  await (await connectRedmine(baton, login)).close();
}

export const ownWords = (panel: Page) => panel.getByLabel('The problem in one sentence');

/** What the toolbar icon says is owed, asked through a page of Baton: the worker may have gone to rest. */
export const badgeText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getBadgeText(details: object): Promise<string> } };
    };
    return chrome.action.getBadgeText({});
  });
