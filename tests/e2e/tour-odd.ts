import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import type { Visit } from './tour';
import { goToStep, walkToPreview } from './walk';

/** Tickets and pages that are not as one would like them. */
export async function odd(baton: ExtensionBrowser, sites: Sites, visit: Visit): Promise<void> {
  const page = await baton.context.newPage();
  await page.goto(`${sites.tracker.url}/projects/app`);
  const panel = await baton.openPanel(page);
  await panel.getByText('This tab is no ticket').waitFor();
  await visit('no-ticket', panel);
  const show = async (id: number) => {
    const { number } = sites.desk.tickets.find((ticket) => ticket.id === id) ?? {};
    await page.goto(sites.desk.ticketUrl(id));
    await panel.getByText(`#${number}`, { exact: true }).first().waitFor();
  };
  await show(13);
  await visit('arabic-check', panel);
  await goToStep(panel, 'Describe');
  await visit('arabic-describe', panel);
  await goToStep(panel, 'Check');
  await show(15);
  await visit('hostile-check', panel);
  await walkToPreview(panel);
  await visit('hostile-preview', panel);
  await show(12);
  await goToStep(panel, 'Describe');
  await visit('long-describe', panel);
  await show(17);
  await goToStep(panel, 'Check');
  await visit('no-subject', panel);
  await page.goto(`${sites.tracker.url}/projects/app`);
  await panel.getByText('This tab is no ticket').waitFor();
  await visit('no-ticket-kept', panel);
  await show(17);
  const other = await baton.context.newPage();
  await other.goto(`${sites.tracker.url}/projects/app`);
  await panel.getByText('This tab is no ticket').waitFor();
  sites.desk.logOut();
  await page.bringToFront();
  await panel.getByRole('alert').waitFor();
  await visit('logged-out', panel);
  await page.goto('chrome://version');
  await panel.getByText('cannot see this tab').waitFor();
  await visit('no-access', panel);
}
