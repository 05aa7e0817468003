import { expect, type Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { stopUndoTime } from './time-to-undo';
import type { Visit } from './tour';
import {
  connectTracker,
  delivery,
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  handOff,
  openTicket,
  walkToPreview,
} from './walk';

const SENT = { timeout: 120_000 };

const preview = (panel: Page) => panel.getByRole('region', { name: 'Preview of the issue' });

/** The whole way of one ticket into the tracker. */
export async function walk(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, 1);
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
  const letUndoTimeRun = await stopUndoTime(panel);
  await handOff(panel);
  await panel.getByText('It leaves in').waitFor();
  await visit('undo', panel, true);
  await letUndoTimeRun();
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  await visit('sent', panel);
  const popup = await baton.openPopup(page);
  await popup.getByText('Issue #1').waitFor();
  await visit('popup-waiting', popup);
}

/** No tracker connected: the text is carried over by hand. */
export async function copyOut(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const empty = await baton.openPopup(page);
  await empty.getByText('Nothing is pending').waitFor();
  await visit('popup-empty', empty);
  await empty.close();
  const { page: front, panel } = await openTicket(baton, sites, 4);
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
export async function blocked(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connectTracker(baton, sites, 'a-key-nobody-issued');
  const { page, panel } = await openTicket(baton, sites, 4);
  await visit('check-tracker-unknown', panel);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'blocked', SENT);
  await visit('blocked', panel);
  const popup = await baton.openPopup(page);
  await popup.getByText('You owe').waitFor();
  await visit('popup-blocked', popup);
}
