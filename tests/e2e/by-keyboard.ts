import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { OWN_WORDS, reportField, sendButton } from './walk';

/** What has the focus, as a screen reader would name it; empty when nothing has. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    const labels = (element as HTMLInputElement).labels;
    const label = labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return `${element.tagName.toLowerCase()} ${label ?? ''}`;
  });

/** Presses Tab until the name of what is focused fits. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`${key} never came to ${name}; it stands on “${await focused(page)}”.`);
}

/**
 * The walk from the first field to the moment before handing off, by keys alone; similar tickets have been searched.
 * `onStep` looks at each step once it is filled, and leaves the focus where it is.
 */
export async function walkByKeyboard(
  panel: Page,
  onStep: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const keys = panel.keyboard;
  await tabTo(panel, /^textarea The problem in one sentence/);
  await keys.type(OWN_WORDS);
  await tabTo(panel, /^input Walked through it/);
  await keys.press('Space');
  await expect.poll(() => focused(panel)).toMatch(/^textarea Evidence/);
  await keys.type('Tried again together: stops again.');
  for (const item of ['Knowledge base', 'Known bugs', 'Tried on our side', 'Collected']) {
    await tabTo(panel, new RegExp(`^button Waive: ${item}`));
    await keys.press('Enter');
    await expect.poll(() => focused(panel)).toMatch(/^textarea Reason/);
    await keys.type('Not needed here');
  }
  await expect(panel.getByText('Complete.')).toBeVisible();
  await onStep('check');

  await keys.press('Control+Enter');
  await expect(panel.getByRole('radio', { name: 'One person' })).toBeAttached();
  await tabTo(panel, /^input One person/);
  await keys.press('Space');
  await keys.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'One organization' })).toBeChecked();
  await keys.press('3');
  await expect(panel.getByRole('radio', { name: /Hits work hard/ })).toBeChecked();
  await onStep('classify');

  await keys.press('Control+Enter');
  await expect(reportField(panel, 'Part of the system')).toBeVisible();
  await tabTo(panel, /^input Part of the system/);
  await keys.type('Reports 1?/');
  for (const [field, text] of [
    ['Steps', 'Open Reports'],
    ['Expected', 'A file with all rows'],
    ['Actual', 'Stops at 42 %'],
  ] as const) {
    await tabTo(panel, new RegExp(`^textarea ${field}`));
    await keys.type(text);
  }
  await tabTo(panel, /^textarea Steps/, 'Shift+Tab');
  await onStep('describe');
  await keys.press('Control+Enter');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toContainText('Reports 1?/');
  await expect(panel.getByRole('contentinfo').getByRole('status')).toHaveText('Missing: who answers for it');
  await tabTo(panel, /^input Who answers for it/);
  await keys.type('Ida Solberg');
  await expect(sendButton(panel)).toBeEnabled();
  await onStep('hand-off');
}
