import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { type Sites, startSites } from '../sites';
import { drawErrorScreenshot } from '../sites/screenshot';
import { launchFirefox, openOwnPage } from './firefox-browser';
import {
  dropOnSidebar,
  inSidebar,
  openSidebar,
  pressInSidebar,
  sidebarText,
  typeInSidebar,
} from './firefox-sidebar';

let browser: Browser;
let sites: Sites;
let page: Page;

const press = (name: string) => expect.poll(() => pressInSidebar(browser, name)).toBe(true);
const shows = (text: string | RegExp) => expect.poll(() => sidebarText(browser)).toMatch(text);

/** Pictures among the kept files, from a page of the extension: they share one store. */
async function keptPictures(): Promise<{ name: string; width: number; height: number; colours: number }[]> {
  const own = await openOwnPage(browser, 'options', 'h1');
  const pictures = await own.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('baton');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const rows = await new Promise<{ name: string; bytes: Blob }[]>((resolve) => {
      const all = db.transaction('files').objectStore('files').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return Promise.all(
      rows.map(async ({ name, bytes }) => {
        const { width, height } = await createImageBitmap(bytes);
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        pen?.drawImage(await createImageBitmap(bytes), 0, 0);
        const pixels = new Uint32Array(
          pen?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(),
        );
        return { name, width, height, colours: new Set(pixels).size };
      }),
    );
  });
  await own.close();
  return pictures;
}

test.beforeEach(async () => {
  sites = await startSites();
  browser = await launchFirefox();
  page = await browser.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  await page.bringToFront();
  await openSidebar(browser);
  await shows(/#48213/);
  await press('Describe');
  await expect.poll(() => typeInSidebar(browser, 'The problem in one sentence', 'Exports stop.')).toBe(true);
});

test.afterEach(async () => {
  await browser?.close();
  await sites?.close();
});

test('the tab beside the sidebar is captured, drawn in the editor and kept', async () => {
  await press('Capture the tab');
  await expect
    .poll(() =>
      inSidebar(browser, (own) => {
        const canvas = own.querySelector<HTMLCanvasElement>('dialog[open] canvas');
        return canvas !== null && canvas.width > 100;
      }),
    )
    .toBe(true);
  // Fields and addresses of the page are proposed to be blurred.
  await shows(/Blur/);
  await press('Save');
  await shows(/1 will be attached/);
  const [picture] = await keptPictures();
  expect(picture?.name).toMatch(/^tab .*\.png$/);
  expect(picture?.width).toBeGreaterThan(300);
  expect(picture?.height).toBeGreaterThan(300);
  // The page itself, not an empty area.
  expect(picture?.colours).toBeGreaterThan(10);
});

test('a tab that was left since cannot be captured, and the sidebar says what to do', async () => {
  await page.goto(`${sites.tracker.url}/issues`);
  await press('Capture the tab');
  await shows(/The browser shows a tab only where you asked for it: right-click the page/);
  await shows(/You can also take a screenshot and paste it here\./);
});

test('a picture that is dropped on the sidebar is kept', async () => {
  const drawn = drawErrorScreenshot({
    address: 'app.marlow.example/reports',
    title: 'EXPORT FAILED',
    lines: ['ERROR E-4102'],
  });
  await dropOnSidebar(browser, {
    name: 'dropped.png',
    type: 'image/png',
    base64: drawn.toString('base64'),
  });
  await shows(/1 will be attached/);
  expect(await keptPictures()).toMatchObject([{ name: 'dropped.png', width: 640, height: 360 }]);
});
