import { expect, type Page } from '@playwright/test';
import { aBug } from '../knowledge-factories';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { seedKnowledge } from './knowledge';
import { stopUndoTime } from './time-to-undo';
import type { Visit } from './tour';
import {
  connectTracker,
  delivery,
  goToStep,
  goToTicket,
  handOff,
  numberOf,
  openTicket,
  ownWords,
  shownTicket,
  walkToPreview,
} from './walk';

/** Broken characters at three organizations. */
const HIEROGLYPHS = 5;
const SPANISH = 6;
const JAPANESE = 7;
const OUTAGE = 8;
const SENT = { timeout: 120_000 };

const similar = (panel: Page) => panel.getByRole('region', { name: 'Similar open tickets' });
const rowOf = (panel: Page, sites: Sites, id: number) =>
  similar(panel)
    .getByRole('listitem')
    .filter({ hasText: numberOf(sites, id) });

async function show(panel: Page, page: Page, sites: Sites, id: number): Promise<void> {
  await goToTicket(page, id);
  await shownTicket(panel, sites, id).waitFor();
}

/** How many are hit and how badly, before and after it was handed off. */
export async function massness(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const reports = ['Chat: ä is shown as Ã¤', 'Accents broken in the chat of our branch'];
  const bug = aBug({
    title: 'Hieroglyphs instead of text in the chat',
    text: 'The chat shows hieroglyphs such as GrÃ¼ÃŸe instead of the text.',
    parts: ['chat'],
    signatures: [],
    reports: reports.map((title, at) => ({ title, text: '', url: `https://tracker.example/R-${at}` })),
  });
  await seedKnowledge(baton, [bug]);
  await connectTracker(baton, sites);
  sites.desk.failNext({ path: /tickets\/search/, kind: 'status', status: 403, count: 1 });
  const { page, panel } = await openTicket(baton, sites, HIEROGLYPHS);
  await goToStep(panel, 'Classify');
  await similar(panel).getByRole('alert').waitFor();
  await visit('similar-failed', panel, true);
  await similar(panel).getByRole('button', { name: 'Search again' }).click();
  await similar(panel).getByText('Reports of APP-512').waitFor();
  await rowOf(panel, sites, SPANISH).waitFor();
  await visit('similar', panel);
  await similar(panel).getByRole('listitem').first().getByRole('button').first().focus();
  await panel.keyboard.press('y');
  await panel.keyboard.press('n');
  await similar(panel)
    .getByRole('button', { name: `Same problem: ${reports[0]}` })
    .click();
  await visit('similar-judged', panel);

  await show(panel, page, sites, OUTAGE);
  await visit('severity-proposed', panel);
  await panel.keyboard.press('2');
  await panel.getByText(/Is 2 still right\?/).waitFor();
  await visit('second-look', panel, true);

  await show(panel, page, sites, HIEROGLYPHS);
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT);
  await show(panel, page, sites, JAPANESE);
  await goToStep(panel, 'Classify');
  await rowOf(panel, sites, HIEROGLYPHS).getByText('escalated as #1').waitFor();
  await visit('similar-escalated', panel, true);
  const letUndoTimeRun = await stopUndoTime(panel);
  await rowOf(panel, sites, HIEROGLYPHS).getByRole('button').first().focus();
  await panel.keyboard.press('y');
  await panel.getByText('Severity of #1 raised from 3 to 4.').waitFor();
  await visit('similar-raised', panel, true);
  await letUndoTimeRun();
  await goToStep(panel, 'Check');
  await panel.getByRole('button', { name: 'Mark as early signal' }).click();
  await show(panel, page, sites, SPANISH);
  await ownWords(panel).fill('Accents are broken in the chat since yesterday.');
  await show(panel, page, sites, HIEROGLYPHS);
  await expect(panel.locator('[data-delivery=comment]')).toHaveAttribute('data-state', 'sent', SENT);
  await visit('handed-off-raised', panel, true);
  const popup = await baton.openPopup(page);
  await popup.getByText('Early signals, watched').waitFor();
  await visit('popup-groups', popup);
}
