import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures';
import { goToStep, startDescribe, walkToPreview } from '../e2e/walk';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { logIn } from './rt-login';
import { resetRt, rt, rtComments, rtTickets, rtTicketUrl } from './servers';

const TICKET = rtTickets.mobileLogin;

async function openTicket(baton: ExtensionBrowser, url: string): Promise<{ page: Page; panel: Page }> {
  const page = await baton.context.newPage();
  await logIn(page, rt.agent1);
  await page.goto(url);
  const panel = await baton.openPanel(page);
  await expect(panel.getByText(`#${TICKET}`, { exact: true }).first()).toBeVisible();
  return { page, panel };
}

const replyUrl = (ticketId: number) => `${rt.url}/Ticket/Update.html?Action=Respond&id=${ticketId}`;
const card = (panel: Page) => panel.getByRole('region', { name: 'Tell the customer' });
const put = (panel: Page) => card(panel).getByRole('button', { name: 'Put into the reply box' }).click();
const message = async (panel: Page) => card(panel).getByLabel('Message to the customer').inputValue();

/** CKEditor of the reply page. */
const editor = (page: Page) => page.frameLocator('iframe.cke_wysiwyg_frame').locator('body');
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

const publicReplies = async () => (await rtComments(TICKET)).filter(({ type }) => type === 'Correspond');

test.beforeEach(resetRt);

test('from the ticket’s page: its reply page opens by a second button, holds the text, and only the agent sends', async ({
  baton,
}) => {
  const { page, panel } = await openTicket(baton, rtTicketUrl(TICKET));
  const before = await rtComments(TICKET);
  await walkToPreview(panel);
  await put(panel);
  await expect(card(panel)).toContainText('Request Tracker has its reply box on a page of its own.');
  expect(page.url()).toBe(rtTicketUrl(TICKET));
  await card(panel).getByRole('button', { name: 'Open it and put the text there' }).click();
  const text = await message(panel);
  await expect(editor(page)).toContainText(text.split('\n')[0] ?? '');
  expect(page.url()).toBe(replyUrl(TICKET));
  expect(words(await editor(page).innerText())).toBe(words(text));
  // The panel still shows the same ticket, and remembers.
  await expect(panel.getByText(`#${TICKET}`, { exact: true }).first()).toBeVisible();
  await expect(card(panel)).toContainText('in the reply box');
  expect(await rtComments(TICKET)).toEqual(before);

  // RT takes from its editor what stands there.
  await page.getByRole('button', { name: 'Update Ticket' }).click();
  await expect.poll(async () => (await publicReplies()).length).toBe(1);
  const [reply] = await publicReplies();
  expect(reply?.contentType).toContain('text/html');
  expect(words((reply?.content ?? '').replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' '))).toContain(
    words(text).slice(0, 60),
  );
});

test('what the agent wrote in the reply page stays, and so does the ticket', async ({ baton }) => {
  const { page, panel } = await openTicket(baton, replyUrl(TICKET));
  await walkToPreview(panel);
  await editor(page).click();
  await page.keyboard.type('Dear Sofia, one moment.');
  await put(panel);
  await expect(card(panel)).toContainText('The reply box holds text already; it was left as it is.');
  expect(words(await editor(page).innerText())).toBe('Dear Sofia, one moment.');
  await card(panel).getByRole('button', { name: 'Add below it' }).click();
  await expect(card(panel)).toContainText('It stands in the reply box. Read it there and send it yourself.');
  const text = words(await message(panel));
  await expect
    .poll(async () => words(await editor(page).innerText()))
    .toBe(`Dear Sofia, one moment. ${text}`);

  // A comment for colleagues is recognised as such and stays one.
  await page.goto(`${rt.url}/Ticket/Update.html?Action=Comment&id=${TICKET}`);
  await editor(page).waitFor();
  await expect(panel.getByText(`#${TICKET}`, { exact: true }).first()).toBeVisible();
  await put(panel);
  await expect(card(panel)).toContainText('It stands in the reply box, which is set to internal');
  expect(await page.locator('#UpdateType').inputValue()).toBe('private');
});

test('a question of Check goes into the plain field, above the agent’s signature', async ({ baton }) => {
  const { page, panel } = await openTicket(baton, rtTicketUrl(TICKET));
  // As agents may set it in their preferences.
  await page.goto(`${rt.url}/Prefs/Other.html`);
  await page.locator('#MessageBoxRichText-no').check({ force: true });
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(page.getByText('Preferences saved')).toBeVisible();
  await page.goto(`${rt.url}/Prefs/AboutMe.html`);
  await page.locator('textarea[name="Signature"]').fill('Agent One\nHelp desk');
  await page.getByRole('button', { name: 'Save Preferences' }).click();
  await expect(page.getByText('Signature changed')).toBeVisible();
  await page.goto(replyUrl(TICKET));
  await expect(page.locator('textarea#UpdateContent')).toHaveValue(/-- \s*Agent One/);
  await startDescribe(panel);
  await goToStep(panel, 'Check');
  const ask = panel.getByRole('region', { name: 'Ask the customer' });
  await ask.locator('button[aria-expanded="false"]').first().click();
  await ask.getByRole('button', { name: 'Put into the reply box' }).click();
  await expect(ask).toContainText('It stands in the reply box.');
  const held = await page.locator('textarea#UpdateContent').inputValue();
  expect(held).toMatch(/^\S[\s\S]*\?[\s\S]*\n\n-- \nAgent One/);
});
