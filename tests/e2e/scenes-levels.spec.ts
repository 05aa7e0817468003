import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import { customers } from '../sites/tickets/people';
import { expect, test } from './fixtures';
import { expectNothingSent, goOffline, visitTickets } from './offline';
import { storedRows } from './stored';
import {
  connectTracker,
  fillCheck,
  fillDescribe,
  goToStep,
  goToTicket,
  openTicket,
  shownTicket,
} from './walk';

type Level = 1 | 2 | 3 | 4;

/** The article's eight examples as customers would send them, nothing else said. */
const EXAMPLES: readonly (readonly [string, Level])[] = [
  ['The calendar looks ugly', 1],
  ['It is inconvenient to select a period in the calendar', 1],
  ['When saving settings, an error occasionally pops up, although the settings are saved', 2],
  ['For ten cases of using the template, the layout flies once', 2],
  ['Reports section does not work', 3],
  ['The automation rule does not work', 3],
  ['The system does not open', 4],
  ['The system does not receive letters', 4],
];
/** Tickets of the demo desk that tell five of them at length. */
const AT_LENGTH: readonly (readonly [number, Level])[] = [
  [9, 1],
  [10, 2],
  [11, 3],
  [8, 4],
  [19, 4],
];
const FIRST_EXAMPLE = 101;

const severity = (panel: Page) => panel.getByRole('region', { name: 'How badly is work hit' });
const card = (panel: Page, level: Level) =>
  severity(panel).getByRole('radio', { name: new RegExp(`^${level}`) });
const footer = (panel: Page) => panel.getByRole('contentinfo').getByRole('status');

function addExamples({ desk }: Sites): (readonly [number, Level])[] {
  return EXAMPLES.map(([text, level], index) => {
    const id = FIRST_EXAMPLE + index;
    desk.addTicket({
      id,
      number: String(49_101 + index),
      title: text,
      requester: customers.callum,
      messages: [{ by: customers.callum, ago: '2h', text: `Hello,\n\n${text}.\n\nCallum` }],
    });
    return [id, level] as const;
  });
}

test('scene 3, offline: the eight examples land on their cards, and so do tickets that tell them at length', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const tickets = [...addExamples(sites), ...AT_LENGTH];
  const { page, panel } = await openTicket(baton, sites, 2);
  await visitTickets(
    sites,
    { page, panel },
    tickets.map(([id]) => id),
  );
  const outage = await goOffline(sites, baton, { page, panel });
  const shown = await outage.reopen(panel);
  for (const [id, level] of tickets) {
    await goToTicket(page, id);
    await expect(shownTicket(shown, sites, id)).toBeVisible();
    await goToStep(shown, 'Classify');
    await expect(severity(shown)).toContainText(`Proposed ${level}: “`);
    await expect(severity(shown).getByRole('radio', { checked: true })).toHaveCount(0);
    await severity(shown)
      .getByRole('button', { name: `Take ${level}` })
      .click();
    await expect(card(shown, level)).toBeChecked();
  }
  // Shown at once, stored a moment later.
  const levels = async () =>
    (await storedRows<{ severity: Level | null }>(shown, 'escalations')).filter(({ severity }) => severity)
      .length;
  await expect.poll(levels).toBe(tickets.length);
  // Another look, with the panel opened anew: each kept its own.
  const again = await outage.reopen(shown);
  for (const [id, level] of tickets.toReversed()) {
    await goToTicket(page, id);
    await expect(shownTicket(again, sites, id)).toBeVisible();
    await goToStep(again, 'Classify');
    await expect(card(again, level)).toBeChecked();
  }
  await expectNothingSent(sites, outage, { page, panel: again });
});

test('scene 4, offline: each level has its dates from Monday 23 November 2026, 10:00', async ({
  sites,
  launchBaton,
}) => {
  const baton = await launchBaton({ locale: 'en-US' });
  await connectTracker(baton, sites);
  const { page, panel } = await openTicket(baton, sites, 1);
  const outage = await goOffline(sites, baton, { page, panel });
  // From this moment on the panel's clock runs as any other does.
  await panel.clock.install({ time: new Date(2026, 10, 23, 10) });
  await panel.reload();
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  await fillCheck(panel);
  await goToStep(panel, 'Classify');
  await panel.getByRole('radio', { name: 'One person' }).check({ force: true });
  for (const [level, dates] of [
    [4, 'Priority urgent · taken up at once · control point Tue'],
    [2, 'Priority normal · taken up by Mon, Nov 30 · control point Tue'],
    [1, 'Priority low · taken up by Mon, Dec 7 · control point Tue'],
    [3, 'Priority high · taken up by Fri, Nov 27 · control point Wed'],
  ] as const) {
    await panel.keyboard.press(String(level));
    await expect(card(panel, level)).toBeChecked();
    await expect(footer(panel)).toHaveText(dates);
  }
  // What the customer hears next, and when: the control point comes before the work.
  await fillDescribe(panel);
  await goToStep(panel, 'Hand off');
  await expect(panel.locator('[data-lamp=follow-up]').getByRole('button')).toHaveText('Wed, Nov 25');
  await expectNothingSent(sites, outage, { page, panel });
});
