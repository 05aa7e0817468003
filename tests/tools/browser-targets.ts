import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';

/** A tab, page or worker as the DevTools protocol lists it. */
interface Target {
  targetId: string;
  type: string;
  url: string;
  embedderData?: { tabActive?: boolean };
}

async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    return (await session.send('Target.getTargetInfo')).targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

/** What Playwright does not list by itself: popups, side panels, and which tab the toolbar button belongs to. */
export function browserTargets(context: BrowserContext, debugPort: number) {
  const connections: Browser[] = [];

  async function send<T>(method: string, params: object): Promise<T> {
    const session = await (context.browser() as Browser).newBrowserCDPSession();
    try {
      return (await session.send(method as never, params as never)) as T;
    } finally {
      await session.detach();
    }
  }

  async function list(type: string, urlStart: string): Promise<Target[]> {
    const filter = [{ type }, { exclude: true }];
    const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets', { filter });
    return targetInfos.filter((it) => it.url.startsWith(urlStart));
  }

  /** The latest page at the address. A connection sees only what was open when it was made, hence a new one. */
  async function connectTo(
    urlStart: string,
    known: ReadonlySet<string> = new Set(),
  ): Promise<Page | undefined> {
    const wanted = (await list('page', urlStart)).filter((it) => !known.has(it.targetId)).at(-1);
    if (!wanted) return undefined;
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
    connections.push(connection);
    for (const page of connection.contexts().flatMap((it) => it.pages())) {
      if (page.url().startsWith(urlStart) && (await targetIdOf(page)) === wanted.targetId) return page;
    }
    return undefined;
  }

  /** The target of the tab that shows the page; the active one when several tabs show the same address. */
  async function tabOf(page: Page): Promise<string> {
    const tabs = (await list('tab', page.url())).filter((it) => it.url === page.url());
    const tab = tabs.find((it) => it.embedderData?.tabActive) ?? tabs[0];
    if (!tab) throw new Error(`No tab shows ${page.url()}.`);
    return tab.targetId;
  }

  const disconnect = async () => {
    await Promise.all(connections.map((it) => it.close().catch(() => {})));
  };

  return { send, list, connectTo, tabOf, disconnect };
}
