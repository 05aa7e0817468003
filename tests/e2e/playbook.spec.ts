import type { Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { createClock } from '../sites/clock';
import { jsonReply, type SiteServer, startSiteServer } from '../sites/site-server';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { stopUndoTime } from './time-to-undo';
import { fillCheck, goToStep, openOptions } from './walk';

const head = (page: Page, name: string | RegExp) => page.getByRole('button', { name, expanded: false });

async function openTicketAtClassify(baton: ExtensionBrowser, url: string): Promise<Page> {
  const ticket = await baton.context.newPage();
  await ticket.goto(url);
  const panel = await baton.openPanel(ticket);
  await panel.getByText('#48213', { exact: true }).waitFor();
  await fillCheck(panel);
  await goToStep(panel, 'Classify');
  return panel;
}

/** Whether a playbook that is not valid yet is stored. */
const keepsDraft = (page: Page) =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<object> } } };
    };
    return Object.values(await chrome.storage.local.get('playbook-draft')).some(Boolean);
  });

test('a definition edited in the settings stands in the open panel at once; a broken one does not', async ({
  sites,
  baton,
}) => {
  const panel = await openTicketAtClassify(baton, sites.desk.ticketUrl(1));
  const page = await openOptions(baton);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await head(page, /^Severity/).click();
  await head(page, /^Level 4/).click();
  await page.getByLabel('Definition').fill('Nobody can work');
  await expect(page.getByText('Valid, and in force')).toBeVisible();
  await expect(panel.getByText('Nobody can work')).toBeVisible();

  await page.getByLabel('Definition').fill('');
  await expect(page.getByText(/Not in force yet/)).toContainText('Definition: is empty');
  await expect.poll(() => keepsDraft(page)).toBe(true);
  await page.reload();
  await expect(page.getByText('It is kept, and not in force')).toBeVisible();
  await page.getByRole('button', { name: 'Go on editing' }).click();
  await page.getByRole('button', { name: 'Show the field' }).click();
  await expect(page.getByLabel('Definition')).toBeFocused();
  await expect(panel.getByText('Nobody can work')).toBeVisible();

  await page.keyboard.type('Work stands still');
  await expect(panel.getByText('Work stands still')).toBeVisible();
  await stopUndoTime(page);
  await page.getByRole('button', { name: 'Back to the default of this section' }).click();
  await expect(panel.getByText('Work stands still')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('Work stands still')).toBeVisible();
});

/** A static host with one file: answers 304 to whoever names its tag. */
async function serve(): Promise<SiteServer & { put(document: unknown, etag: string): void; sent: number[] }> {
  let file: { document: unknown; etag: string } = { document: defaultPlaybook, etag: '"1"' };
  const sent: number[] = [];
  const server = await startSiteServer({
    clock: createClock(),
    handle: ({ headers }) => {
      const known = headers['if-none-match'] === file.etag;
      sent.push(known ? 304 : 200);
      return known ? { status: 304 } : jsonReply(200, file.document, { ETag: file.etag });
    },
  });
  return Object.assign(server, {
    sent,
    put: (document: unknown, etag: string) => {
      file = { document, etag };
    },
  });
}

test('a playbook from a web address: loaded, asked again by its tag, and kept when what comes is broken', async ({
  baton,
}) => {
  const host = await serve();
  const contact = { name: 'Night desk', role: 'Operations', when: 'Nobody can log in' };
  host.put({ ...defaultPlaybook, contacts: [contact] }, '"1"');
  const page = await openOptions(baton);
  await page.getByRole('button', { name: 'Load from a web address…' }).click();
  const address = page.getByLabel('Address of the playbook');
  await address.fill('http://files.example/playbook.json');
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByText('The address must begin with https://')).toBeVisible();
  await address.fill(`${host.url}/playbook.json`);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByText('playbook from a web address is in force')).toContainText(
    '1 emergency contact.',
  );
  await expect(page.getByText(/Last good load: (just now|\d+ min)/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Load now' }).click();
  await expect.poll(() => host.sent).toEqual([200, 304]);

  host.put({ ...defaultPlaybook, contacts: [contact], severities: [] }, '"2"');
  await page.getByRole('button', { name: 'Load now' }).click();
  const problem = page.getByText(/is no valid playbook\. severities: must hold each of the levels/);
  await expect(problem).toBeVisible();
  await expect(page.getByText('playbook from a web address is in force')).toContainText(
    '1 emergency contact.',
  );
  await page.reload();
  await expect(problem).toBeVisible();

  host.put({ ...defaultPlaybook, contacts: [contact, { ...contact, name: 'Day desk' }] }, '"3"');
  await page.getByRole('button', { name: 'Load now' }).click();
  await expect(page.getByText('playbook from a web address is in force')).toContainText(
    '2 emergency contacts.',
  );
  await expect(problem).toHaveCount(0);

  await page.getByRole('button', { name: 'Keep it as our own' }).click();
  await expect(page.getByText('Your team’s playbook is in force')).toContainText('2 emergency contacts.');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByText('Valid, and in force')).toBeVisible();
  await host.stop();
});
