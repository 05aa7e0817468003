import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures';
import { askReader } from '../e2e/recorded-desk';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { logIn } from './rt-login';
import { resetRt, rt, rtTickets, rtTicketUrl } from './servers';

/** The reader as it is built, on a page of the real RT, asked as the panel asks it. */
async function openReader(baton: ExtensionBrowser, ticketId: number) {
  const page = await baton.context.newPage();
  await logIn(page, rt.agent1);
  await page.goto(rtTicketUrl(ticketId));
  const panel = await baton.openPanel(page);
  await expect(panel.getByText(`#${ticketId}`, { exact: true }).first()).toBeVisible();
  const ask = (request: object) => askReader(panel, 'request-tracker', request);
  return { page, ask };
}

const deskKey = `request-tracker ${rt.url}`;
const similar = (ticketId: number, words: readonly string[]) => ({
  type: 'similar',
  deskKey,
  query: { ticketId: String(ticketId), words },
});

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Five of each in turns, so that both meet the same load. */
async function timeBoth(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    for (const [index, run] of [first, second].entries()) {
      const started = performance.now();
      await run();
      times[index]?.push(performance.now() - started);
    }
  }
  return times.map(median) as [number, number];
}

const readPage = (page: Page, url: string) =>
  page.evaluate(async (address) => (await (await fetch(address)).text()).length, url);

test.beforeEach(async () => {
  await resetRt();
});

test('linked and similar tickets and articles of a real ticket', async ({ baton }) => {
  const { ask } = await openReader(baton, rtTickets.blankInvoice);
  expect(await ask({ type: 'read' })).toMatchObject({
    ok: true,
    ticket: {
      ticketId: String(rtTickets.blankInvoice),
      linked: [
        {
          kind: 'child',
          id: String(rtTickets.sameProblemAtHarbor),
          title: 'Exported invoice is an empty PDF',
        },
        { kind: 'related', id: String(rtTickets.sameProblemAtLumen) },
        { kind: 'related', id: String(rtTickets.solvedInvoice) },
      ],
      unread: [],
    },
  });
  // The open ones only, most words first, and never itself.
  expect(await ask(similar(rtTickets.blankInvoice, ['blank', 'invoice', 'PDF']))).toMatchObject({
    ok: true,
    tickets: [
      {
        ticketId: String(rtTickets.sameProblemAtLumen),
        url: rtTicketUrl(rtTickets.sameProblemAtLumen),
        requester: { name: 'Inês Duarte', email: 'ines@lumen.test' },
        organization: { name: 'Lumen Studio', source: 'desk' },
      },
      { ticketId: String(rtTickets.sameProblemAtHarbor), organization: { name: 'Harbor Logistics' } },
      { ticketId: String(rtTickets.arabic) },
    ],
  });
  for (const word of [
    "it's",
    '50% OR 1=1',
    '\\',
    "') OR id > 0 OR (Subject = '",
    'CF.Product',
    '-invoices*',
  ]) {
    expect(await ask(similar(rtTickets.blankInvoice, [word]))).toEqual({ ok: true, tickets: [] });
  }
  expect(await ask({ type: 'articles', deskKey, words: ['invoice', 'export'] })).toEqual({
    ok: true,
    articles: [
      {
        id: '1',
        title: 'Blank invoice PDF',
        url: `${rt.url}/Articles/Article/Display.html?id=1`,
        excerpt: 'What to do when the exported invoice has no content',
        updatedAt: Date.UTC(2026, 2, 2, 9),
      },
    ],
  });
});

test('300 messages cost few requests', async ({ baton }) => {
  const { page, ask } = await openReader(baton, rtTickets.longHistory);
  const requests: string[] = [];
  page.on('request', (request) => {
    // The ticket itself; the panel searches for similar ones meanwhile.
    if (request.url().includes('/REST/2.0/ticket/')) requests.push(request.url());
  });
  const answer = await ask({ type: 'read' });
  const count = requests.length;
  expect((answer as { ticket: { messages: unknown[] } }).ticket.messages).toHaveLength(300);
  const [reading, plain] = await timeBoth(
    () => ask({ type: 'read' }),
    () => readPage(page, rtTicketUrl(rtTickets.longHistory)),
  );
  const ratio = (reading / plain).toFixed(1);
  console.log(
    `RT 300 messages: ${count} requests, ${Math.round(reading)} ms, ratio ${ratio} to one GET of the page (${Math.round(plain)} ms)`,
  );
  expect(count).toBeLessThanOrEqual(10);
});
