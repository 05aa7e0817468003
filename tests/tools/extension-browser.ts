import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { browserTargets } from './browser-targets';
import { findChromium } from './chromium';
import { until } from './waiting';

export interface ExtensionBrowserOptions {
  /** Folder of the built extension. */
  extension: string;
  /** Kept after close; without it a temporary profile is made and removed. */
  profile?: string;
  headed?: boolean;
  width?: number;
  height?: number;
  /** Language of the browser, for example `ar`. */
  locale?: string;
  /** False leaves scripts as bytecode: what the engine compiles of them is then no part of the heap. */
  compiles?: boolean;
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  debugPort: number;
  serviceWorker(): Promise<Worker>;
  /** Clicks the toolbar button on the page's tab and returns the popup. */
  openPopup(page: Page): Promise<Page>;
  /** Opens the popup on the page's tab, presses "Open beside ticket" and returns the panel of that window. */
  openPanel(page: Page): Promise<Page>;
  /** The panel that is open, the latest when two windows have one. */
  panel(): Promise<Page>;
  /** Stops the background worker as Chromium does when it is idle; the next event or message starts a new one. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

const root = typeof process.getuid === 'function' && process.getuid() === 0;

function browserArguments(options: ExtensionBrowserOptions): string[] {
  const { extension, headed = false, width = 1280, height = 800, locale, compiles = true } = options;
  return [
    ...(headed ? [] : ['--headless=new']),
    // Chromium refuses its sandbox to root; --test-type hides the warning bar about that.
    ...(root ? ['--no-sandbox', '--test-type'] : []),
    ...(locale ? [`--lang=${locale}`] : []),
    ...(compiles ? [] : ['--js-flags=--no-opt --no-maglev --no-sparkplug']),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-position=0,0',
    `--window-size=${width},${height}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--remote-debugging-port=0',
  ];
}

async function readPort(file: string): Promise<number | undefined> {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** Starts Chromium with the built extension. Popup and panel are the real ones, which Playwright alone does not see. */
export async function launchExtensionBrowser(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'baton-profile-'));
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    // The caller closes the browser, and with it the profile.
    handleSIGINT: false,
    viewport: null,
    ignoreDefaultArgs: ['--enable-automation'],
    args: browserArguments({ ...options, extension: path.resolve(options.extension) }),
    ...(options.locale
      ? { env: { ...process.env, LANGUAGE: options.locale } as Record<string, string> }
      : {}),
  });
  // The browser picks a free port itself and writes it down.
  const debugPort = await until('the debugging port', () => readPort(portFile));
  const targets = browserTargets(context, debugPort);
  const close = async () => {
    await targets.disconnect();
    await context.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const serviceWorker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 60_000 }));

  let extensionId: string;
  try {
    extensionId = new URL((await serviceWorker()).url()).host;
  } catch (error) {
    await close();
    throw new Error(`The extension in ${options.extension} did not start: is it built? ${error}`);
  }
  const origin = `chrome-extension://${extensionId}`;
  const popupUrl = `${origin}/popup.html`;
  const panelUrl = `${origin}/sidepanel.html`;

  const openPopup = async (page: Page) => {
    await page.bringToFront();
    // On a busy machine the browser may lose the click; nothing happens then, so it is repeated.
    let pressedAt = 0;
    return until('the popup', async () => {
      const open = await targets.connectTo(popupUrl);
      if (open || Date.now() - pressedAt < 3_000) return open;
      pressedAt = Date.now();
      await targets.send('Extensions.triggerAction', {
        id: extensionId,
        targetId: await targets.tabOf(page),
      });
      return undefined;
    });
  };

  const openPanel = async (page: Page) => {
    const known = new Set((await targets.list('page', panelUrl)).map((it) => it.targetId));
    const popup = await openPopup(page);
    // The popup closes itself in the click, which Playwright may report as a failed click.
    await popup
      .getByRole('button', { name: 'Open beside ticket' })
      .click()
      .catch((error) => {
        if (!popup.isClosed()) throw error;
      });
    return until('the side panel', () => targets.connectTo(panelUrl, known));
  };

  const killWorker = async () => {
    const workers = () => targets.list('service_worker', origin);
    const [worker] = await workers();
    if (!worker) return;
    const { targetId } = worker;
    await targets.send('Target.closeTarget', { targetId });
    // A message may have started the next one already.
    const isGone = async () => (await workers()).every((it) => it.targetId !== targetId);
    await until('the worker to stop', async () => (await isGone()) || undefined);
  };

  const panel = () => until('the side panel', () => targets.connectTo(panelUrl));
  return { context, extensionId, debugPort, serviceWorker, openPopup, openPanel, panel, killWorker, close };
}
