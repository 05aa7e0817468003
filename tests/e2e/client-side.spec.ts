import type { Page } from '@playwright/test';
import { aBug } from '../knowledge-factories';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { seedKnowledge } from './knowledge';
import { storedRows } from './stored';
import { stopUndoTime } from './time-to-undo';
import { connectTracker, goToStep, goToTicket, openTicket, ownWords } from './walk';

const CAPS_LOCK = 4;
const EXPORT_STOPS = 1;

const questions = (panel: Page) => panel.getByRole('region', { name: 'Ask the customer' });
const exits = (panel: Page) => panel.getByRole('region', { name: 'How it ends' });
const choose = (panel: Page, exit: string) =>
  exits(panel).getByRole('button', { name: exit, exact: true }).first().click();

/** What is stored, as the panel reads it. */
const rows = (panel: Page, table: 'escalations' | 'deliveries') =>
  storedRows<{ id: string; state: string; exit?: { kind: string; reason: string } | null }>(panel, table);

const prevented = async (panel: Page) =>
  (await rows(panel, 'escalations'))
    .filter(({ state }) => state === 'prevented')
    .map(({ exit }) => exit?.kind);

/** What lies on the clipboard, without asking for a permission no person is asked for. */
async function catchCopies(panel: Page): Promise<() => Promise<string[]>> {
  await panel.evaluate(() => {
    const copies: string[] = [];
    Object.assign(globalThis, { copies });
    navigator.clipboard.writeText = async (text) => {
      copies.push(text);
    };
  });
  return () => panel.evaluate(() => (globalThis as unknown as { copies: string[] }).copies);
}

async function openCapsLock(baton: ExtensionBrowser, sites: Parameters<typeof openTicket>[1]) {
  const { page, panel } = await openTicket(baton, sites, CAPS_LOCK);
  await expect(questions(panel)).toBeVisible();
  return { page, panel };
}

test('the caps-lock dialogue ends with the customer: nothing is sent, one more is prevented', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const before = sites.tracker.issues().length;
  const { panel } = await openCapsLock(baton, sites);

  // What the thread says is answered, word for word; what it does not say is asked in the customer's language.
  await expect(questions(panel).getByRole('combobox', { name: 'Symptom' })).toHaveValue('sign-in');
  const device = questions(panel).getByRole('button', { name: /Works on another device/ });
  await expect(device).toContainText('On the phone it works now!!');
  await expect(device).toContainText('message 5');
  const copies = await catchCopies(panel);
  await questions(panel)
    .getByRole('button', { name: /^Caps Lock/ })
    .click();
  await questions(panel).getByRole('button', { name: 'Copy reply' }).click();
  await expect.poll(copies).toEqual([expect.stringMatching(/^Hello Marcy .*little eye beside the password/)]);

  // Answered by keyboard: the arrows walk along the answers.
  await questions(panel).getByRole('radio', { name: 'It was Caps Lock or the layout' }).focus();
  await panel.keyboard.press('Space');
  await expect(exits(panel)).toContainText('Lies on the customer’s side');
  await choose(panel, 'Solved with the customer');
  const why = panel.getByRole('textbox', { name: 'What solved it?' });
  await expect(why).toBeFocused();
  await expect(why).toHaveValue(/It was Caps Lock or the layout/);
  await why.fill('Caps Lock was on');
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.keyboard.press('Enter');

  await expect(panel.getByText('Saved as prevented.')).toBeVisible();
  await expect(panel.getByText('Solved with the customer')).toBeVisible();
  expect(await prevented(panel)).toEqual(['solved']);
  expect(await rows(panel, 'deliveries')).toEqual([]);
  expect(sites.tracker.issues()).toHaveLength(before);

  // Undo within ten seconds, with the reason still there; then for good, and reopened later.
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('textbox', { name: 'What solved it?' })).toHaveValue('Caps Lock was on');
  expect(await prevented(panel)).toEqual([]);
  await letUndoTimeRun();
  await panel.getByRole('button', { name: 'End as solved' }).click();
  await expect.poll(() => prevented(panel)).toEqual(['solved']);
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeHidden({ timeout: 120_000 });
  await panel.getByRole('button', { name: 'Not over after all' }).click();
  await expect(questions(panel)).toContainText('It was Caps Lock or the layout');
  expect(sites.tracker.issues()).toHaveLength(before);
});

