import { expect, type Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { known } from './known-tour';
import {
  addRedmineSource,
  connectRedmine,
  delivery,
  fillCheck,
  fillClassify,
  fillDescribe,
  fillTracker,
  goToStep,
  handOff,
  openOptions,
  sourceRow,
  walkToPreview,
} from './walk';

/** Called in every state; `quick` while something in it is running out, such as the time to undo. */
export type Visit = (name: string, page: Page, quick?: boolean) => Promise<void>;

interface Tour {
  readonly name: string;
  readonly run: (baton: ExtensionBrowser, sites: Sites, visit: Visit) => Promise<void>;
}

const SENT = { timeout: 25_000 };

const preview = (panel: Page) => panel.getByRole('region', { name: 'Preview of the issue' });

async function openTicket(baton: ExtensionBrowser, sites: Sites, id: number): Promise<[Page, Page]> {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(id));
  const panel = await baton.openPanel(page);
  await panel.getByRole('navigation', { name: 'Steps' }).waitFor();
  return [page, panel];
}

async function connect(baton: ExtensionBrowser, sites: Sites, apiKey = sites.tracker.apiKey): Promise<void> {
  const { url, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
}

/** The whole way of one ticket into the tracker. */
async function walk(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connect(baton, sites);
  const [page, panel] = await openTicket(baton, sites, 1);
  await visit('check-empty', panel);
  await panel.getByRole('button', { name: 'Keys' }).click();
  await visit('keys', panel);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('/');
  await visit('search', panel);
  await panel.keyboard.press('Escape');
  await goToStep(panel, 'Classify');
  await visit('classify-empty', panel);
  await goToStep(panel, 'Describe');
  await visit('describe-prefilled', panel);
  await goToStep(panel, 'Hand off');
  await visit('hand-off-gaps', panel);
  await goToStep(panel, 'Describe');
  await visit('describe-gaps', panel);
  await fillCheck(panel);
  await visit('check-filled-open', panel);
  await goToStep(panel, 'Classify');
  await goToStep(panel, 'Check');
  await visit('check-filled', panel);
  await fillClassify(panel, 'One person', 3);
  await visit('classify-chosen', panel);
  await fillClassify(panel, 'Several organizations', 2);
  await visit('classify-raised', panel);
  await panel.getByLabel('Keep the lower level because').fill('Two of the three have a workaround');
  await visit('classify-lowered', panel);
  await fillDescribe(panel);
  await visit('describe-filled', panel);
  await panel.getByRole('heading', { name: 'Evidence' }).scrollIntoViewIfNeeded();
  await visit('describe-evidence', panel);
  await goToStep(panel, 'Hand off');
  await preview(panel).waitFor();
  await visit('preview', panel);
  await panel.getByRole('button', { name: 'Show as sent' }).click();
  await visit('preview-as-sent', panel);
  await handOff(panel);
  await panel.getByText('It leaves in').waitFor();
  await visit('undo', panel, true);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  await visit('sent', panel);
  const popup = await baton.openPopup(page);
  await popup.getByText('Issue #1').waitFor();
  await visit('popup-waiting', popup);
}

/** No tracker connected: the text is carried over by hand. */
async function copyOut(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const empty = await baton.openPopup(page);
  await empty.getByText('Nothing is pending').waitFor();
  await visit('popup-empty', empty);
  await empty.close();
  const [front, panel] = await openTicket(baton, sites, 4);
  await walkToPreview(panel);
  await visit('copy-out-preview', panel);
  await panel.getByRole('button', { name: '.md' }).click();
  await panel.getByText('Copied out, not confirmed').waitFor();
  await visit('copy-out-unconfirmed', panel);
  await panel.getByLabel('Address of the issue you filed').fill('PROJ-12');
  await panel.getByRole('button', { name: 'Save address' }).click();
  await panel.getByText('That is not a web address').waitFor();
  await visit('copy-out-refused', panel);
  const popup = await baton.openPopup(front);
  await visit('popup-owed-address', popup);
  await popup.close();
  await panel.getByLabel('Address of the issue you filed').fill('https://tracker.example/browse/PROJ-12');
  await panel.getByRole('button', { name: 'Save address' }).click();
  await panel.getByText('Filed as').first().waitFor();
  await visit('copy-out-linked', panel);
}

/** What a wrong key looks like once something was handed off. */
async function blocked(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connect(baton, sites, 'a-key-nobody-issued');
  const [page, panel] = await openTicket(baton, sites, 4);
  await visit('check-tracker-unknown', panel);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'blocked', SENT);
  await visit('blocked', panel);
  const popup = await baton.openPopup(page);
  await popup.getByText('You owe').waitFor();
  await visit('popup-blocked', popup);
}

