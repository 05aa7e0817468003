import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../tools/extension-browser';
import { expect, test } from './fixtures';
import { pressKey, rightClick, screenshot } from './screen';

/** Where the middle of an element stands on the screen. */
async function onScreen(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.locator(selector).evaluate((element) => {
    const box = element.getBoundingClientRect();
    return {
      x: Math.round(screenX + box.x + 60),
      y: Math.round(screenY + (outerHeight - innerHeight) + box.y + box.height / 2),
    };
  });
}

/** A busy machine may lose a press: it is then pressed anew. */
async function panelAfter(baton: ExtensionBrowser, gesture: () => Promise<void>): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    await gesture();
    try {
      return await baton.panel();
    } catch (error) {
      if (attempt === 3) throw error;
      pressKey('Escape', 'Escape');
    }
  }
}

test('the keyboard command opens the panel on the ticket, with no permission granted before', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  await page.bringToFront();
  const panel = await panelAfter(baton, async () => {
    await page.mouse.click(400, 300);
    pressKey('alt+shift+e');
  });
  await expect(panel.getByText('#48231', { exact: true })).toBeVisible();
  screenshot('command-opened-panel');
});

test('the real context menu escalates a selection with its line breaks', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  await page.setContent('<h1>Status</h1><p id="lines">First line<br>Second line</p>');
  await page.bringToFront();
  await page.evaluate(() => {
    const lines = document.querySelector('#lines');
    if (lines) getSelection()?.selectAllChildren(lines);
  });
  const { x, y } = await onScreen(page, '#lines');
  const panel = await panelAfter(baton, async () => {
    rightClick(x, y);
    await wait(1500);
    // From below: Inspect, then Baton with its own menu, whose first entry is Escalate selection.
    pressKey('Up', 'Up', 'Right');
    await wait(1000);
    screenshot('context-menu');
    pressKey('Return');
  });
  await expect(panel.getByRole('textbox', { name: /^Customer quote/ })).toHaveValue(
    'First line\nSecond line',
  );
});
