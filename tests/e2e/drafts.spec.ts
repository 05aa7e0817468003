import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { typeSteadily } from './steady-fingers';
import { storedRows } from './stored';
import { goToStep, goToTicket, numberOf, openTicket, ownWords, shownTicket } from './walk';

interface StoredDraft {
  readonly ticket: { readonly number: string };
  readonly checks: Readonly<Record<string, { readonly note: string }>>;
}

/** What lies in the panel's database, by ticket number. */
async function storedWords(panel: Page): Promise<Record<string, string>> {
  const rows = await storedRows<StoredDraft>(panel, 'escalations');
  return Object.fromEntries(
    rows.map((row) => [`#${row.ticket.number}`, row.checks['own-words']?.note ?? '']),
  );
}

/** Waits until the words are in the database: a few milliseconds after the key. What is stored has to survive anything. */
const untilStored = (panel: Page, number: string, words: string) =>
  expect.poll(async () => (await storedWords(panel))[number]).toBe(words);

/** Ends the browser as a crash or a power cut does. */
async function killBrowser(baton: ExtensionBrowser): Promise<void> {
  const session = await baton.context.browser()?.newBrowserCDPSession();
  const info = await session?.send('SystemInfo.getProcessInfo');
  const id = info?.processInfo.find((entry) => entry.type === 'browser')?.id;
  if (!id) throw new Error('The process of the browser is not known.');
  const gone = new Promise((resolve) => baton.context.once('close', resolve));
  process.kill(id, 'SIGKILL');
  await gone;
}

test('a closed panel comes back with every keystroke', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await goToStep(panel, 'Describe');
  await ownWords(panel).pressSequentially('Exports stop');
  await panel.getByRole('textbox', { name: /^Expected/ }).pressSequentially('all rows');
  await goToStep(panel, 'Check');
  await ownWords(panel).press('End');
  await ownWords(panel).pressSequentially(' at 42 %');
  await untilStored(panel, numberOf(sites, 1), 'Exports stop at 42 %');
  await panel.close();
  const again = await baton.openPanel(page);
  await expect(ownWords(again)).toHaveValue('Exports stop at 42 %');
  await goToStep(again, 'Describe');
  await expect(again.getByRole('textbox', { name: /^Expected/ })).toHaveValue('all rows');
});

test('two tickets typed in by turns keep their own words', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const words = { 1: '', 2: '' };
  for (const [round, part] of ['one ', 'two ', 'three'].entries()) {
    for (const id of [1, 2] as const) {
      if (round + id > 1) await goToTicket(page, id);
      await expect(shownTicket(panel, sites, id)).toBeVisible();
      await expect(ownWords(panel)).toHaveValue(words[id]);
      await ownWords(panel).press('End');
      await ownWords(panel).pressSequentially(`${id}:${part}`);
      words[id] += `${id}:${part}`;
    }
  }
  await expect
    .poll(() => storedWords(panel))
    .toEqual({ [numberOf(sites, 1)]: '1:one 1:two 1:three', [numberOf(sites, 2)]: '2:one 2:two 2:three' });
});

test('a ticket that changes in the middle of typing gets none of the other’s words', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const text = 'abcdefghijklmnopqrstuvwxyz0123456789';
  await ownWords(panel).focus();
  // Into whatever has the focus, as fingers do.
  const typing = typeSteadily(panel, text);
  await expect
    .poll(() => storedWords(panel).then((all) => all[numberOf(sites, 1)]?.length ?? 0))
    .toBeGreaterThan(5);
  await goToTicket(page, 2);
  await typing;
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('');
  await goToTicket(page, 1);
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  const kept = await ownWords(panel).inputValue();
  expect(kept.length).toBeGreaterThan(5);
  expect(text.startsWith(kept)).toBe(true);
  await untilStored(panel, numberOf(sites, 1), kept);
  expect((await storedWords(panel))[numberOf(sites, 2)] ?? '').toBe('');
});

test('typing in the middle of a text keeps the caret there', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).pressSequentially('before after');
  await ownWords(panel).press('Home');
  for (let step = 0; step < 7; step += 1) await ownWords(panel).press('ArrowRight');
  // Slower than a write takes, so that each letter meets what the store gave back.
  await panel.keyboard.type('in the middle ', { delay: 40 });
  await expect(ownWords(panel)).toHaveValue('before in the middle after');
});

test('a browser that is killed loses nothing typed', async ({ sites, launchBaton }) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'baton-killed-'));
  const first = await launchBaton({ profile });
  const { panel } = await openTicket(first, sites, 1);
  const text = 'The last word counts as well';
  await ownWords(panel).pressSequentially(text, { delay: 60 });
  await untilStored(panel, numberOf(sites, 1), text);
  await killBrowser(first);

  const second = await launchBaton({ profile });
  const again = await openTicket(second, sites, 1);
  await expect(ownWords(again.panel)).toHaveValue(text);
  await second.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a reloaded extension keeps the drafts', async ({ sites, launchBaton }) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'baton-reloaded-'));
  const baton = await launchBaton({ profile });
  const { panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).pressSequentially('Kept over an update', { delay: 30 });
  await untilStored(panel, numberOf(sites, 1), 'Kept over an update');
  const worker = await baton.serviceWorker();
  const closed = panel.waitForEvent('close');
  void worker
    .evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
      chrome.runtime.reload();
    })
    .catch(() => undefined);
  await closed;
  // Headless Chromium does not always report the reloaded worker; the next start has it for certain.
  await baton.close();
  const again = await openTicket(await launchBaton({ profile }), sites, 1);
  await expect(ownWords(again.panel)).toHaveValue('Kept over an update');
});
