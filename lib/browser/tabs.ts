import { browser } from 'wxt/browser';

/** The tab in front of a window. `url` is null while Baton may not see it. */
export interface FrontTab {
  readonly tabId: number;
  readonly url: string | null;
  readonly loading: boolean;
}

export async function currentWindowId(): Promise<number> {
  return (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT;
}

export async function frontTab(windowId: number): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  if (tab?.id === undefined) return null;
  return { tabId: tab.id, url: tab.url || null, loading: tab.status === 'loading' };
}

/**
 * Calls back when another tab of the window comes to the front, or the front tab goes to another address (pushState
 * and hash changes included) or finishes loading. Returns the way to stop.
 */
export function onFrontTabChanged(windowId: number, listener: () => void): () => void {
  const activated = (info: { windowId: number }) => {
    if (info.windowId === windowId) listener();
  };
  const updated = (
    _tabId: number,
    change: { url?: string; status?: string; title?: string },
    tab: { active: boolean; windowId?: number },
  ) => {
    if (!tab.active || tab.windowId !== windowId) return;
    if (change.url !== undefined || change.status !== undefined) listener();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Ids of open tabs below this address (an origin, or with a path). Empty without the permission to see them. */
export async function tabsAtOrigin(address: string): Promise<number[]> {
  const root = new URL(address);
  const below = root.pathname.replace(/\/*$/, '/');
  const tabs = await browser.tabs.query({});
  return tabs.flatMap((tab) => {
    const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
    const here = url?.origin === root.origin && `${url.pathname}/`.startsWith(below);
    return here && tab.id !== undefined && !tab.discarded ? [tab.id] : [];
  });
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Brings an open tab of exactly this address to the front, else opens one. */
export async function showAddress(url: string): Promise<void> {
  const tabs = await browser.tabs.query({});
  const open = tabs.find((tab) => tab.url === url);
  if (open?.id === undefined) return openTab(url);
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
