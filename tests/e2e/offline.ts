import type { BrowserContext, Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { SeenRequest } from '../sites/site-server';
import type { ExtensionBrowser } from '../tools/extension-browser';
import { expect } from './fixtures';
import { storedRows } from './stored';
import { goToTicket, shownTicket } from './walk';

export interface Outage {
  /** Closes the panel and opens it anew while there is no network: what it shows then was kept here. */
  reopen(panel: Page): Promise<Page>;
  /** The network is back. */
  end(): Promise<void>;
}

/** The network goes away: the browser tells its pages so, and both servers are down for the background worker. */
export async function goOffline(
  sites: Sites,
  baton: ExtensionBrowser,
  { page, panel }: { page: Page; panel: Page },
): Promise<Outage> {
  await untilKept(page, panel);
  // A panel is reached by a connection of its own, and each connection has its own say about every page.
  const cut = new Set<BrowserContext>();
  const tell = async (shown: Page) => {
    cut.add(shown.context());
    await shown.context().setOffline(true);
  };
  await tell(page);
  await tell(panel);
  await Promise.all([sites.desk.stop(), sites.tracker.stop()]);
  return {
    reopen: async (open) => {
      await open.close();
      const again = await baton.openPanel(page);
      await tell(again);
      return again;
    },
    end: async () => {
      await Promise.all([sites.desk.start(), sites.tracker.start()]);
      for (const context of cut) await context.setOffline(false);
    },
  };
}

/** Has the desk's page load these tickets, as an agent does who opens them one by one; the panel follows. */
export async function visitTickets(
  sites: Sites,
  { page, panel }: { page: Page; panel: Page },
  ids: readonly number[],
): Promise<void> {
  for (const id of ids) {
    await goToTicket(page, id);
    await expect(shownTicket(panel, sites, id)).toBeVisible();
    await untilKept(page, panel);
  }
}

/** The ticket in front is drawn by the desk's page and stored by Baton: a moment after the panel shows it. */
async function untilKept(page: Page, panel: Page): Promise<void> {
  const id = page.url().split('/').at(-1);
  await page.locator(`#content_permanent_Ticket-${id} .ticket-article-item`).first().waitFor();
  const keys = async () => (await storedRows<{ key: string }>(panel, 'seenTickets')).map(({ key }) => key);
  await expect.poll(keys).toContainEqual(expect.stringMatching(new RegExp(`#${id}$`)));
}

const isWriting = ({ method, path }: SeenRequest) =>
  !/^(GET|HEAD|OPTIONS)$/.test(method) && !path.endsWith('/search');

/** Requests that change something at the desk or the tracker; searches are asked by POST too. */
const written = ({ desk, tracker }: Sites): readonly SeenRequest[] =>
  [...desk.requests, ...tracker.requests].filter(isWriting);

interface Stored {
  readonly state: string;
  readonly ticket: { readonly number: string };
  readonly exit?: { readonly kind: string; readonly reason: string } | null;
}

/** The ledger: how each escalation that never reached engineering ended. */
export const prevented = async (panel: Page): Promise<string[]> =>
  (await storedRows<Stored>(panel, 'escalations'))
    .filter(({ state }) => state === 'prevented')
    .map(({ exit }) => exit?.kind ?? '');

/**
 * With the network back, once desk and tracker have been asked again (so there was every chance to): nothing was
 * written anywhere, and nothing waits to be.
 */
export async function expectNothingSent(
  sites: Sites,
  outage: Outage,
  { page, panel }: { page: Page; panel: Page },
): Promise<void> {
  const asked = () => [sites.desk, sites.tracker].map(({ requests }) => requests.length);
  const [desk = 0, tracker = 0] = asked();
  await outage.end();
  // A ticket nobody looked at yet: the desk is asked for it, the tracker whether it is escalated.
  await goToTicket(page, 2);
  await expect(shownTicket(panel, sites, 2)).toBeVisible();
  await expect.poll(() => asked()[0]).toBeGreaterThan(desk);
  await expect.poll(() => asked()[1]).toBeGreaterThan(tracker);
  expect(await storedRows(panel, 'deliveries')).toEqual([]);
  expect(written(sites)).toEqual([]);
  expect(sites.tracker.issues()).toEqual([]);
}
