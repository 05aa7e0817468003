import type { Page } from '@playwright/test';
import type { Sites } from '../sites';
import type { ExtensionBrowser } from '../tools/extension-browser';

/** Called in every state; `quick` while something in it is running out, such as the time to undo. */
export type Visit = (name: string, page: Page, quick?: boolean) => Promise<void>;

/** A way through some screens that stops at each of their states; one browser of its own. */
export interface Tour {
  readonly name: string;
  readonly run: (baton: ExtensionBrowser, sites: Sites, visit: Visit) => Promise<void>;
}
