import type { Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { aPart } from '@/tests/factories';
import { expect, test } from './fixtures';
import { seedKnowledge } from './knowledge';
import { connectTracker, delivery, OWN_WORDS, openTicket } from './walk';

/** Presses keys and counts them; free text is typed beside it and not counted. */
function countKeys(panel: Page) {
  let count = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      count += 1;
      await panel.keyboard.press(key);
    }
  };
  return { press, count: () => count };
}

/** What a customer writes who was asked well. */
const ANSWER = `Of course:

1. open https://app.marlow.example/reports/stock
2. choose the year 2026
3. press Export CSV

A file with all 140 000 rows should come out.

Firefox 144 on Windows 11.`;

test('a level 2 escalation with good prefill takes at most 12 keys beside free text', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  // What is known is about something else.
  await seedKnowledge(baton, []);
  sites.desk.addCustomerMessage(3, ANSWER);
  const parts = [aPart({ words: ['report*', 'export*'], administrator: 'Report desk' })];
  await (await baton.serviceWorker()).evaluate(
    ([playbook, agentName]) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      return chrome.storage.local.set({ playbook, 'agent-name': agentName });
    },
    // Their own name was given with an earlier ticket.
    [JSON.stringify({ ...defaultPlaybook, parts }), 'Ida Solberg'] as const,
  );
  const { panel } = await openTicket(baton, sites, 3);
  const step = panel.locator('[aria-current=step]');
  const footer = panel.getByRole('contentinfo').getByRole('status');
  // Searches run and settle by themselves.
  await expect(panel.getByRole('checkbox', { name: /^Knowledge base/ })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: /^Similar tickets/ })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: /^Known bugs/ })).toBeChecked();
  const { press, count } = countKeys(panel);

  await press('1');
  await panel.keyboard.type(OWN_WORDS);
  await press('Tab', '2', '6', '7');
  await expect(footer).toHaveText('Complete.');
  await press('Control+Enter');
  await expect(step).toHaveText('Classify');
  await expect(panel.getByRole('region', { name: 'How many are hit' })).toBeVisible();
  await press('m', '2', 'Alt+4');
  await expect(panel.getByRole('region', { name: 'Preview of the issue' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Hand off', exact: true }).last()).toBeEnabled();
  await press('Control+Enter');
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', { timeout: 120_000 });
  console.log(`Level 2 with good prefill: ${count()} keys beside the own sentence`);
  expect(count()).toBeLessThanOrEqual(12);
  expect(sites.tracker.issues()).toHaveLength(1);
});
