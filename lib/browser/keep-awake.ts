import { browser } from 'wxt/browser';

/** A worker without events is ended after 30 s, however much it computes; a call of an extension API counts as one. */
const EVERY_MS = 20_000;

/** Keeps the background worker alive while the work runs (developer.chrome.com, "Longer extension service worker lifetimes"). */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
