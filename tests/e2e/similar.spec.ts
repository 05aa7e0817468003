import { expect, test } from './fixtures';
import { goToStep, goToTicket, numberOf, openTicket } from './walk';

test('similar open tickets of the desk stand by organization where massness is chosen', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await goToStep(panel, 'Classify');
  const similar = panel.getByRole('region', { name: 'Similar open tickets' });
  await expect(similar.getByText('By the desk’s own search')).toBeVisible();
  await expect(similar.getByRole('listitem').first()).toBeVisible();
  await expect(similar.getByText(numberOf(sites, 1), { exact: true })).toHaveCount(0);
  const closed = sites.desk.tickets.filter(({ state }) => state === 'closed');
  for (const ticket of closed) await expect(similar.getByText(`#${ticket.number}`)).toHaveCount(0);

  // Asked once: going to and fro between the steps asks nobody again.
  const searches = () => sites.desk.requests.filter(({ path }) => path.includes('/tickets/search')).length;
  const before = searches();
  await goToStep(panel, 'Check');
  await goToStep(panel, 'Classify');
  await expect(similar.getByRole('listitem').first()).toBeVisible();
  expect(searches()).toBe(before);

  // One press brings the other ticket to the front, and the panel follows: its header, as the list may now name this one.
  await similar.getByRole('listitem').first().getByRole('button').first().click();
  const header = panel.locator('header').first();
  await expect(header).toContainText('#');
  await expect(header.getByText(numberOf(sites, 1), { exact: true })).toHaveCount(0);
  await goToTicket(page, 1);
});

test('a search that fails says why and can be tried again', async ({ sites, baton }) => {
  // The checklist searches as soon as the ticket is read; both show the one answer.
  sites.desk.failNext({ path: /tickets\/search/, kind: 'status', status: 403, count: 1 });
  const { panel } = await openTicket(baton, sites, 1);
  await goToStep(panel, 'Classify');
  const similar = panel.getByRole('region', { name: 'Similar open tickets' });
  await expect(similar.getByRole('alert')).toContainText('refused (403)');
  await similar.getByRole('button', { name: 'Search again' }).click();
  await expect(similar.getByText('By the desk’s own search')).toBeVisible();
});
