import { browser } from 'wxt/browser';

/** Severity-4 red with white text: 5.3:1. */
const OWED_COLOR = '#b3261e';

/** The number of things the agent owes; empty when there is nothing. */
export async function setBadge(owed: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: OWED_COLOR });
  await browser.action.setBadgeText({ text: owed === 0 ? '' : String(Math.min(owed, 99)) });
}
