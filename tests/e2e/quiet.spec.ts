import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect, test } from './fixtures';
import { goToTicket, numberOf, openTicket, ownWords, shownTicket } from './walk';

interface Counts {
  injections: number;
  messages: number;
  ports: number;
}

/** Loads the panel anew with every call to a page counted, before any of its code runs. */
async function countCalls(panel: Page): Promise<() => Promise<Counts>> {
  await panel.addInitScript(() => {
    const counts = { injections: 0, messages: 0, ports: 0 };
    Object.assign(window, { counts });
    type Api = Record<string, (...given: unknown[]) => unknown>;
    const { chrome } = globalThis as unknown as { chrome: { scripting: Api; tabs: Api } };
    const count = (api: Api, name: string, kind: keyof typeof counts) => {
      const original = api[name]?.bind(api);
      api[name] = (...given) => {
        counts[kind] += 1;
        return original?.(...given);
      };
    };
    count(chrome.scripting, 'executeScript', 'injections');
    count(chrome.tabs, 'sendMessage', 'messages');
    count(chrome.tabs, 'connect', 'ports');
  });
  await panel.reload();
  return () => panel.evaluate(() => ({ ...(window as unknown as { counts: Counts }).counts }));
}

/** Holds Baton’s reading back until the page has drawn the ticket: what is drawn later is news, and is read once more. */
const readOnceDrawn = (page: Page) =>
  page.route(/\/tickets\/\d+\?expand/, async (route) => {
    const [, id] = /\/tickets\/(\d+)\?/.exec(route.request().url()) ?? [];
    await page.locator(`#content_permanent_Ticket-${id} .ticket-article-item`).first().waitFor();
    await route.continue();
  });

/** What the desk was asked by Baton; its own page asks for `all=true` and the list. */
const askedByBaton = ({ desk }: Sites) =>
  desk.requests
    .map(({ path }) => path)
    .filter((path) => /expand=true|\/users\/\d|\/organizations\/|\/tags\?|\/links\?/.test(path));

/** Whether a script of Baton ever ran on the page, asked of the world it would have run in. */
async function isTouched(baton: ExtensionBrowser, page: Page): Promise<boolean> {
  const worker = await baton.serviceWorker();
  return worker.evaluate(async (url) => {
    interface Chrome {
      tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
      scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
    }
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const tab = (await chrome.tabs.query({})).find((it) => it.url === url);
    const func = () => 'batonListens' in window;
    const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func });
    return answer?.result === true;
  }, page.url());
}

test('without a panel nothing runs on any page and the desk is not asked', async ({ sites, baton }) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  await page.getByText(numberOf(sites, 1).slice(1)).first().waitFor();
  for (const id of [2, 3]) {
    await goToTicket(page, id);
    await page.getByText(numberOf(sites, id).slice(1)).first().waitFor();
  }
  expect(askedByBaton(sites)).toEqual([]);
  expect(await isTouched(baton, page)).toBe(false);
});

test('one injection for a document, one message and one set of requests for a ticket, none for other pages', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await readOnceDrawn(page);
  const other = await baton.context.newPage();
  await other.goto(sites.tracker.url);
  const counts = await countCalls(panel);
  await expect(panel.getByText('Open a ticket')).toBeVisible();
  expect(await counts()).toEqual({ injections: 0, messages: 0, ports: 0 });
  expect(await isTouched(baton, other)).toBe(false);

  // The document has Baton's script already, from before the panel was loaded anew.
  const before = askedByBaton(sites).length;
  const searched = () =>
    sites.desk.requests.filter(({ path }) => path.includes('knowledge_bases/search')).length;
  const searches = searched();
  await page.bringToFront();
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  // One message reads, one searches the desk's help center, one its similar tickets.
  await expect.poll(counts).toEqual({ injections: 0, messages: 3, ports: 1 });
  await expect.poll(searched).toBe(searches + 1);
  const forOne = askedByBaton(sites).slice(before);
  expect(new Set(forOne).size).toBe(forOne.length);

  await goToTicket(page, 2);
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect.poll(counts).toEqual({ injections: 0, messages: 6, ports: 2 });

  // Loading the page anew loses the script: one question into the void, one injection, one more message.
  await page.reload();
  await expect.poll(counts).toEqual({ injections: 1, messages: 8, ports: 3 });
  await expect(shownTicket(panel, sites, 2)).toBeVisible();

  // Typing in the panel, and coming and going within a minute, asks nobody.
  const settled = askedByBaton(sites).length;
  await ownWords(panel).fill('Typed beside the ticket');
  await other.bringToFront();
  await expect(panel.getByText('This tab is no ticket')).toBeVisible();
  expect(await counts()).toEqual({ injections: 1, messages: 8, ports: 3 });
  expect(askedByBaton(sites)).toHaveLength(settled);
});

