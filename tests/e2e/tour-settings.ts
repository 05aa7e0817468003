import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import type { Visit } from './tour';
import { addRedmineSource, fillTracker, openOptions, sourceRow } from './walk';

/** The settings page, with help desk and tracker. */
export async function settings(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
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
export async function sources(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const { tracker } = sites;
  for (let n = 1; n <= 430; n += 1) tracker.addIssue({ subject: `Export number ${n} stops` });
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
  // The first page comes at once, the others take their time: a slow machine looks at it meanwhile.
  for (const ms of [1, 15_000, 15_000, 15_000])
    tracker.failNext({ method: 'GET', path: /issues\.json/, kind: 'delay', ms });
  await row.getByRole('button', { name: 'Change' }).click();
  await fillTracker(page, { url, apiKey, project });
  await page.getByRole('button', { name: 'Save and sync' }).click();
  await row.getByText('100 of 430').waitFor();
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
  await row.getByRole('button', { name: 'Sync now' }).waitFor({ timeout: 120_000 });
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
