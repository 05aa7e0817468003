/**
 * Try-out: `npm start` builds Baton, serves the demo desk and tracker, and opens a ticket with the panel beside it.
 * Without a display it walks the whole way by itself, headless, and leaves a picture of every step.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  connectRedmine,
  delivery,
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  handOff,
} from '../e2e/walk';
import { type Sites, startSites } from '../sites';
import { pictureBeside } from './beside';
import { ensureChromium } from './chromium';
import { type ExtensionBrowser, launchExtensionBrowser } from './extension-browser';

const EXTENSION = '.output/chrome-mv3-e2e';
const FIRST_TICKET = 1;
/** Undo lasts ten seconds; sending follows. */
const SENT_WITHIN_MS = 40_000;

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const say = (words = '') => console.log(words);

async function prepare(baton: ExtensionBrowser, sites: Sites): Promise<{ page: Page; panel: Page }> {
  const settings = await connectRedmine(baton, {
    url: sites.tracker.url,
    apiKey: sites.tracker.apiKey,
    project: sites.tracker.projectId,
  });
  const page = baton.context.pages()[0] ?? (await baton.context.newPage());
  await page.goto(sites.desk.ticketUrl(FIRST_TICKET));
  await settings.bringToFront();
  await settings.getByLabel('Address of the help desk').fill(sites.desk.url);
  await settings.getByRole('button', { name: 'Allow and read a ticket' }).click();
  await settings.getByText('Zammad: read').waitFor();
  await settings.close();
  const panel = await baton.openPanel(page);
  await panel.getByRole('navigation', { name: 'Steps' }).waitFor();
  return { page, panel };
}

function explain(sites: Sites, debugPort: number): void {
  say(`
Baton is beside the open ticket. Desk and tracker are small demo sites on this machine:
  help desk  ${sites.desk.url}
  tracker    ${sites.tracker.url}/projects/${sites.tracker.projectId}/issues

Try next:
  1. Write the problem in one sentence, settle the checklist, press Ctrl+Enter from step to step.
  2. Hand off, undo within ten seconds, hand off again; then open the issue and the ticket's internal note.
  3. Open another ticket in the list: the panel follows, and both drafts stay.
  4. Select a few lines of a message, right-click, "Add selection as".
  5. Save the open ticket as a scrubbed fixture: npm run capture -- zammad my-ticket --port ${debugPort} --out .

Ctrl+C ends everything this command started.`);
}

/** The same walk a person would take, with a picture after each step. */
async function walkAlone(page: Page, panel: Page, sites: Sites): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-walk-'));
  let count = 0;
  const step = async (title: string, act: () => Promise<unknown>) => {
    count += 1;
    await act();
    const name = `${count}-${title.toLowerCase().replace(/\W+/g, '-')}.png`;
    await pictureBeside(page, panel, path.join(folder, name));
    say(`  ${count}. ${title}  →  ${name}`);
  };
  say('\nThere is no display, so Baton takes the walk alone:');
  await step('Ticket open', async () => undefined);
  await step('Check', () => fillCheck(panel));
  await step('Classify', () => fillClassify(panel, 'Several organizations', 2));
  await step('Describe', () => fillDescribe(panel));
  await step('Preview', async () => {
    await goToStep(panel, 'Hand off');
    await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  });
  await step('Undo for ten seconds', () => handOff(panel));
  await step('Filed, note on the ticket', () =>
    delivery(panel, 'note').and(panel.locator('[data-state=sent]')).waitFor({ timeout: SENT_WITHIN_MS }),
  );
  const [issue] = sites.tracker.issues();
  if (!issue) throw new Error('The walk ended without an issue in the tracker.');
  say(`\nPictures: ${folder}`);
  say(
    `\nFiled: ${sites.tracker.issueUrl(issue.id)}\n\n${issue.subject}\n\n${issue.description.replaceAll('\r\n', '\n')}`,
  );
}

/** Ctrl+C may arrive twice, from the terminal and passed on by the runner: the second must not cut the clean-up off. */
const interrupted = () => new Promise<void>((resolve) => process.on('SIGINT', () => resolve()));

async function main(): Promise<void> {
  ensureChromium();
  say('Building Baton …');
  execFileSync('npx', ['wxt', 'build', '--mode', 'e2e'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const sites = await startSites();
  const baton = await launchExtensionBrowser({ extension: EXTENSION, headed: hasDisplay });
  try {
    const { page, panel } = await prepare(baton, sites);
    if (hasDisplay) {
      explain(sites, baton.debugPort);
      const closed = new Promise<void>((resolve) => baton.context.once('close', () => resolve()));
      await Promise.race([interrupted(), closed]);
    } else {
      await walkAlone(page, panel, sites);
    }
  } finally {
    await baton.close().catch(() => undefined);
    await sites.close();
  }
}

await main();
process.exit();
