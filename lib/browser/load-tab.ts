import { browser } from 'wxt/browser';
import { SECOND_MS } from '@/lib/std/time';

/** A desk that takes longer is not waited for: its page says by itself whether it stands. */
const PATIENCE_MS = 60 * SECOND_MS;

/** Leads a tab to another address, and waits until the page is loaded. */
export async function loadTab(tabId: number, url: string): Promise<void> {
  const { onUpdated } = browser.tabs;
  let stop = () => {};
  const loaded = new Promise<void>((resolve) => {
    let begun = false;
    const listen = (updated: number, change: { status?: string }) => {
      if (updated !== tabId) return;
      if (change.status === 'loading') begun = true;
      if (change.status === 'complete' && begun) resolve();
    };
    const timer = setTimeout(resolve, PATIENCE_MS);
    onUpdated.addListener(listen);
    stop = () => {
      clearTimeout(timer);
      onUpdated.removeListener(listen);
    };
  });
  try {
    await browser.tabs.update(tabId, { url });
    await loaded;
  } finally {
    stop();
  }
}
