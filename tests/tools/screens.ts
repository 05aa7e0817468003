import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { tours } from '../e2e/screen-tours';
import { startSites } from '../sites';
import { launchExtensionBrowser } from './extension-browser';

/** Pictures of every screen and state, light and dark, narrow and usual, for people to look at. */
const folder = path.resolve(process.argv[2] ?? path.join(tmpdir(), 'baton-screens'));
/** Only tours whose name holds this word. */
const only = process.argv[3] ?? '';
const EXTENSION = '.output/chrome-mv3-e2e';
const WIDTHS = { panel: [320, 400], widest: [280, 600], popup: [], options: [900, 400] } as const;

const placeOf = (name: string) =>
  name.startsWith('popup') ? 'popup' : name.startsWith('options') ? 'options' : 'panel';

async function photograph(name: string, page: Page): Promise<void> {
  const place = placeOf(name);
  const widths = [...WIDTHS[place], ...(name === 'preview' || name === 'check-empty' ? WIDTHS.widest : [])];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (place === 'popup') {
      // A popup has the size of its content; the browser refuses another one.
      await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
      continue;
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: place === 'options' ? 900 : 760 });
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  if (name === 'classify-raised') {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(folder, `${name}-forced-colors.png`) });
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: null });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

mkdirSync(folder, { recursive: true });
for (const tour of tours.filter(({ name }) => name.includes(only))) {
  const sites = await startSites();
  const baton = await launchExtensionBrowser({ extension: EXTENSION });
  try {
    await tour.run(baton, sites, photograph);
  } finally {
    await baton.close();
    await sites.close();
  }
  console.log(`Done: ${tour.name}`);
}
console.log(`Pictures lie in ${folder}`);