test('the page of a desk that is read by its API is not searched', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const inBatonsWorld = (what: 'watch' | 'count') =>
    panel.evaluate(async (wanted) => {
      interface Chrome {
        tabs: { query(filter: object): Promise<{ id: number }[]> };
        scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
      }
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const watch = () => {
        const steps = { queries: 0 };
        Object.assign(window, { steps });
        const query = Document.prototype.querySelectorAll;
        Document.prototype.querySelectorAll = function (this: Document, selector: string) {
          if (this === document) steps.queries += 1;
          return query.call(this, selector);
        } as typeof query;
      };
      const count = () => (window as unknown as { steps: { queries: number } }).steps.queries;
      const func = wanted === 'watch' ? watch : count;
      const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab?.id }, func });
      return Number(answer?.result);
    }, what);
  await inBatonsWorld('watch');
  const queries: number[] = [];
  for (const id of [2, 3]) {
    await goToTicket(page, id);
    await expect(shownTicket(panel, sites, id)).toBeVisible();
    queries.push(await inBatonsWorld('count'));
  }
  // Zammad is read by its API: its page is not searched at all.
  expect(queries).toEqual([0, 0]);
});

test('a new message reaches the panel without a reload, once, and nothing once the panel is closed', async ({
  sites,
  baton,
}) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  const details = panel
    .getByRole('group')
    .filter({ hasText: /\d+ messages?/ })
    .first();
  const messages = sites.desk.articles(1).length;
  await expect(details).toContainText(`${messages} messages`);
  await ownWords(panel).fill('still typing');
  sites.desk.addCustomerMessage(1, 'It also happens in the private window of another browser.');
  await expect(details).toContainText(`${messages + 1} messages`, { timeout: 120_000 });
  await expect(details.getByText('1 new')).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('still typing');
  await panel.close();
  // What was being read when it closed comes to its end.
  let settled = -1;
  const isQuiet = () => {
    const before = settled;
    settled = askedByBaton(sites).length;
    return settled === before;
  };
  await expect.poll(isQuiet, { intervals: [1_000] }).toBe(true);
  sites.desk.addCustomerMessage(1, 'And on the phone of a colleague, since this morning.');
  await page.getByText('And on the phone of a colleague').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2_500);
  expect(askedByBaton(sites)).toHaveLength(settled);
});

test('back and forward between documents show the ticket of the page in front', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await ownWords(panel).fill('written beside ticket 1');
  await page.goto(sites.tracker.url);
  await expect(panel.getByText('This tab is no ticket')).toBeVisible();
  await page.goto(sites.desk.ticketUrl(2));
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await page.goBack();
  await expect(panel.getByText('This tab is no ticket')).toBeVisible();
  await page.goBack();
  await expect(shownTicket(panel, sites, 1)).toBeVisible();
  await expect(ownWords(panel)).toHaveValue('written beside ticket 1');
  await page.goForward();
  await page.goForward();
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect(shownTicket(panel, sites, 1)).toHaveCount(0);
});
