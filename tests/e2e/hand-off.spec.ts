import { expect, test } from './fixtures';
import { stopUndoTime } from './time-to-undo';
import { connectRedmine, delivery, handOff, OWN_WORDS, walkToPreview } from './walk';

/** Undo lasts ten seconds; sending follows. */
const SENT_WITHIN = { timeout: 120_000 };

test('a ticket becomes one issue, and an internal note carries its link', async ({ sites, baton }) => {
  const options = await connectRedmine(baton, {
    url: sites.tracker.url,
    apiKey: sites.tracker.apiKey,
    project: sites.tracker.projectId,
  });
  await options.close();
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  const panel = await baton.openPanel(page);
  await expect(panel.getByText('#48213', { exact: true })).toBeVisible();

  await walkToPreview(panel);
  const seen = await panel.getByRole('region', { name: 'Preview of the issue' }).innerText();
  expect(seen).toContain(OWN_WORDS);
  await panel.getByRole('button', { name: 'Show as sent' }).click();
  const body = await panel.getByTestId('body-as-sent').innerText();
  const letUndoTimeRun = await stopUndoTime(panel);
  await handOff(panel);
  await expect(panel.getByText('It leaves in')).toBeVisible();
  expect(sites.tracker.issues()).toHaveLength(0);
  await letUndoTimeRun();

  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  const [issue] = sites.tracker.issues();
  expect(sites.tracker.issues()).toHaveLength(1);
  // Redmine stores CRLF; the panel shows what was sent.
  expect(issue?.description.replaceAll('\r\n', '\n').trim()).toBe(body.trim());
  const notes = sites.desk.articles(1).filter((article) => article.body.includes(`/issues/${issue?.id}`));
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatchObject({ internal: true, type: 'note' });
});
