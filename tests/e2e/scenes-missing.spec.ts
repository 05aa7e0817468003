import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectNothingSent, goOffline } from './offline';
import { storedRows } from './stored';
import {
  connectTracker,
  fillCheck,
  fillDescribe,
  goToStep,
  openTicket,
  reportField,
  sendButton,
  shownTicket,
} from './walk';

const footer = (panel: Page) => panel.getByRole('contentinfo').getByRole('status');
const preview = (panel: Page) => panel.getByRole('region', { name: 'Preview of the issue' });
const owner = (panel: Page) => panel.getByLabel('Who answers for it');

/** The sentence stands where the primary button is, and neither the button nor its key lets anything leave. */
async function expectBlocked(panel: Page, sentence: string): Promise<void> {
  await goToStep(panel, 'Hand off');
  await expect(footer(panel)).toHaveText(sentence);
  await expect(sendButton(panel)).toBeDisabled();
  await panel.keyboard.press('Control+Enter');
  const [draft] = await storedRows<{ state: string }>(panel, 'escalations');
  expect(draft?.state).toBe('draft');
  expect(await storedRows(panel, 'deliveries')).toEqual([]);
}

test('scene 5, offline: level, URL, steps, company, part of the system and owner each block with their own sentence', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { page, panel: first } = await openTicket(baton, sites, 1);
  const outage = await goOffline(sites, baton, { page, panel: first });
  await fillCheck(first);
  await goToStep(first, 'Classify');
  await first.getByRole('radio', { name: 'One person' }).check({ force: true });
  await fillDescribe(first);
  await expect(reportField(first, 'Organization ID')).toHaveValue('1');

  await expectBlocked(first, 'Missing: how badly work is hit');
  await goToStep(first, 'Classify');
  await first.keyboard.press('3');

  // Everything else is there: the issue can be looked at, but not sent.
  await expectBlocked(first, 'Missing: who answers for it');
  await expect(preview(first)).toBeVisible();
  await owner(first).fill('  ');
  await expectBlocked(first, 'Missing: who answers for it');
  await owner(first).fill('Ida Solberg');
  await expect(sendButton(first)).toBeEnabled();

  const panel = await outage.reopen(first);
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  // Gaps are said at their fields once somebody wanted to hand off.
  await goToStep(panel, 'Hand off');
  await expect(sendButton(panel)).toBeEnabled();
  for (const [field, sentence] of [
    ['Where it happens', 'Missing: where it happens'],
    ['Steps', 'Missing: steps'],
    ['Organization ID', 'Missing: organization ID'],
    ['Part of the system', 'Missing: part of the system'],
  ] as const) {
    await goToStep(panel, 'Describe');
    const before = await reportField(panel, field).inputValue();
    expect(before).not.toBe('');
    await reportField(panel, field).fill('');
    await expect(reportField(panel, field)).toHaveAccessibleDescription(sentence);
    await expectBlocked(panel, sentence);
    await expect(preview(panel)).toHaveCount(0);
    // The sentence leads to its field.
    await panel.getByRole('button', { name: sentence }).click();
    await expect(reportField(panel, field)).toBeFocused();
    await reportField(panel, field).fill(before);
    await goToStep(panel, 'Hand off');
    await expect(sendButton(panel)).toBeEnabled();
  }
  await expectNothingSent(sites, outage, { page, panel });
});
