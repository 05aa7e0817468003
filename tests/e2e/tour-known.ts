import { aBug, aCard, anArticle } from '../knowledge-factories';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { seedKnowledge } from './knowledge';
import type { Visit } from './tour';
import { goToStep, openTicket, reportField, startDescribe } from './walk';

/** What is known beside a ticket, and everything that can be done with it. */
export async function known(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const fixed = aBug({
    id: 'bug-2',
    key: 'APP-498',
    title: 'Export of scheduled reports stops after 30 s',
    status: 'fixed',
    fixedIn: ['5.3.2'],
  });
  await seedKnowledge(baton, [aBug(), fixed, anArticle(), aCard()]);
  const { panel } = await openTicket(baton, sites, 1);
  const row = (title: RegExp) => panel.getByRole('article', { name: title });
  await row(/CSV export stops/).waitFor();
  await visit('matches', panel);
  await panel.keyboard.press('n');
  await panel.getByRole('button', { name: 'All answers' }).click();
  await visit('matches-ruled-out', panel);
  await row(/Exporting a report/)
    .getByRole('button')
    .first()
    .click();
  await panel.getByRole('button', { name: 'Flag' }).click();
  await panel.getByLabel('What should it say?').fill('Choose the period first.');
  await visit('article-flag', panel);
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Add article' }).click();
  await panel.getByLabel('Resolution').fill('Export one week at a time.');
  await visit('article-new', panel);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('e');
  await panel.getByRole('dialog').waitFor();
  await visit('contacts', panel);
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('u');
  await panel.getByText('counted as prevented').waitFor();
  await visit('prevented', panel, true);
}

/** Feature cards beside a ticket and among everything known. */
export async function cards(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const answers = {
    ...aCard().answers,
    name: 'Passengers by route',
    goal: 'Tells planners which routes fill up, month by month.',
    debugLogs:
      'Reports, gear, “Last run”: the log lies there for 14 days.\nSearch it for the export id.\nE-4102 means the batch was too large.\nE-4107 means that the report was changed meanwhile.',
  };
  await seedKnowledge(baton, [
    aBug(),
    anArticle(),
    aCard({ title: 'CSV export', answers, verifiedAt: Date.UTC(2026, 9, 1) }),
  ]);
  const { panel } = await openTicket(baton, sites, 1);
  const card = panel.getByRole('article', { name: 'Feature card CSV export' });
  await card.getByRole('button', { name: 'All answers' }).click();
  await card.scrollIntoViewIfNeeded();
  await visit('card-open', panel);
  await startDescribe(panel);
  await reportField(panel, 'Part of the system').fill('Chat with customers');
  await goToStep(panel, 'Check');
  await panel.getByText('No handoff card for').waitFor();
  await visit('card-missing', panel, true);
  const article = panel.getByRole('article', { name: /Exporting a report/ });
  await article.getByRole('button').first().click();
  await article.getByRole('button', { name: 'Fix' }).click();
  await panel.getByRole('dialog').waitFor();
  await visit('article-fix', panel);
  await panel.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Search everything' }).click();
  const search = panel.getByRole('combobox', { name: 'Search known bugs' });
  await panel.getByRole('button', { name: 'Kind' }).click();
  await visit('search-filter', panel, true);
  await panel.getByRole('checkbox', { name: 'Feature card' }).check();
  await panel.keyboard.press('Escape');
  await search.fill('CSV export');
  await panel.getByRole('option', { name: /CSV export/ }).click();
  await panel.getByRole('article', { name: 'CSV export' }).waitFor();
  await visit('search-card', panel);
  await panel.keyboard.press('Escape');
  await search.fill('qqqzzz');
  await panel.getByText('Nothing found').waitFor();
  await visit('search-nothing', panel, true);
  await panel.getByRole('button', { name: 'Clear the filters' }).click();
  await search.fill('CSV export stops on large');
  await panel.getByRole('option', { name: /CSV export stops/ }).click();
  await panel.getByRole('button', { name: 'Link to this ticket' }).waitFor();
  await visit('search-bug', panel);
}
