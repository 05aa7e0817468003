import { browser } from 'wxt/browser';
import { readSelection } from '@/lib/browser/page';
import { openSidePanel } from '@/lib/browser/side-panel';
import { SELECTION_ACTIONS, type SelectionAction } from './selection';
import { saveSelection } from './store';

const TITLES: Record<SelectionAction, string> = {
  escalate: 'Escalate selection',
  search: 'Search known bugs for selection',
  capture: 'Capture this tab for the escalation',
  steps: 'Steps',
  expected: 'Expected',
  actual: 'Actual',
  error: 'Error',
  quote: 'Quote',
};

const PARENT = 'add-selection-as';
const REPORT_FIELDS = ['steps', 'expected', 'actual', 'error', 'quote'] as const;

function createMenus(): void {
  // Removing first: an update of the extension would otherwise meet its own menus.
  browser.contextMenus.removeAll(() => {
    const contexts: ['selection'] = ['selection'];
    for (const id of ['escalate', 'search'] as const) {
      browser.contextMenus.create({ id, title: TITLES[id], contexts });
    }
    browser.contextMenus.create({ id: PARENT, title: 'Add selection as', contexts });
    for (const id of REPORT_FIELDS) {
      browser.contextMenus.create({ id, parentId: PARENT, title: TITLES[id], contexts });
    }
    browser.contextMenus.create({ id: 'capture', title: TITLES.capture, contexts: ['all'] });
  });
}

const toAction = (id: unknown): SelectionAction | undefined =>
  SELECTION_ACTIONS.find((action) => action === id);

/** The selection with its line breaks where the page allows it, else the flattened text the menu reports. */
async function selectedText(tabId: number, frameId: number, flattened: string): Promise<string> {
  try {
    return (await readSelection(tabId, frameId)) || flattened;
  } catch {
    return flattened;
  }
}

/** Context menu on pages and selected text, and the keyboard command. Listeners are set at every start of the worker. */
export function startMenus(): void {
  browser.runtime.onInstalled.addListener(createMenus);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const action = toAction(info.menuItemId);
    if (!action || tab?.id === undefined || tab.windowId === undefined) return;
    const { id: tabId, windowId } = tab;
    // First and synchronously: any await before it loses the gesture. The selection follows the panel.
    void openSidePanel(windowId).catch(() => undefined);
    void selectedText(tabId, info.frameId ?? 0, info.selectionText ?? '').then((text) =>
      saveSelection({
        windowId,
        tabId,
        action,
        text: text.slice(0, 20_000),
        url: info.frameUrl ?? info.pageUrl ?? tab.url ?? '',
        at: Date.now(),
      }),
    );
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel' && tab?.windowId !== undefined) {
      void openSidePanel(tab.windowId).catch(() => undefined);
    }
  });
}
