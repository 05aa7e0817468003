import type { Page } from '@playwright/test';
import { aBug, aCard, anArticle } from '../knowledge-factories';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { seedKnowledge } from './knowledge';
import { openTicket } from './walk';

type Visit = (name: string, page: Page, quick?: boolean) => Promise<void>;

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
