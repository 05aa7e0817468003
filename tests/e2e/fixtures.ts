import { existsSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { type Sites, startSites } from '../sites';
import { type ExtensionBrowser, launchExtensionBrowser } from '../tools/extension-browser';

/** Built by `npm run build:e2e`: as shipped, plus a host permission for localhost. */
const EXTENSION = '.output/chrome-mv3-e2e';

/** Starts a browser of its own with Baton; those a test does not close itself are closed after it. */
type LaunchBaton = (options?: {
  profile?: string;
  locale?: string;
  compiles?: boolean;
}) => Promise<ExtensionBrowser>;

interface Fixtures {
  /** Demo desk and tracker on free ports, fresh for every test. */
  sites: Sites;
  baton: ExtensionBrowser;
  /** For tests with a second colleague, or with a profile that outlives its browser. */
  launchBaton: LaunchBaton;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
  sites: async ({}, use) => {
    const sites = await startSites();
    await use(sites);
    await sites.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  launchBaton: async ({}, use) => {
    if (!existsSync(EXTENSION)) throw new Error(`There is no ${EXTENSION}: run \`npm run build:e2e\` first.`);
    const launched: ExtensionBrowser[] = [];
    await use(async (options = {}) => {
      const baton = await launchExtensionBrowser({ extension: EXTENSION, ...options });
      launched.push(baton);
      return baton;
    });
    await Promise.all(launched.map((it) => it.close()));
  },
  baton: async ({ launchBaton }, use) => use(await launchBaton()),
});

export { expect } from '@playwright/test';
