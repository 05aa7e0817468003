import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

const BETWEEN_LETTERS_MS = 25;

/**
 * Types into whatever has the focus, as fingers do that never rest: each letter bears the time it is pressed at, as real
 * keys do. A stalled machine hands it on late; that is no pause of the fingers, after which letters would act as keys.
 */
export async function typeSteadily(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let pressedAt = Date.now();
  for (const key of text) {
    const pressed = { key, timestamp: pressedAt / 1_000 };
    await session.send('Input.dispatchKeyEvent', { ...pressed, type: 'keyDown', text: key });
    await session.send('Input.dispatchKeyEvent', { ...pressed, type: 'keyUp' });
    pressedAt += BETWEEN_LETTERS_MS;
    await wait(BETWEEN_LETTERS_MS);
  }
  await session.detach();
}
