import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Recorded } from '../contracts/reader-contract';

export interface Recording {
  readonly reader: string;
  readonly recorded: Recorded;
  readonly expected: Ticket;
}

const READERS = 'lib/ticket/readers';
const parse = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** Every recorded ticket of every reader, as the contract kit has them. */
export function allRecordings(): Recording[] {
  return readdirSync(READERS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'page' && entry.name !== 'by-address')
    .flatMap(({ name: reader }) => {
      const folder = path.join(READERS, reader, 'fixtures');
      const files = readdirSync(folder).filter((file) => file.endsWith('.expected.json'));
      return files.map((file) => ({
        reader,
        recorded: parse(path.join(folder, file.replace('.expected.json', '.json'))) as Recorded,
        expected: parse(path.join(folder, file)) as Ticket,
      }));
    });
}

interface Special {
  readonly $html?: string;
  readonly $status?: number;
  readonly $json?: unknown;
  readonly $headers?: Record<string, string>;
}

/** Serves a recording under its real address, so that the browser treats it as the desk itself. Returns what was asked. */
export async function serveRecording(
  context: BrowserContext,
  recorded: Recorded,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly asked: string[] }> {
  const { origin, pathname, search } = new URL(recorded.url);
  const [cookie = '', value = ''] = (recorded.cookie ?? '').split('=', 2);
  if (cookie) await context.addCookies([{ name: cookie, value, url: origin }]);
  const answers = new Map(Object.entries({ ...recorded.answers, ...changes }));
  const asked: string[] = [];
  await context.route(`${origin}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (route.request().isNavigationRequest() && route.request().frame().parentFrame() === null) {
      const page =
        url.pathname + url.search === pathname + search ? recorded.html : (answers.get(url.pathname) ?? '');
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: String(page) });
    }
    const path = decodeURIComponent(url.pathname + url.search).replaceAll('+', ' ');
    if (!answers.has(path)) return route.fulfill({ status: 404, json: { error: 'Not found' } });
    asked.push(path);
    const answer = answers.get(path);
    const { $html, $status, $json, $headers = {} } = (answer ?? {}) as Special;
    if ($status) return route.fulfill({ status: $status, json: {} });
    if ($html !== undefined)
      return route.fulfill({ contentType: 'text/html', body: $html, headers: $headers });
    return route.fulfill({ json: $json ?? answer, headers: $headers });
  });
  return { asked };
}

/** Asks the script of a reader in the tab in front, as the panel does, and gives back its raw answer. */
export function askReader(panel: Page, reader: string, request: object): Promise<unknown> {
  return panel.evaluate(
    async ([to, message]) => {
      interface Tabs {
        query(filter: object): Promise<{ id: number }[]>;
        sendMessage(id: number, message: object): Promise<unknown>;
      }
      const { chrome } = globalThis as unknown as { chrome: { tabs: Tabs } };
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      return chrome.tabs.sendMessage(tab?.id ?? 0, { to: 'baton-page', reader: to, ...message });
    },
    [reader, request] as const,
  );
}
