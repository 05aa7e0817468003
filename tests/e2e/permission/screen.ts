import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/** The X screen of run.sh, where prompts of the browser itself can be seen and answered. */
const SCREENSHOTS = path.resolve(import.meta.dirname, '../../.results/screenshots');

/** Chromium ignores keys for half a second after a prompt appears, so that nobody answers it by accident. */
const PROMPT_GUARD_MS = 1_500;
/** Nothing takes this long on a browser that runs. */
const PAUSE_MS = 600;

/** Real key presses, which reach the browser itself: its commands, menus and prompts. */
export function pressKey(...keys: string[]): void {
  execFileSync('xdotool', ['key', '--delay', '250', ...keys]);
}

/** A real right click at a place of the screen. */
export function rightClick(x: number, y: number): void {
  execFileSync('xdotool', ['mousemove', String(x), String(y), 'click', '3']);
}

/** Picture of the whole screen: page, panel and prompt. */
export function screenshot(name: string): string {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const file = path.join(SCREENSHOTS, `${name}.png`);
  execFileSync('import', ['-window', 'root', file]);
  return file;
}

/**
 * Waits until browser and test have gone on without a pause for as long as a prompt guards itself: after a stall it may
 * have come up later than it seemed, and keys pressed before would go to the page.
 */
async function untilGuardIsOver(page: Page): Promise<void> {
  const end = Date.now() + 60_000;
  for (let since = Date.now(); Date.now() - since < PROMPT_GUARD_MS && Date.now() < end; ) {
    const asked = Date.now();
    await page.evaluate(() => undefined);
    await wait(100);
    if (Date.now() - asked > PAUSE_MS) since = Date.now();
  }
}

/**
 * Answers the permission prompt that a click on the page has just brought up: the focus is on "Deny", "Allow" comes
 * next.
 */
export async function answerPermissionPrompt(
  page: Page,
  answer: 'allow' | 'deny',
  picture: string,
): Promise<void> {
  await untilGuardIsOver(page);
  screenshot(picture);
  if (answer === 'allow') {
    pressKey('Tab');
    await wait(300);
  }
  pressKey('Return');
  await wait(300);
}
