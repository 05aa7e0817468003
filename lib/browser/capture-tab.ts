import { browser } from 'wxt/browser';
import { fromBase64 } from '@/lib/std/bytes';
import { findPrivateFields, type PrivateFields } from './private-fields';
import { frontTab } from './tabs';

export interface CapturedTab {
  readonly image: Blob;
  /** Null when Baton could not look for them. */
  readonly fields: PrivateFields | null;
}

const PNG = 'data:image/png;base64,';

/**
 * The visible part of the window's front tab. Null without a live grant for this tab: the browser gives one for a click
 * on the toolbar button, the keyboard command or the context menu there, and takes it back when the tab goes elsewhere.
 */
export async function captureTab(windowId: number): Promise<CapturedTab | null> {
  const tab = await frontTab(windowId);
  if (!tab) return null;
  const fields = await findPrivateFields(tab.tabId);
  const url = await browser.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => '');
  // `fetch` of a data address is forbidden by the extension's own policy.
  if (!url.startsWith(PNG)) return null;
  return { image: new Blob([fromBase64(url.slice(PNG.length))], { type: 'image/png' }), fields };
}
