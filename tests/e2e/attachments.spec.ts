import { expect, test } from './fixtures';
import { handFiles } from './hand-files';
import { connectTracker, delivery, handOff, openTicket, startDescribe, walkToPreview } from './walk';

const SENT_WITHIN = { timeout: 120_000 };

test('ticked attachments arrive once, byte for byte, and a hostile name arrives harmless', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 16);
  await startDescribe(panel);
  for (const name of [/board screenshot\.png/, /CON\.png\.exe/]) {
    // Ticked once the file is copied, not at the click.
    await panel.getByRole('checkbox', { name }).click();
    await expect(panel.getByRole('checkbox', { name })).toBeChecked();
  }
  await expect(panel.getByText('2 will be attached')).toBeVisible();
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'attachment')).toHaveCount(2);
  for (const file of await delivery(panel, 'attachment').all()) {
    await expect(file).toHaveAttribute('data-state', 'sent', SENT_WITHIN);
  }
  const [issue] = sites.tracker.issues();
  expect(sites.tracker.issues()).toHaveLength(1);
  const wanted = sites.desk.articles(16).flatMap((article) => article.attachments);
  const arrived = issue?.attachments.toSorted((a, b) => a.filename.localeCompare(b.filename)) ?? [];
  expect(arrived.map((file) => file.filename)).toEqual(['board screenshot.png', 'CON.png.exe']);
  for (const [index, name] of ['board screenshot.png', '../../CON.png.exe'].entries()) {
    const original = wanted.find((file) => file.filename === name)?.bytes;
    expect(original?.length).toBeGreaterThan(50);
    expect(arrived[index]?.bytes.equals(original as Buffer)).toBe(true);
  }
});

test('a file above the tracker’s limit is refused in words; issue and note stand', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await startDescribe(panel);
  const file = { name: 'dump.bin', type: 'application/octet-stream', bytes: Buffer.from('x') };
  await handFiles(panel, 'drop', [{ ...file, size: 5 * 1024 * 1024 + 1 }]);
  await expect(panel.getByText('1 will be attached')).toBeVisible();
  await walkToPreview(panel);
  await handOff(panel);
  await expect(delivery(panel, 'attachment')).toHaveAttribute('data-state', 'blocked', SENT_WITHIN);
  await expect(delivery(panel, 'attachment')).toContainText('dump.bin was not taken');
  await expect(delivery(panel, 'attachment')).toContainText('exceeds the maximum allowed file size');
  await expect(delivery(panel, 'issue')).toHaveAttribute('data-state', 'sent');
  await expect(delivery(panel, 'note')).toHaveAttribute('data-state', 'sent');
  expect(sites.tracker.issues()).toMatchObject([{ attachments: [] }]);
});

test('an attachment that cannot be fetched says why, and nothing is attached', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 16);
  await startDescribe(panel);
  sites.desk.logOut();
  const box = panel.getByRole('checkbox', { name: /console\.log/ });
  await box.click();
  await expect(panel.getByRole('alert')).toContainText('console.log: You are logged out');
  await expect(box).not.toBeChecked();
  sites.desk.logIn();
  await box.click();
  await expect(box).toBeChecked();
  await box.click();
  await expect(panel.getByText('will be attached')).toHaveCount(0);
});
