import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures';
import { connectRedmine, delivery, handOff, startDescribe, walkToPreview } from '../e2e/walk';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { logIn } from './rt-login';
import {
  redmine,
  redmineIssues,
  resetRedmine,
  resetRt,
  rt,
  rtComments,
  rtTickets,
  rtTicketUrl,
  startRedmine,
  stopRedmine,
} from './servers';

const SENT = { timeout: 120_000 };

const connect = (baton: ExtensionBrowser, apiKey: string = redmine.botKey) =>
  connectRedmine(baton, { url: redmine.url, apiKey, project: redmine.project });

async function openTicket(baton: ExtensionBrowser, ticketId: number): Promise<{ page: Page; panel: Page }> {
  const page = await baton.context.newPage();
  await logIn(page, rt.agent1);
  await page.goto(rtTicketUrl(ticketId));
  const panel = await baton.openPanel(page);
  await expect(panel.getByText(`#${ticketId}`, { exact: true })).toBeVisible();
  return { page, panel };
}

/** Comments of the ticket that carry a link to the issue. */
const notesWith = async (ticketId: number, issueId: number) =>
  (await rtComments(ticketId)).filter((message) => message.content.includes(`/issues/${issueId}`));

/** Until the issue is on its way: too short a time to be found by looking now and then. */
const untilSending = (panel: Page) =>
  panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector('[data-delivery=issue][data-state=sending]')) resolve();
        };
        const all = { subtree: true, childList: true, attributeFilter: ['data-state'] };
        new MutationObserver(look).observe(document.body, all);
      }),
  );

test.beforeEach(async () => {
  await resetRt();
  await resetRedmine();
});

test('a real RT ticket becomes one real Redmine issue with fields and attachment, and one internal comment', async ({
  baton,
}) => {
  await (await connect(baton)).close();
  const { panel } = await openTicket(baton, rtTickets.blankInvoice);
  const header = panel.getByRole('banner');
  await expect(header.getByText('Dana Müller')).toBeVisible();
  await expect(header.getByText('Customer GmbH')).toBeVisible();

  await startDescribe(panel);
  await panel.getByRole('checkbox', { name: /screenshot\.png/ }).click();
  await expect(panel.getByText('1 will be attached')).toBeVisible();
  await walkToPreview(panel, { part: 'Billing', where: 'https://app.customer.test/billing/invoices' });
  await handOff(panel);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  await expect(delivery(panel, 'attachment')).toHaveAttribute('data-state', 'sent', SENT);

  const issues = await redmineIssues();
  expect(issues).toHaveLength(1);
  const [issue] = issues;
  if (!issue) throw new Error('no issue');
  expect(issue).toMatchObject({
    subject: 'Invoice PDF is blank after export',
    project: { name: 'App' },
    tracker: { name: 'Bug' },
    priority: { name: 'High' },
    category: { name: 'Billing' },
  });
  expect(issue.attachments.map((file) => file.filename)).toEqual(['screenshot.png']);
  expect(issue.attachments[0]?.filesize).toBeGreaterThan(500);
  const severity = issue.custom_fields.find((field) => field.id === redmine.customFields.severity);
  expect(severity?.value).toBe('3');
  expect(issue.description).toContain(rtTicketUrl(rtTickets.blankInvoice));

  const notes = await notesWith(rtTickets.blankInvoice, issue.id);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.type).toBe('Comment');
});

test('logged out of RT midway: the cause is said, the issue exists once, the note follows after the login', async ({
  baton,
}) => {
  await (await connect(baton)).close();
  const { page, panel } = await openTicket(baton, rtTickets.mobileLogin);
  await walkToPreview(panel);
  await baton.context.clearCookies();
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'blocked', SENT);
  await expect(delivery(panel, 'note')).toContainText(/logged out|log in/i);

  await logIn(page, rt.agent1);
  await page.goto(rtTicketUrl(rtTickets.mobileLogin));
  // A page of the desk with a login is what the note waited for: it goes by itself.
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  const issues = await redmineIssues();
  expect(issues).toHaveLength(1);
  expect(await notesWith(rtTickets.mobileLogin, issues[0]?.id ?? 0)).toHaveLength(1);
});

test('Redmine stopped while sending and started again: one issue, nothing lost, the cause shown', async ({
  baton,
}) => {
  await (await connect(baton)).close();
  const { panel } = await openTicket(baton, rtTickets.sameProblemAtHarbor);
  await walkToPreview(panel);
  await stopRedmine();
  try {
    await handOff(panel);
    await expect(delivery(panel, 'issue')).toContainText('Kept here', SENT);
    await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'waiting');
  } finally {
    await startRedmine();
  }
  // It is tried again by itself, at the latest a minute later.
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT);
  expect(await redmineIssues()).toHaveLength(1);
});

test('a wrong key, which Redmine answers with 200 and an empty list: blocked with the cause, nothing filed', async ({
  baton,
}) => {
  await (await connect(baton, redmine.unknownKey)).close();
  const { panel } = await openTicket(baton, rtTickets.sameProblemAtLumen);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'blocked', SENT);
  await expect(delivery(panel, 'issue')).toContainText(/key/i);
  expect(await redmineIssues()).toHaveLength(0);

  const settings = await baton.context.newPage();
  await settings.goto(`chrome-extension://${baton.extensionId}/options.html`);
  await settings.getByRole('button', { name: 'Change' }).click();
  await settings.getByLabel('API access key').fill(redmine.botKey);
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  expect(await redmineIssues()).toHaveLength(1);
});

test('the worker is killed while it sends: one issue, one note', async ({ baton }) => {
  await (await connect(baton)).close();
  const { panel } = await openTicket(baton, rtTickets.htmlMail);
  await walkToPreview(panel);
  const sending = untilSending(panel);
  await handOff(panel);
  await sending;
  await baton.killWorker();
  // Any message wakes a new worker; the panel asks when the agent presses the button or the alarm rings.
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', { timeout: 180_000 });
  const issues = await redmineIssues();
  expect(issues).toHaveLength(1);
  expect(await notesWith(rtTickets.htmlMail, issues[0]?.id ?? 0)).toHaveLength(1);
});

test('a ticket of 300 messages is read whole', async ({ baton }) => {
  const page = await baton.context.newPage();
  await logIn(page, rt.agent1);
  const requests: string[] = [];
  page.on('request', (request) => {
    // The ticket itself; the panel searches for similar ones as well.
    if (request.url().includes('/REST/2.0/ticket/')) requests.push(request.url());
  });
  await page.goto(rtTicketUrl(rtTickets.longHistory));
  const started = Date.now();
  const panel = await baton.openPanel(page);
  await expect(panel.getByText(`#${rtTickets.longHistory}`, { exact: true })).toBeVisible(SENT);
  console.log(`300 messages: ${requests.length} requests, ${Date.now() - started} ms with opening the panel`);
  expect(requests.length).toBeLessThanOrEqual(12);
});
