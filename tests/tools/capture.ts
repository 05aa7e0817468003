/**
 * `npm run capture -- <reader> <name> [--port 9222] [--page TEXT] [--version V] [--out FOLDER]`: saves the ticket that
 * is open in a running browser as a fixture of that reader, scrubbed, with its expected record. The browser must have
 * been started with `--remote-debugging-port`; `npm start` prints its port.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { installPageGlobals } from './read/page-globals';

const USAGE =
  'Usage: npm run capture -- <reader> <name> [--port 9222] [--page words-in-its-address] [--version 6.5] [--out FOLDER]';

function refuse(sentence: string, code: 1 | 2): never {
  console.error(sentence);
  process.exit(code);
}

/** Asks the desk from inside the page, with its session. Bodies cross as text. */
async function fetchInPage(page: Page, url: string, init: RequestInit | undefined): Promise<Response> {
  const headers = Object.fromEntries(new Headers(init?.headers));
  const answer = await page.evaluate(
    async ([address, given]) => {
      const response = await fetch(address, { headers: given, credentials: 'include' });
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    },
    [url, headers] as const,
  );
  const empty = [204, 205, 304].includes(answer.status);
  return new Response(empty ? null : answer.text, { status: answer.status, headers: answer.headers });
}

function parseCall() {
  const one = { type: 'string' } as const;
  try {
    const call = parseArgs({
      allowPositionals: true,
      options: { port: one, page: one, version: one, out: one, help: { type: 'boolean' } },
    });
    if (!call.values.help) return call;
  } catch {
    return refuse(`That is no call of this command. ${USAGE}`, 2);
  }
  console.log(USAGE);
  return process.exit(0);
}

async function main(): Promise<void> {
  const { values, positionals } = parseCall();
  const [id = '', name = ''] = positionals;
  if (!id || !/^[\w.-]+$/.test(name)) refuse(USAGE, 2);
  installPageGlobals();
  const { readerOf } = await import('./read/saved-page');
  const { capture, CaptureError } = await import('./capture/capture');
  const reader = await readerOf(id).catch(() => refuse(`There is no reader ${id}. ${USAGE}`, 2));
  const port = values.port ?? '9222';
  const browser = await chromium
    .connectOverCDP(`http://127.0.0.1:${port}`)
    .catch(() =>
      refuse(
        `No browser listens on port ${port}. Start one with --remote-debugging-port=${port}, or see what npm start prints.`,
        1,
      ),
    );
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find(
      (it) => it.url().includes(values.page ?? '') && reader.locate(new URL(it.url())) !== null,
    );
    if (!page) throw new CaptureError(`No open page has the address of a ${reader.name} ticket.`);
    const html = await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
    const cookie = await page.evaluate(() => document.cookie);
    const live = {
      cookie,
      url: page.url(),
      html,
      fetch: (url: string, init: RequestInit | undefined) => fetchInPage(page, url, init),
    };
    const about = { product: reader.name, version: values.version ?? 'unknown' };
    const { recorded, expected } = await capture(reader, live, about);
    const folder = values.out ?? path.join('lib/ticket/readers', id, 'fixtures');
    for (const [ending, content] of [
      ['json', recorded],
      ['expected.json', expected],
    ] as const) {
      const file = path.join(folder, `${name}.${ending}`);
      writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
      console.log(`wrote ${file}`);
    }
    console.log('Every word people wrote was replaced. Read both files before you commit them.');
  } catch (error) {
    if (!(error instanceof CaptureError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

await main();
