import { expect, type Page } from '@playwright/test';
import type { Sites } from '../sites';
import { PERSONAL } from '../sites/tickets/personal';
import type { ExtensionBrowser } from '../tools/extension-browser';
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
  startDescribe,
} from './walk';

const PERSONAL_DATA = 21;
const SENT = { timeout: 120_000 };

const lamp = (panel: Page, kind: string) => panel.locator(`[data-lamp="${kind}"]`);
const card = (panel: Page) => panel.getByRole('region', { name: 'Tell the customer' });
const masks = (panel: Page) => panel.getByRole('region', { name: 'Masks' });

/** The ticket full of personal data up to its preview, at the level whose people sit in a chat. */
async function toLastLook(panel: Page): Promise<void> {
  await startDescribe(panel);
  await fillCheck(panel);
  await fillClassify(panel, 'One organization', 4);
  await fillDescribe(panel, {
    where: `https://app.marlow.example/billing/refunds?token=${PERSONAL.queryToken}`,
    steps: `Sign in as ${PERSONAL.email}, password: ${PERSONAL.password}\nEnter ${PERSONAL.card}\nEnter ${PERSONAL.iban}`,
    expected: `A refund to ${PERSONAL.iban}`,
    actual: `E-7310 from ${PERSONAL.ip}`,
  });
  await goToStep(panel, 'Hand off');
  await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  await lamp(panel, 'facts').waitFor();
}

async function lookAtMasks(panel: Page, visit: Visit): Promise<void> {
  await masks(panel).getByRole('button', { name: 'Show all' }).click();
  await masks(panel)
    .getByRole('button', { name: `Unmask ${PERSONAL.card}` })
    .click();
  await masks(panel).getByText('1 leaves as written').waitFor();
  await visit('masks-listed', panel);
  await masks(panel).getByRole('button', { name: 'Hide' }).click();
  await panel.locator('button[data-mask]').filter({ hasText: '[IBAN 1]' }).first().focus();
  await visit('mask-focused', panel, true);
}

async function tellTheCustomer(panel: Page, visit: Visit): Promise<void> {
  const press = (name: string) => card(panel).getByRole('button', { name }).click();
  await press('Plan it');
  await panel.getByLabel('Message to the customer').fill('Hello Greta, engineering has it.');
  await card(panel).getByRole('button', { name: 'Start over' }).waitFor();
  await card(panel).scrollIntoViewIfNeeded();
  await visit('message-planned', panel);
  await press('Put into the reply box');
  await card(panel).getByText('It stands in the reply box').waitFor();
  await visit('message-inserted', panel, true);
  await press('Put into the reply box');
  await card(panel).getByText('holds text already').waitFor();
  await visit('message-refused', panel, true);
  await press('Nothing now');
  await card(panel).getByLabel('Why nothing now').waitFor();
  await visit('message-skipped', panel, true);
  await press('Tell them after all');
}

/** Everything to look at before handing off and after it. */
export async function lastLook(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, PERSONAL_DATA);
  await toLastLook(panel);
  await visit('last-look', panel);
  await lookAtMasks(panel, visit);
  await tellTheCustomer(panel, visit);
  await lamp(panel, 'owner').getByLabel('Who answers for it').fill('Ida Lindqvist');
  await lamp(panel, 'follow-up').getByRole('button').first().click();
  await lamp(panel, 'facts')
    .getByRole('button', { name: /^Add (all|it)/ })
    .click();
  await panel.getByText('all there').waitFor();
  await visit('last-look-settled', panel, true);
  await handOff(panel);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  await panel.getByText(/^Handed over in/).waitFor();
  await visit('handed-off-critical', panel);
}
