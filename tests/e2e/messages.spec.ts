import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import { expect, test } from './fixtures';
import {
  connectTracker,
  delivery,
  goToStep,
  goToTicket,
  handOff,
  openTicket,
  shownTicket,
  walkToPreview,
} from './walk';

/** Undo lasts ten seconds; sending follows. */
const SENT_WITHIN = { timeout: 120_000 };

const lamp = (panel: Page, kind: string) => panel.locator(`[data-lamp="${kind}"]`);
const card = (panel: Page) => panel.getByRole('region', { name: 'Tell the customer' });
const text = (panel: Page) => panel.getByLabel('Message to the customer');
const box = (page: Page, id: number) => page.locator(`#content_permanent_Ticket-${id} .articleNewEdit-body`);

/** Requests that change the desk; its search is asked by POST too. */
const written = ({ desk }: Sites) =>
  desk.requests.filter(({ method, path }) => !/^(GET|HEAD)$/.test(method) && !path.endsWith('/search'));

test('the last look names in words what is missing, and one key adds the facts of the thread', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);

  await expect(lamp(panel, 'top')).toContainText('Short on top');
  await lamp(panel, 'owner').getByLabel('Who answers for it').fill('');
  await expect(lamp(panel, 'owner')).toContainText('No owner');
  await expect(lamp(panel, 'follow-up')).toContainText('No follow-up date');
  await expect(lamp(panel, 'message')).toContainText('No customer message planned');
  await expect(lamp(panel, 'facts')).toContainText(/\d+ facts from the thread are not in the report/);
  const rows = lamp(panel, 'facts').getByRole('listitem');
  await expect(rows.filter({ hasText: '118 204' })).toContainText('number, message 3');
  await expect(rows.filter({ hasText: 'export-error.png' })).toContainText('file, attached');

  await lamp(panel, 'owner').getByLabel('Who answers for it').fill('Ida Lindqvist');
  await expect(lamp(panel, 'owner')).toContainText('Ida Lindqvist answers for it');
  await lamp(panel, 'follow-up').getByRole('button').click();
  await expect(lamp(panel, 'follow-up')).toContainText('Follow-up on');
  await card(panel).getByRole('button', { name: 'Plan it' }).click();
  await expect(lamp(panel, 'message')).toContainText('Customer message planned');

  await panel.locator('main').focus();
  await panel.keyboard.press('a');
  await expect(lamp(panel, 'facts')).toContainText('Every fact of the thread is in the report');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toContainText('118 204');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toContainText('export-error.png');
  await expect(panel.getByText('all there')).toBeVisible();

  await handOff(panel);
  await expect(delivery(panel, 'attachment')).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  expect(sites.tracker.issues()[0]?.description).toContain('118 204');
  await expect(panel.getByText(/^Handed over in \d/)).toContainText(/Check \d+:\d\d/);
});

test('a dismissed fact stays away, and a letter never adds any while somebody types', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  const rows = lamp(panel, 'facts').getByRole('listitem');
  await rows.filter({ hasText: '118 204' }).getByRole('button', { name: 'Not needed' }).click();
  await expect(rows.filter({ hasText: '118 204' })).toHaveCount(0);
  await lamp(panel, 'owner').getByLabel('Who answers for it').pressSequentially('Anna');
  await expect(lamp(panel, 'facts').getByRole('button', { name: 'Add all' })).toBeVisible();
  await goToStep(panel, 'Describe');
  await goToStep(panel, 'Hand off');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: '118 204' })).toHaveCount(0);
});

test('the customer hears it in their language, in the reply box, and nothing is sent', async ({
  sites,
  baton,
}) => {
  const id = sites.desk.tickets.find(({ number }) => number === '48246')?.id ?? 0;
  const { page, panel } = await openTicket(baton, sites, id);
  const articles = sites.desk.articles(id).length;
  await walkToPreview(panel);
  await lamp(panel, 'follow-up').getByRole('button').click();
  await expect(card(panel).getByLabel('Language')).toHaveValue('de');
  await expect(text(panel)).toHaveValue(/^Guten Tag /);
  await expect(text(panel)).toHaveValue(/das Team, das diesen Bereich entwickelt/);
  await expect(text(panel)).not.toHaveValue(/[{}]/);
  const drawn = await page.locator('.ticket-article').first().innerText();

  await card(panel).getByRole('button', { name: 'Put into the reply box' }).click();
  await expect(card(panel)).toContainText('It stands in the reply box. Read it there and send it yourself.');
  await expect(lamp(panel, 'message')).toContainText('Customer message in the reply box');
  const message = await text(panel).inputValue();
  expect((await box(page, id).innerText()).replace(/\n+/g, '\n').trim()).toBe(
    message.replace(/\n+/g, '\n').trim(),
  );
  // Nothing but the box changed, and nothing left the page.
  expect(await page.locator('.ticket-article').first().innerText()).toBe(drawn);
  expect(written(sites)).toEqual([]);

  await card(panel).getByRole('button', { name: 'Put into the reply box' }).click();
  await expect(card(panel)).toContainText('The reply box holds text already; it was left as it is.');
  await card(panel).getByRole('button', { name: 'Add below it' }).click();
  await expect(box(page, id)).toContainText(/Guten Tag[\s\S]*Guten Tag/);
  expect(written(sites)).toEqual([]);
  expect(sites.desk.articles(id)).toHaveLength(articles);
});

test('of two tickets that are mounted only the one in front gets the text', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await expect(box(page, 1)).toBeVisible();
  await goToTicket(page, 2);
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await walkToPreview(panel);
  await card(panel).getByRole('button', { name: 'Put into the reply box' }).click();
  await expect(box(page, 2)).toContainText('Hello Dana');
  await expect(box(page, 1)).toHaveText('');
});

test('the note that was previewed is the note that is written', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await walkToPreview(panel);
  const note = panel.getByRole('region', { name: 'Internal note' });
  const lines = (await panel.getByTestId('note-as-written').innerText()).split('\n').map((it) => it.trim());
  const marker = (await note.locator('.font-mono').innerText()).trim();
  await card(panel).getByRole('button', { name: 'Nothing now' }).click();
  await expect(lamp(panel, 'message')).toContainText('no reason is given');
  await card(panel).getByLabel('Why nothing now').fill('Told on the phone');
  await expect(lamp(panel, 'message')).toContainText('The customer hears nothing now');
  await handOff(panel);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  const [issue] = sites.tracker.issues();
  const notes = sites.desk.articles(1).filter(({ body }) => body.includes(marker));
  expect(notes).toHaveLength(1);
  const [first, link, last] = (notes[0]?.body ?? '').split('</p><p>');
  expect(first?.replace('<p>', '').split('<br>')).toEqual(lines);
  expect(link).toContain(`/issues/${issue?.id}"`);
  expect(last).toBe(`${marker}</p>`);
  const next = panel.getByRole('region', { name: 'What happens next' });
  await expect(next).toContainText('Engineering takes it into work');
  await expect(next).toContainText('Control point with');
});
