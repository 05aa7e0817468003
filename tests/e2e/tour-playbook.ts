import type { Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import type { Sites } from '../sites';
import { createClock } from '../sites/clock';
import { jsonReply, startSiteServer } from '../sites/site-server';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { stopUndoTime } from './time-to-undo';
import type { Visit } from './tour';
import { openOptions } from './walk';

const head = (page: Page, name: RegExp) => page.getByRole('button', { name, expanded: false });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Sections opened down to their fields, one of them wrong. */
async function edit(page: Page, visit: Visit): Promise<void> {
  await press(page, 'Edit');
  await page.getByText('Valid, and in force').waitFor();
  await visit('options-playbook-editor', page);
  for (const name of [/^Severity/, /^Level 3/, /^Question sets/, /^Cannot sign in/]) {
    await head(page, name).first().click();
  }
  await page.getByLabel('Definition').fill('');
  await page.getByText('Not in force yet').waitFor();
  await page.getByRole('button', { name: 'Show the field' }).click();
  await visit('options-playbook-invalid', page, true);
  for (const name of [/^Checklist/, /^How many are hit/, /^Priorities/, /^Calendar/, /^Parts/, /^Masks/]) {
    await head(page, name).first().click();
  }
  const letUndoTimeRun = await stopUndoTime(page);
  await page
    .getByRole('button', { name: /^Remove: / })
    .first()
    .click();
  await page.getByText(/is removed/).waitFor();
  await visit('options-playbook-open', page);
  await letUndoTimeRun();
  await press(page, 'Close the editor');
  await page.getByText('It is kept, and not in force').waitFor();
  await visit('options-playbook-kept', page, true);
  await press(page, 'Back to the default');
  await page.getByText('The default playbook is in force:').waitFor();
}

/** The team's policy in the settings: edited, imported and loaded from an address, and what is refused. */
export async function playbook(baton: ExtensionBrowser, _sites: Sites, visit: Visit): Promise<void> {
  const host = await startSiteServer({
    clock: createClock(),
    handle: ({ path }) =>
      jsonReply(200, path.includes('broken') ? { ...defaultPlaybook, severities: [] } : defaultPlaybook),
  });
  const page = await openOptions(baton);
  await page.getByRole('heading', { name: 'Playbook' }).scrollIntoViewIfNeeded();
  await edit(page, visit);
  const broken = Buffer.from(JSON.stringify({ ...defaultPlaybook, severities: [] }));
  await page
    .getByLabel('Playbook file')
    .setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: broken });
  await page.getByText('ours.json was not taken over').waitFor();
  await visit('options-playbook-refused', page, true);

  await press(page, 'Load from a web address…');
  const address = page.getByLabel('Address of the playbook');
  await address.fill(`${host.url}/broken.json`);
  await press(page, 'Load');
  await page.getByRole('alert').waitFor();
  await visit('options-playbook-address', page, true);
  await address.fill(`${host.url}/playbook.json`);
  await press(page, 'Load');
  await page.getByText('Last good load').waitFor();
  await host.stop();
  await press(page, 'Load now');
  await page.getByText('What came last stays in force').waitFor();
  await visit('options-playbook-origin', page);
}
