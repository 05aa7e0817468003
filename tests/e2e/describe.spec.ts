import type { Page } from '@playwright/test';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { expect, test } from './fixtures';
import { putPlaybook } from './playbook-in-force';
import { storedRows } from './stored';
import {
  fillCheck,
  fillClassify,
  fillDescribe,
  goToStep,
  goToTicket,
  OWN_WORDS,
  openTicket,
  ownWords,
  reportField,
  shownTicket,
} from './walk';

const kind = (panel: Page, name: string) => panel.getByRole('radio', { name, exact: true });
const preview = (panel: Page) => panel.getByRole('region', { name: 'Preview of the issue' });
const footer = (panel: Page) => panel.getByRole('contentinfo').getByRole('status');

/** What Wren would write if somebody asked well; her ticket names neither steps nor what should be. */
const ANSWER = `Of course:

1. open https://app.marlow.example/reports/stock
2. choose the year 2026
3. press Export CSV

A file with all 140 000 rows should come out.

Firefox 144 on Windows 11.`;

/** Describing waits for the agent's own sentence. */
async function openDescribe(panel: Page): Promise<void> {
  await goToStep(panel, 'Check');
  await ownWords(panel).fill(OWN_WORDS);
  await goToStep(panel, 'Describe');
}

test('free conversation fills the report, each value with its source and its reason', async ({
  sites,
  baton,
}) => {
  sites.desk.addCustomerMessage(3, ANSWER);
  const { panel } = await openTicket(baton, sites, 3);
  await openDescribe(panel);
  const said = async (name: string, value: string | RegExp, source: string) => {
    await expect(reportField(panel, name)).toHaveValue(value);
    await expect(panel.locator('label', { hasText: new RegExp(`^${name}`) })).toContainText(source);
  };
  await said('Title', 'reports -> export csv not working since monday', 'from ticket');
  await said('Actual', /^since monday the csv export under \/reports stops \(42%\)/, 'from message 1');
  await said('Error', 'E-4102 export failed', 'from message 1');
  await said('Where', '/reports', 'from message 1');
  await said(
    'Steps',
    '1. open https://app.marlow.example/reports/stock\n2. choose the year 2026\n3. press Export CSV',
    'from message 2',
  );
  await said('Expected', 'A file with all 140 000 rows should come out.', 'from message 2');
  await said('Browser and system', 'chrome, Windows 11', 'from messages 1, 2');
  await said('Organization ID', /./, 'from ticket');
  await said('Customer quote', /^since monday/, 'from message 1');
  await expect(panel.getByRole('link', { name: 'Customer’s record' })).toHaveAttribute(
    'href',
    /#organization\/profile\/\d+$/,
  );

  await panel.getByRole('button', { name: 'why Expected' }).click();
  await expect(panel.getByText('Taken from the ticket: “should” tells what should be.')).toBeVisible();

  // The address the steps name is the better one: one key takes it.
  await reportField(panel, 'Where').focus();
  await panel.keyboard.press('Alt+Enter');
  await said('Where', 'https://app.marlow.example/reports/stock', 'from message 2');
  await expect(reportField(panel, 'Where')).toBeFocused();

  await reportField(panel, 'Expected').fill('All rows');
  await expect(panel.locator('label', { hasText: /^Expected/ })).toHaveText('Expected');
  const kept = async () =>
    (await storedRows<{ report: { expected: { value: string } } }>(panel, 'escalations'))[0]?.report.expected
      .value;
  await expect.poll(kept).toBe('All rows');
  await panel.reload();
  await goToStep(panel, 'Describe');
  await expect(reportField(panel, 'Expected')).toHaveValue('All rows');
  await said('Steps', /press Export CSV$/, 'from message 2');
});

test('a message that comes later changes nothing that stands there and is offered', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 3);
  await openDescribe(panel);
  await reportField(panel, 'Where').fill('/reports/mine');
  await expect(reportField(panel, 'Expected')).toHaveValue('');
  sites.desk.addCustomerMessage(3, ANSWER);
  const offer = panel.getByRole('button', { name: /^Take as Expected: A file with all/ });
  await expect(offer).toBeVisible({ timeout: 120_000 });
  await expect(reportField(panel, 'Expected')).toHaveValue('');
  await expect(reportField(panel, 'Where')).toHaveValue('/reports/mine');
  await offer.click();
  await expect(reportField(panel, 'Expected')).toHaveValue('A file with all 140 000 rows should come out.');
  await expect(reportField(panel, 'Expected')).toBeFocused();
});

test('each missing field has its own sentence and keeps the issue back', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 1);
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 3);
  await fillDescribe(panel);
  await goToStep(panel, 'Hand off');
  await expect(preview(panel)).toBeVisible();
  for (const [field, sentence] of [
    ['Title', 'Missing: title'],
    ['Part of the system', 'Missing: part of the system'],
    ['Where it happens', 'Missing: where it happens'],
    ['Steps', 'Missing: steps'],
    ['Expected', 'Missing: expected'],
    ['Actual', 'Missing: actual'],
  ] as const) {
    await goToStep(panel, 'Describe');
    const before = await reportField(panel, field).inputValue();
    await reportField(panel, field).fill('');
    await expect(footer(panel)).toHaveText(sentence);
    await expect(reportField(panel, field)).toHaveAccessibleDescription(sentence);
    await goToStep(panel, 'Hand off');
    await expect(preview(panel)).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Hand off', exact: true }).last()).toBeDisabled();
    await goToStep(panel, 'Describe');
    await reportField(panel, field).fill(before);
  }
  await reportField(panel, 'Where').fill('the reports page');
  await reportField(panel, 'Steps').focus();
  await expect(panel.getByText('Not a web address (https://…) or a path (/reports)')).toBeVisible();
  await goToStep(panel, 'Hand off');
  await expect(preview(panel)).toBeVisible();
});