test('an expert is asked by copy, without an issue; a feature request goes on', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, EXPORT_STOPS);
  const copies = await catchCopies(panel);
  await choose(panel, 'Ask an expert');
  await panel.getByRole('textbox', { name: 'Your one question' }).fill('Is 42 % a limit of the export?');
  const letUndoTimeRun = await stopUndoTime(panel);
  await panel.getByRole('button', { name: 'Copy it and end' }).click();
  await expect(panel.getByText('Asked an expert')).toBeVisible();
  expect((await copies())[0]).toMatch(/^Is 42 % a limit of the export\?\n\nProblem: /);
  expect((await copies())[0]).not.toContain('Greta');
  expect(await prevented(panel)).toEqual(['consultation']);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await letUndoTimeRun();

  await choose(panel, 'Feature request');
  await panel.getByRole('textbox', { name: 'What is wished for?' }).fill('Export week by week');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Describe' })).toHaveAttribute('aria-current', 'step');
  await goToStep(panel, 'Check');
  await expect(exits(panel)).toContainText('Goes on as a feature request');
  expect(await prevented(panel)).toEqual([]);
});

test('similar tickets are searched by itself, and describing waits for the own sentence', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, EXPORT_STOPS);
  const similar = panel.getByRole('checkbox', { name: /Similar tickets searched/ });
  await expect(similar).toBeChecked();
  await expect(panel.getByText(/in the desk’s open tickets: #\d+/)).toBeVisible();
  await goToStep(panel, 'Describe');
  await expect(panel.getByText('Required before describing')).toBeVisible();
  const title = panel.getByRole('textbox', { name: /^Title/, includeHidden: true });
  const rests = () => title.evaluate((it) => it.closest('[inert]') !== null);
  await expect.poll(rests).toBe(true);
  await ownWords(panel).fill('Exports stop at 42 %.');
  await panel.keyboard.press('Tab');
  await expect.poll(rests).toBe(false);
  await goToStep(panel, 'Check');
  await expect(ownWords(panel)).toHaveValue('Exports stop at 42 %.');
});

test('a known bug still takes two keys', async ({ sites, baton }) => {
  await seedKnowledge(baton, [aBug()]);
  const { panel } = await openTicket(baton, sites, EXPORT_STOPS);
  await panel.getByRole('article', { name: /CSV export stops/ }).waitFor();
  await panel.keyboard.press('u');
  await expect(panel.getByText('counted as prevented')).toBeVisible();
  expect(await prevented(panel)).toEqual(['known-bug']);
});

test('an early signal is not escalated, and speaks up at a second ticket like it', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, EXPORT_STOPS);
  await panel.getByRole('button', { name: 'Mark as early signal' }).click();
  await panel.getByRole('textbox', { name: 'What to watch for' }).fill('second stop this week');
  await expect(panel.getByText(/^A second ticket like/)).toHaveCount(0);
  await goToTicket(page, CAPS_LOCK);
  await expect(questions(panel)).toBeVisible();
  await expect(panel.getByText(/A second ticket like/)).toHaveCount(0);
  const twin = sites.desk.tickets.find(
    ({ title, id }) => id !== EXPORT_STOPS && /export/i.test(title) && /csv/i.test(title),
  );
  await goToTicket(page, twin?.id ?? 0);
  await expect(panel.getByText(/A second ticket like/)).toContainText('marked as early signal by you on');
  await expect(panel.getByText(/A second ticket like/)).toContainText('second stop this week');
  expect(sites.tracker.issues().filter(({ subject }) => /export/i.test(subject))).toHaveLength(0);
});
