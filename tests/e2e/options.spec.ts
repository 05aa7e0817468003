import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { expect, test } from './fixtures';
import { connectRedmine, fillCheck, fillTracker, OWN_WORDS } from './walk';

const openOptions = async (context: { newPage(): Promise<Page> }, extensionId: string) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  return page;
};

test('Test connection tells every cause apart', async ({ sites, baton }) => {
  const page = await openOptions(baton.context, baton.extensionId);
  await page.getByRole('button', { name: 'Connect Redmine' }).click();
  const { url, apiKey, projectId: project } = sites.tracker;
  const verdict = async (login: { url: string; apiKey: string; project: string }) => {
    await fillTracker(page, login);
    await page.getByRole('button', { name: 'Test connection' }).click();
    const banner = page.locator('form').getByRole('alert').or(page.locator('form').getByRole('status'));
    await expect(banner).toBeVisible({ timeout: 120_000 });
    return banner.innerText();
  };
  const said = {
    badKey: await verdict({ url, apiKey: 'not-a-key', project }),
    nobody: await verdict({ url: 'http://localhost:9', apiKey, project }),
    html: await verdict({ url: sites.desk.url, apiKey, project }),
    noProject: await verdict({ url, apiKey, project: 'nowhere' }),
    noAddress: await verdict({ url: 'redmine', apiKey, project }),
    good: await verdict({ url, apiKey, project }),
  };
  expect(said.badKey).toContain('does not accept this API key');
  expect(said.nobody).toContain('cannot be reached');
  expect(said.html).toMatch(/There is no Redmine at this address|is not Redmine’s API/);
  expect(said.noProject).toContain('there is no project nowhere');
  expect(said.noAddress).toContain('An address that begins with https://');
  expect(said.good).toContain('Signed in as Support Bot; files into');
  expect(new Set(Object.values(said)).size).toBe(6);
  expect(sites.tracker.issues()).toHaveLength(0);
});

test('the key is nowhere to be read once it is saved; export holds the draft, clear empties all', async ({
  sites,
  baton,
}) => {
  const { url, apiKey, projectId: project } = sites.tracker;
  await (await connectRedmine(baton, { url, apiKey, project })).close();
  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(ticket);
  await panel.getByText('#48213', { exact: true }).waitFor();
  await fillCheck(panel);

  // Downloads go to the connection that was made last, which is the panel's.
  const page = await openOptions(panel.context(), baton.extensionId);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByLabel('API access key')).toHaveValue('');
  expect(await page.content()).not.toContain(apiKey);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const stored = await page.evaluate(async () => {
    type Area = { get(keys: null): Promise<object> };
    const { chrome } = globalThis as unknown as { chrome: { storage: Record<string, Area> } };
    const areas = ['local', 'session', 'sync'].map((name) => chrome.storage[name]?.get(null));
    return JSON.stringify([await Promise.all(areas), { ...localStorage }, { ...sessionStorage }]);
  });
  expect(stored).toContain(url);
  expect(stored).not.toContain(apiKey);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as JSON' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('baton-export.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain(OWN_WORDS);
  expect(text).not.toContain(apiKey);
  expect(JSON.parse(text)).toMatchObject({ format: 'baton-export' });

  await page.getByRole('button', { name: 'Clear everything…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clear everything?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`project ${project}`)).toBeVisible();
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await dialog.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByRole('button', { name: 'Connect Redmine' })).toBeVisible();
  await expect(page.getByText('is gone')).toBeVisible();
  const popup = await openPopupPage(baton.context, baton.extensionId);
  await expect(popup.getByText('Nothing is pending')).toBeVisible();
});

/** The popup's page in a tab: its lists without the toolbar. */
async function openPopupPage(context: { newPage(): Promise<Page> }, extensionId: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return page;
}

test('a help desk is connected by address and proven by reading a ticket', async ({ sites, baton }) => {
  const page = await openOptions(baton.context, baton.extensionId);
  const connect = async (address: string) => {
    await page.getByLabel('Address of the help desk').fill(address);
    await page.getByRole('button', { name: 'Allow and read a ticket' }).click();
  };
  await connect('not an address');
  await expect(page.getByText('That is not a web address')).toBeVisible();
  await connect(sites.desk.url);
  await expect(page.getByText('No ticket of this desk is open')).toBeVisible();
  await expect(page.getByText('No ticket read yet · allowed')).toBeVisible();

  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  await ticket.getByText('48213').first().waitFor();
  await page.bringToFront();
  await connect(sites.desk.url);
  await expect(
    page.getByText('Zammad: read #48213 “CSV export stops at 42 % with error E-4102”'),
  ).toBeVisible();
});

test('reader health tells what was read from where, and what failed last', async ({ sites, baton }) => {
  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(ticket);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const page = await openOptions(baton.context, baton.extensionId);
  await page.getByText(/^Last read (just now|\d+ min)/).click();
  const part = (name: string) =>
    page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  await expect(part('From the desk’s API')).toContainText('subject, number, status, priority');
  await expect(part('From the page')).toHaveCount(0);

  sites.desk.logOut();
  await ticket.bringToFront();
  await ticket.evaluate(() => {
    location.hash = 'ticket/zoom/2';
  });
  await expect(panel.getByRole('banner').getByRole('alert')).toContainText('You are logged out');
  await page.bringToFront();
  await expect(part('Failure')).toContainText('You are logged out of the help desk');
  await expect(part('From the desk’s API')).toContainText('subject');
});

test('the chosen theme is kept and reaches an open panel at once', async ({ sites, baton }) => {
  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(ticket);
  const page = await openOptions(baton.context, baton.extensionId);
  await page.getByText('Dark', { exact: true }).click();
  await expect(panel.locator('html')).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.getByText('Light', { exact: true }).click();
  await expect(panel.locator('html')).not.toHaveClass(/dark/);
});

test('a playbook with a mistake changes nothing; a good one is in force in the open panel at once, offline too', async ({
  sites,
  baton,
}) => {
  const ticket = await baton.context.newPage();
  await ticket.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(ticket);
  await panel.getByText('#48213', { exact: true }).waitFor();
  const page = await openOptions(baton.context, baton.extensionId);
  const take = (playbook: object) =>
    page.getByLabel('Playbook file').setInputFiles({
      name: 'team.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(playbook)),
    });
  const contact = { name: 'Night desk', role: 'Operations', when: 'Nobody can log in', phone: '+1 555 0100' };
  await take({ ...defaultPlaybook, contacts: [contact], severities: [] });
  await expect(page.getByRole('alert')).toContainText('team.json was not taken over. severities');
  await expect(page.getByText('The default playbook is in force')).toBeVisible();

  await take({ ...defaultPlaybook, contacts: [contact] });
  await expect(page.getByText('Your team’s playbook is in force')).toBeVisible();
  await baton.context.setOffline(true);
  await panel.keyboard.press('e');
  const contacts = panel.getByRole('dialog', { name: 'Emergency contacts' });
  await expect(contacts).toContainText('Night desk');
  await expect(contacts.getByRole('link', { name: '+1 555 0100' })).toHaveAttribute('href', 'tel:+15550100');
});
