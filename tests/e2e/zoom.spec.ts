import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { hiddenFocus, layoutProblems, overlappingControls } from './audit';
import { expect, test } from './fixtures';
import {
  connectTracker,
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  openOptions,
  openTicket,
} from './walk';

/** Panels on the screen that are 200, 300 and 320 CSS pixels wide at 200 %: the last is what WCAG asks for. */
const WIDTHS = [400, 600, 640];
const HEIGHT = 800;

/** Zooms the pages of the extension, as `Ctrl +` in one of them does: the panel follows its origin. */
async function zoomTo(baton: ExtensionBrowser, options: Page, factor: number): Promise<void> {
  await (await baton.serviceWorker()).evaluate(
    async ([url, zoom]) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: {
            query(info: object): Promise<{ id: number; url: string }[]>;
            setZoom(id: number, factor: number): Promise<void>;
          };
        };
      };
      const tab = (await chrome.tabs.query({})).find((it) => it.url === url);
      await chrome.tabs.setZoom(tab?.id ?? -1, zoom);
    },
    [options.url(), factor] as const,
  );
}

/** What is lost, cut, covered or out of reach at 200 %, in every width. */
async function lost(page: Page, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const measures = () => page.evaluate(() => [devicePixelRatio, innerWidth]);
    await expect.poll(measures).toEqual([2, width / 2]);
    const found = [...(await layoutProblems(page)), ...(await overlappingControls(page))];
    if (width === 600) found.push(...(await hiddenFocus(page)));
    problems.push(...found.map((it) => `${name}, ${width / 2} px: ${it}`));
  }
  return problems;
}

test('at 200 % nothing is lost, cut or covered', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const options = await openOptions(baton);
  const { panel } = await openTicket(baton, sites, 1);
  await panel.emulateMedia({ reducedMotion: 'reduce' });
  await zoomTo(baton, options, 2);
  await fillCheck(panel);
  const problems = await lost(panel, 'check');
  await fillClassify(panel, 'Several organizations', 2);
  await panel.getByText('Searched for:').waitFor();
  problems.push(...(await lost(panel, 'classify')));
  await fillDescribe(panel);
  problems.push(...(await lost(panel, 'describe')));
  await goToStep(panel, 'Hand off');
  await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  await panel.getByText('from the thread').waitFor();
  problems.push(...(await lost(panel, 'hand off')));
  problems.push(...(await lost(options, 'settings')));
  expect(problems).toEqual([]);
});
