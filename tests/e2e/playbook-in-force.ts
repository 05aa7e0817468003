import type { ExtensionBrowser } from '../tools/extension-browser';

/** The team's playbook, as if it had been taken over in the settings. */
export async function putPlaybook(baton: ExtensionBrowser, playbook: object): Promise<void> {
  await (await baton.serviceWorker()).evaluate((text) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ playbook: text });
  }, JSON.stringify(playbook));
}