/** Tickets and pages that are not as one would like them. */
async function odd(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const page = await baton.context.newPage();
  await page.goto(`${sites.tracker.url}/projects/app`);
  const panel = await baton.openPanel(page);
  await panel.getByText('This tab is no ticket').waitFor();
  await visit('no-ticket', panel);
  const show = async (id: number) => {
    const { number } = sites.desk.tickets.find((ticket) => ticket.id === id) ?? {};
    await page.goto(sites.desk.ticketUrl(id));
    await panel.getByText(`#${number}`, { exact: true }).first().waitFor();
  };
  await show(13);
  await visit('arabic-check', panel);
  await goToStep(panel, 'Describe');
  await visit('arabic-describe', panel);
  await goToStep(panel, 'Check');
  await show(15);
  await visit('hostile-check', panel);
  await walkToPreview(panel);
  await visit('hostile-preview', panel);
  await show(12);
  await goToStep(panel, 'Describe');
  await visit('long-describe', panel);
  await show(17);
  await goToStep(panel, 'Check');
  await visit('no-subject', panel);
  await page.goto(`${sites.tracker.url}/projects/app`);
  await panel.getByText('This tab is no ticket').waitFor();
  await visit('no-ticket-kept', panel);
  await show(17);
  const other = await baton.context.newPage();
  await other.goto(`${sites.tracker.url}/projects/app`);
  await panel.getByText('This tab is no ticket').waitFor();
  sites.desk.logOut();
  await page.bringToFront();
  await panel.getByRole('alert').waitFor();
  await visit('logged-out', panel);
  await page.goto('chrome://version');
  await panel.getByText('cannot see this tab').waitFor();
  await visit('no-access', panel);
}

async function settings(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const page = await openOptions(baton);
  await visit('options-empty', page);
  await page.getByRole('button', { name: 'Connect Redmine' }).click();
  await visit('options-form', page);
  const { url, apiKey, projectId: project } = sites.tracker;
  await fillTracker(page, { url, apiKey: 'wrong', project });
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByRole('alert').waitFor();
  await visit('options-bad-key', page);
  await fillTracker(page, { url, apiKey, project });
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('Signed in as').waitFor();
  await visit('options-tested', page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`project ${project}`).waitFor();
  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  await ticket.getByText('48213').first().waitFor();
  await page.bringToFront();
  await page.getByLabel('Address of the help desk').fill(sites.desk.url);
  await page.getByRole('button', { name: 'Allow and read a ticket' }).click();
  await page.getByText('read #48213').waitFor();
  await visit('options-connected', page);
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await visit('options-clear', page);
}

/** Knowledge sources in every state. */
async function sources(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const { tracker } = sites;
  for (let n = 1; n <= 230; n += 1) tracker.addIssue({ subject: `Export number ${n} stops` });
  const page = await openOptions(baton);
  const { url, apiKey, projectId: project } = tracker;
  await page.getByRole('button', { name: 'Add a source' }).click();
  await page.getByRole('button', { name: 'Add a source' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Knowledge' }).scrollIntoViewIfNeeded();
  await visit('options-knowledge-choice', page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await addRedmineSource(page, { url, apiKey: 'wrong', project }, 'Check connection');
  await page.getByRole('alert').waitFor();
  await visit('options-knowledge-form', page);
  const row = sourceRow(page);
  await page.getByRole('button', { name: 'Save and sync' }).click();
  await row.getByText('does not accept').waitFor();
  await visit('options-knowledge-blocked', page);
  // The first page comes at once, the second one takes its time.
  for (const ms of [1, 4_000]) tracker.failNext({ method: 'GET', path: /issues\.json/, kind: 'delay', ms });
  await row.getByRole('button', { name: 'Change' }).click();
  await fillTracker(page, { url, apiKey, project });
  await page.getByRole('button', { name: 'Save and sync' }).click();
  await row.getByText('100 of 230').waitFor();
  await visit('options-knowledge-running', page, true);
  await row.getByRole('button', { name: 'Pause' }).click();
  await row.getByText('Paused ·').waitFor();
  const csv = Buffer.from('id,title,text\na,Export stops,With E-4102\nb,,nothing to call it');
  await page
    .getByLabel('Files with knowledge')
    .setInputFiles({ name: 'bugs.csv', mimeType: 'text/csv', buffer: csv });
  await page.getByText('left out').waitFor();
  await visit('options-knowledge-paused', page);
  await row.getByRole('button', { name: 'Resume' }).click();
  await row.getByRole('button', { name: 'Sync now' }).waitFor();
  await visit('options-knowledge-synced', page);
  await tracker.stop();
  await row.getByRole('button', { name: 'Sync now' }).click();
  await row.getByText('tries again in').waitFor();
  await visit('options-knowledge-waiting', page);
  await page.getByRole('button', { name: /left out/ }).click();
  await visit('options-knowledge-left-out', page);
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'Remove' }).click();
  await visit('options-knowledge-remove', page);
  await tracker.start();
}

/** Every screen and state, in as few browsers as can be. */
export const tours: readonly Tour[] = [
  { name: 'walk', run: walk },
  { name: 'copy out', run: copyOut },
  { name: 'blocked', run: blocked },
  { name: 'odd tickets and pages', run: odd },
  { name: 'settings', run: settings },
  { name: 'knowledge sources', run: sources },
  { name: 'known beside a ticket', run: known },
];
