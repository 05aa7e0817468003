import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { startSites } from '../sites';
import { launchFirefox, openOwnPage } from './firefox-browser';

const text = (page: Page) => page.evaluate(() => document.body.textContent ?? '');
const press = (page: Page, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

let browser: Browser | undefined;

test.beforeEach(async () => {
  browser = await launchFirefox();
});

test.afterEach(() => browser?.close());

test('the Firefox build starts: settings reach the tracker through the background, panel and popup open', async () => {
  if (!browser) throw new Error('Firefox did not start.');
  const sites = await startSites();
  try {
    const settings = await openOwnPage(browser, 'options', 'h1');
    await press(settings, 'Connect Redmine');
    await settings.waitForSelector('input[name=project]');
    await settings.type('input[name=url]', sites.tracker.url);
    await settings.type('input[name=apiKey]', sites.tracker.apiKey);
    await settings.type('input[name=project]', sites.tracker.projectId);
    await press(settings, 'Test connection');
    await expect.poll(() => text(settings), { timeout: 60_000 }).toContain('Signed in as Support Bot');
    await press(settings, 'Save');
    await expect.poll(() => text(settings)).toContain('project app');
    expect(await settings.content()).not.toContain(sites.tracker.apiKey);

    const panel = await openOwnPage(browser, 'sidepanel', 'h2');
    await expect.poll(() => text(panel)).toContain('Open a ticket');
    const popup = await openOwnPage(browser, 'popup', 'h1');
    await expect.poll(() => text(popup)).toContain('Nothing is pending');
  } finally {
    await sites.close();
  }
});
