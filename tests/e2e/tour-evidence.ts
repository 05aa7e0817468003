import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import { drawErrorScreenshot } from '../sites/screenshot';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { handFiles } from './hand-files';
import type { Visit } from './tour';
import { connectTracker, goToStep, openTicket, startDescribe } from './walk';

const WITH_FILES = 16;
const SHOT = drawErrorScreenshot({
  address: 'app.marlow.example/boards/77',
  title: 'COULD NOT MOVE',
  lines: ['CARD 90412', 'ERROR E-5120'],
});

const section = (panel: Page) => panel.getByRole('region', { name: 'Evidence' });
const editor = (panel: Page) => panel.getByRole('dialog', { name: /^Edit/ });
const canvas = (panel: Page) => editor(panel).getByRole('application', { name: /^Picture/ });

/** Files of every sort, and why one is refused. */
async function collect(panel: Page, visit: Visit): Promise<void> {
  const file = { type: 'application/octet-stream', bytes: Buffer.from('x') };
  const log = { ...file, name: 'console of the second workstation, Friday afternoon.log' };
  await section(panel).scrollIntoViewIfNeeded();
  await handFiles(panel, 'dragover', [log]);
  await section(panel).getByText('Drop here').waitFor();
  await visit('evidence-dragged', panel, true);
  await handFiles(panel, 'paste', [{ name: 'image.png', type: 'image/png', bytes: SHOT }]);
  await handFiles(panel, 'drop', [
    log,
    { name: 'broken.png', type: 'image/png', bytes: SHOT.subarray(0, 60) },
    { ...file, name: 'dump.bin', size: 6_000_000 },
    { ...file, name: 'nothing.txt', bytes: Buffer.alloc(0) },
  ]);
  await section(panel).getByText('nothing.txt is empty').waitFor();
  // Ticked once the file is copied, not at the click.
  await section(panel)
    .getByRole('checkbox', { name: /board screenshot/ })
    .click();
  await section(panel).getByText('5 will be attached').waitFor();
  const link = section(panel).getByLabel('Link to a recording');
  await link.fill('https://video.example/s/42?from=the-very-long-address-a-recorder-makes-up');
  await panel.keyboard.press('Enter');
  await link.fill('my recording');
  await panel.keyboard.press('Enter');
  await section(panel).getByText('That is not a web address').waitFor();
  await section(panel)
    .getByRole('heading', { name: /^Evidence/ })
    .scrollIntoViewIfNeeded();
  await visit('evidence-files', panel);
}

/** Every tool of the editor with its mark chosen. */
async function draw(panel: Page, visit: Visit): Promise<void> {
  await section(panel)
    .getByRole('button', { name: /^Edit pasted/ })
    .click();
  await canvas(panel).waitFor();
  await visit('editor', panel);
  for (const [key, tool] of [
    ['u', 'Blur'],
    ['b', 'Box'],
    ['a', 'Arrow'],
    ['c', 'Crop'],
    ['t', 'Text'],
  ] as const) {
    await canvas(panel).focus();
    await panel.keyboard.press(key);
    await editor(panel).getByRole('button', { name: tool, exact: true, pressed: true }).waitFor();
    await panel.keyboard.press('Enter');
    await editor(panel).getByRole('listitem').filter({ hasText: tool }).waitFor();
    if (tool === 'Text') await editor(panel).getByLabel('Words on the picture').fill('stops here');
    await visit(`editor-${tool.toLowerCase()}`, panel, tool !== 'Text');
  }
  await editor(panel).getByRole('button', { name: 'Larger' }).click();
  await editor(panel).getByRole('button', { name: 'Close without saving' }).click();
  await editor(panel).getByText('Leave without saving').waitFor();
  await visit('editor-leave', panel, true);
  await editor(panel).getByRole('button', { name: 'Leave', exact: true }).click();
}

/** What goes with the issue, and the editor of its pictures. */
export async function evidence(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, WITH_FILES);
  await startDescribe(panel);
  await collect(panel, visit);
  await draw(panel, visit);
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.style.cssText = 'position:fixed;inset:80px auto auto 80px;background:#fff;z-index:9;padding:20px';
    form.innerHTML = '<input value="Ruben"><input value="90412"><p>Write to ruben@marlow.example</p>';
    document.body.append(form);
  });
  await section(panel).getByRole('button', { name: 'Capture the tab' }).click();
  await editor(panel)
    .getByRole('button', { name: /^Blur over/ })
    .first()
    .waitFor();
  await visit('editor-proposed', panel, true);
  await editor(panel).getByRole('button', { name: 'Close without saving' }).click();

  await goToStep(panel, 'Check');
  await panel.getByRole('button', { name: 'Solved with the customer' }).click();
  await panel.getByLabel('What solved it?').fill('Two people had dragged the same card.');
  await panel.keyboard.press('Enter');
  await panel.getByRole('region', { name: 'Files kept here' }).waitFor();
  await visit('kept-files', panel, true);
}
