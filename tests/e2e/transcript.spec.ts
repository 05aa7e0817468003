import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  connectTracker,
  delivery,
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  handOff,
  openTicket,
} from './walk';

const FOLDER = path.resolve(import.meta.dirname, 'transcripts');

/** What differs from run to run: times of the clock, dates and the port of the demo sites. */
const CHANGING = [
  // A step that took less than a second is left out.
  [/Handed over in [^"\n]*/g, 'Handed over in TIMES'],
  [/\d{4}-\d\d-\d\d( \d\d:\d\d UTC)?/g, 'DATE'],
  [/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \w{3} \d{1,2}/g, 'DAY'],
  [/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} \w+/g, 'DAY'],
  [/(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} \w{3,4}/g, 'DAY'],
  [/control point \w{3}/g, 'control point DAY'],
  [/localhost:\d+/g, 'HOST'],
  [/\bbaton[0-9a-f]{20}/g, 'KEY'],
  [/\d+:\d\d\b/g, 'TIME'],
  [/\d+ (sec|min|hr|day|wk|mo)\w*\.? ago|yesterday|just now/g, 'AGO'],
  [/in \d+ s\b/g, 'in SECONDS'],
] as const;

const withoutChanging = (text: string) =>
  CHANGING.reduce((told, [changing, name]) => told.replace(changing, name), text);

const readTree = async (panel: Page) => withoutChanging(await panel.locator('body').ariaSnapshot());

const TAB_ORDER = '\n\n# Tab order\n';

/** The screen as a screen reader meets it, followed by what Tab comes to, in order. */
async function transcribe(panel: Page): Promise<string> {
  const tree = await readTree(panel);
  await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: string[] = [];
  for (let press = 0; press < 120; press += 1) {
    await panel.keyboard.press('Tab');
    const focused = panel.locator(':focus');
    if ((await focused.count()) === 0) break;
    const [stop = ''] = (await focused.first().ariaSnapshot()).split('\n');
    stops.push(stop);
  }
  return `${tree}${TAB_ORDER}${withoutChanging(stops.join('\n'))}\n`;
}

test('the main flow as a screen reader tells it', async ({ sites, baton }) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  const compare = async (name: string) => {
    const file = path.join(FOLDER, `${name}.yml`);
    // `TRANSCRIBE=1` writes them anew; what changed is then read in the diff.
    if (process.env.TRANSCRIBE) return writeFileSync(file, await transcribe(panel));
    const expected = readFileSync(file, 'utf8');
    // What is searched for by itself may still be on its way.
    await expect.poll(() => readTree(panel)).toBe(expected.split(TAB_ORDER)[0]);
    expect(await transcribe(panel)).toBe(expected);
  };
  await expect(panel.getByRole('checkbox', { name: /^Similar tickets/ })).toBeChecked();
  await fillCheck(panel);
  await compare('check');
  await fillClassify(panel, 'One person', 3);
  await panel.getByText('Searched for:').waitFor();
  await compare('classify');
  await fillDescribe(panel);
  await compare('describe');
  await goToStep(panel, 'Hand off');
  await panel.getByRole('region', { name: 'Preview of the issue' }).waitFor();
  await panel.getByText('facts from the thread').waitFor();
  await compare('hand-off');
  await handOff(panel);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  await compare('handed-off');
});
