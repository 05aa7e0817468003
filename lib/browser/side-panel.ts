import { browser } from 'wxt/browser';

/** WXT types `browser` as Chrome's; Firefox has a sidebar instead of a side panel. */
interface FirefoxBrowser {
  readonly sidebarAction: { open(): Promise<void> };
}

/**
 * Opens the panel of a window. Must be the first, synchronous call in a handler of a user's gesture: any await
 * before it loses the gesture. Firefox has one sidebar per window and opens it in the window of the gesture.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as FirefoxBrowser).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
