import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
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

test('the keyboard command opens the panel on the ticket, with no permission granted before', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(4));
  await page.bringToFront();
  await page.mouse.click(400, 300);
  pressKey('alt+shift+e');
  const panel = await baton.panel();
  await expect(panel.getByText('#48231')).toBeVisible();
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
  rightClick(x, y);
  await wait(1000);
  // From below: Inspect, then Baton with its own menu, whose first entry is Escalate selection.
  pressKey('Up', 'Up', 'Right');
  await wait(500);
  screenshot('context-menu');
  pressKey('Return');
  const panel = await baton.panel();
  await expect(panel.getByRole('textbox', { name: /^Customer quote/ })).toHaveValue(
    'First line\nSecond line',
  );
});
