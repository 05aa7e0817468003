import { finishTicket } from '@/lib/ticket/finish-ticket';
import type { Ticket } from '@/lib/ticket/ticket';
import { expect, test } from './fixtures';
import { allRecordings, askReader, serveRecording } from './recorded-desk';

const recordings = allRecordings();
const byReader = [...new Set(recordings.map(({ reader }) => reader))].map((reader) => ({
  reader,
  tickets: recordings.filter((it) => it.reader === reader),
}));

test.describe('every reader in the real browser, on its recorded tickets', () => {
  for (const { reader, tickets } of byReader) {
    test(`${reader}: the panel shows what the contract kit expects`, async ({ baton }) => {
      for (const { recorded, expected } of tickets) {
        await serveRecording(baton.context, recorded);
        const page = await baton.context.newPage();
        const dialogs: string[] = [];
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.message());
          void dialog.dismiss();
        });
        await page.goto(recorded.url);
        const panel = await baton.openPanel(page);
        await expect(panel.getByText(`#${expected.number}`, { exact: true })).toBeVisible();
        await expect(panel.getByRole('heading', { level: 1 })).toHaveText(expected.subject || 'No subject');
        const answer = (await askReader(panel, reader, { type: 'read' })) as { ticket: Ticket };
        expect(finishTicket(answer.ticket)).toEqual(expected);
        expect(dialogs).toEqual([]);
        await baton.context.unroute(`${new URL(recorded.url).origin}/**`);
        await panel.close();
        await page.close();
      }
    });
  }
});