test('engineers of a part get what they asked for, and the agent sees who they are', async ({
  sites,
  baton,
}) => {
  const [bug, ...others] = defaultPlaybook.templates;
  if (!bug) throw new Error('The default playbook has no template.');
  const accountId = { ...bug.fields[0], id: 'accountId', label: 'Account ID', required: false };
  const facts = {
    words: ['export*'],
    administrator: 'Queue of the reports team',
    raci: 'R Reports · A Product · C Support · I Sales',
    links: [{ label: 'Job monitor', url: 'https://jobs.marlow.example/exports' }],
    requires: ['accountId'],
  };
  await putPlaybook(baton, {
    ...defaultPlaybook,
    templates: [{ ...bug, fields: [...bug.fields, accountId] }, ...others],
    parts: [
      { id: 'reports', name: 'Reports', ...facts },
      { id: 'billing', name: 'Billing', administrator: '' },
    ],
  });
  const { panel } = await openTicket(baton, sites, 1);
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 3);
  await goToStep(panel, 'Describe');
  const part = panel.getByRole('combobox', { name: /^Part of the system/ });
  await expect(part).toHaveValue('Reports');
  await expect(panel.locator('label', { hasText: /^Part of the system/ })).toContainText('from subject');
  await expect(panel.getByText('Taken in by Queue of the reports team')).toBeVisible();
  await expect(panel.getByText(facts.raci)).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Job monitor' })).toHaveAttribute(
    'href',
    facts.links[0]?.url ?? '',
  );
  await fillDescribe(panel);
  await expect(footer(panel)).toHaveText('Engineers of Reports ask for: account ID');
  await reportField(panel, 'Account ID').fill('acc-7');
  await goToStep(panel, 'Hand off');
  await expect(preview(panel)).toContainText('acc-7');
  await goToStep(panel, 'Describe');
  await reportField(panel, 'Account ID').fill('');
  await part.fill('billing');
  await expect(footer(panel)).toHaveText('Complete.');
  await expect(panel.getByText('Taken in by')).toHaveCount(0);
});

test('two tickets described by turns keep their own fields and kinds', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 2);
  await openDescribe(panel);
  await goToTicket(page, 1);
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  await openDescribe(panel);
  const words: Record<1 | 2, string> = { 1: '', 2: '' };
  await kind(panel, 'Next tier').check({ force: true });
  for (const round of ['one ', 'two ', 'three']) {
    for (const [id, name] of [
      [1, 'Still unknown'],
      [2, 'Expected'],
    ] as const) {
      if (words[id] !== '' || id !== 1) await goToTicket(page, id);
      await expect(shownTicket(panel, sites, id)).toBeVisible();
      await expect(reportField(panel, name)).toHaveValue(words[id]);
      await reportField(panel, name).press('End');
      await reportField(panel, name).pressSequentially(`${id}:${round}`);
      words[id] += `${id}:${round}`;
    }
  }
  await goToTicket(page, 1);
  await expect(reportField(panel, 'Still unknown')).toHaveValue('1:one 1:two 1:three');
  await expect(kind(panel, 'Next tier')).toBeChecked();
});

test('another kind asks for other fields, keeps what was typed, and has its own form', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 18);
  await fillCheck(panel);
  await fillClassify(panel, 'One person', 2);
  await goToStep(panel, 'Describe');
  await reportField(panel, 'Steps').fill('typed as a bug');

  await kind(panel, 'Feature request').check({ force: true });
  await expect(reportField(panel, 'Steps')).toHaveCount(0);
  await expect(reportField(panel, 'What they want to achieve')).toHaveValue(/^We would like: a report gets/);
  await expect(reportField(panel, 'Revenue')).toHaveValue('71500');
  await expect(reportField(panel, 'Reports')).toHaveValue('1');
  await reportField(panel, 'Renewal date').fill('2026-12-31');
  await panel.getByRole('combobox', { name: 'Churn risk' }).selectOption('High');
  await goToStep(panel, 'Hand off');
  for (const words of ['Kind Feature request', 'Reports 1', 'Customers 1', 'Revenue 71500'])
    await expect(preview(panel)).toContainText(words);
  await expect(preview(panel)).toContainText('Churn risk High');
  await expect(preview(panel)).not.toContainText('typed as a bug');

  await goToStep(panel, 'Describe');
  await kind(panel, 'Question').check({ force: true });
  await reportField(panel, 'The one question').fill('Can two people sign a report today?');
  await reportField(panel, 'What is known').fill('Auditors ask for it\nAbout 25 reports a week');
  await goToStep(panel, 'Hand off');
  await expect(preview(panel)).toContainText('Can two people sign a report today?');
  await expect(preview(panel)).not.toContainText('Churn risk');

  await goToStep(panel, 'Describe');
  await kind(panel, 'Bug').check({ force: true });
  await expect(reportField(panel, 'Steps')).toHaveValue('typed as a bug');

  await kind(panel, 'Critical').check({ force: true });
  await expect(panel.getByRole('heading', { name: /^To be completed after handoff/ })).toBeVisible();
  await reportField(panel, 'Since when').fill('today 8:40');
  await reportField(panel, 'Where').fill('/reports');
  await expect(footer(panel)).toHaveText(/^Enough for now; \d+ to be completed after handoff\.$/);
  await goToStep(panel, 'Hand off');
  await expect(preview(panel)).toContainText('To be completed importance');
});
