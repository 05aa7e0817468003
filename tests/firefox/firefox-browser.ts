import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** Firefox gives every installation a random address; this preference fixes it for the test. */
const UUID = '11111111-2222-4333-8444-555555555555';
const EXTENSION = '.output/firefox-mv3-e2e';
const ADDON_ID = 'baton@baton.example';

const QUIET = {
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }),
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};

function findFirefox(): string {
  const named = process.env.BATON_FIREFOX;
  const found = [named, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => file && existsSync(file));
  if (!found) throw new Error('No Firefox was found. Install firefox-esr or set BATON_FIREFOX to one.');
  return found;
}

/** Playwright cannot load an extension into Firefox, so this browser is driven by WebDriver BiDi through Puppeteer. */
export async function launchFirefox(): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // A limit for what hangs, never for what is slow.
    timeout: 120_000,
    // Only with it may automation open pages of an extension; it exists for test profiles.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: QUIET,
  });
  try {
    await browser.installExtension(path.resolve(EXTENSION));
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Opens a page of the extension. Firefox never reports such a load as finished, so the page's content is awaited. */
export async function openOwnPage(browser: Browser, name: string, ready: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`moz-extension://${UUID}/${name}.html`, { timeout: 1500 }).catch(() => undefined);
  await page.waitForSelector(ready, { timeout: 120_000 });
  return page;
}
