import { test as base } from '@playwright/test';
import { type Sites, startSites } from '../../sites';
import { type ExtensionBrowser, launchExtensionBrowser } from '../../tools/extension-browser';

/** The build as it ships: it may read no page until it is allowed to. run.sh makes it. */
const EXTENSION = process.env.BATON_EXTENSION ?? '.output/chrome-mv3';

export const test = base.extend<{ sites: Sites; baton: ExtensionBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
  sites: async ({}, use) => {
    const sites = await startSites();
    await use(sites);
    await sites.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  baton: async ({}, use) => {
    const baton = await launchExtensionBrowser({ extension: EXTENSION, headed: true });
    await use(baton);
    await baton.close();
  },
});

export { expect } from '@playwright/test';
