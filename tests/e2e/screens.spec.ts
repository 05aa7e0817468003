import type { Page } from '@playwright/test';
import { axeViolations, hiddenFocus, layoutProblems, overlappingControls } from './audit';
import { expect, test } from './fixtures';
import { tours } from './screen-tours';

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [280, 320, 400, 600];
/** Settings are a page of their own, as wide as the window. */
const PAGE_WIDTHS = [...WIDTHS, 900];
/** States that are long or hold every kind of control: tabbed through as well. */
const TABBED = [
  'check-filled',
  'classify-raised',
  'describe-gaps',
  'question-quoted',
  'similar-judged',
  'describe-request',
  'evidence-files',
  'editor-text',
  'preview',
  'last-look',
  'message-planned',
  'options-connected',
  'options-knowledge-paused',
];

/** Everything that is wrong with a state, in both themes and all widths. */
async function audit(name: string, page: Page, quick: boolean): Promise<string[]> {
  const problems: string[] = [];
  const note = (where: string, found: string[]) =>
    problems.push(...found.map((it) => `${name}, ${where}: ${it}`));
  const canResize = !name.startsWith('popup');
  for (const colorScheme of SCHEMES) {
    // Half-way through a change of colour nothing has its contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (canResize) await page.setViewportSize({ width: colorScheme === 'light' ? 320 : 400, height: 700 });
    note(colorScheme, await axeViolations(page));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  note('forced colours', await layoutProblems(page));
  await page.emulateMedia({ forcedColors: 'none' });
  if (canResize && !quick) {
    for (const width of name.startsWith('options') ? PAGE_WIDTHS : WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      note(`${width} px`, [...(await layoutProblems(page)), ...(await overlappingControls(page))]);
    }
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await page.setViewportSize({ width: 320, height: 700 });
    note('right to left', await layoutProblems(page));
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    await page.setViewportSize({ width: 320, height: 560 });
    if (TABBED.includes(name)) note('by Tab', await hiddenFocus(page));
  }
  return problems;
}

for (const tour of tours) {
  test(`screens: ${tour.name}`, async ({ sites, baton }) => {
    test.setTimeout(600_000);
    const problems: string[] = [];
    await tour.run(baton, sites, async (name, page, quick = false) => {
      problems.push(...(await audit(name, page, quick)));
    });
    expect(problems).toEqual([]);
  });
}
