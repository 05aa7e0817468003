import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { drawErrorScreenshot } from '../sites/screenshot';
import { expect, test } from './fixtures';
import { handFiles as hand } from './hand-files';
import { selectAndChoose } from './selection';
import { storedRows } from './stored';
import { connectTracker, goToStep, openTicket, startDescribe } from './walk';

const SHOT = drawErrorScreenshot({
  address: 'app.marlow.example/reports',
  title: 'EXPORT FAILED',
  lines: ['ERROR E-4102', 'STOPPED AT 42 %'],
});

const section = (panel: Page) => panel.getByRole('region', { name: 'Evidence' });
const picker = (panel: Page) => panel.locator('input[type=file]');
const editor = (panel: Page) => panel.getByRole('dialog', { name: /^Edit/ });
const canvas = (panel: Page) => editor(panel).getByRole('application', { name: /^Picture/ });

/** A mark in the editor's list. */
const row = (panel: Page, name: RegExp) => editor(panel).getByRole('listitem').getByRole('button', { name });

interface Stored {
  readonly name: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of every pixel. */
  readonly pixels: Buffer;
}

/** Pictures among the kept files, decoded. */
async function storedPictures(panel: Page): Promise<Stored[]> {
  const pictures = await panel.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('baton');
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const rows = await new Promise<{ name: string; type: string; bytes: Blob }[]>((resolve) => {
      const all = db.transaction('files').objectStore('files').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return Promise.all(
      rows.map(async ({ name, type, bytes }) => {
        const bitmap = await createImageBitmap(bytes);
        const { width, height } = bitmap;
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        pen?.drawImage(bitmap, 0, 0);
        const pixels = pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        // As one text: a list of a million numbers takes the test half a minute.
        const packed = await new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result));
          reader.readAsDataURL(new Blob([pixels]));
        });
        return { name, type, width, height, base64: packed.slice(packed.indexOf(',') + 1) };
      }),
    );
  });
  return pictures.map(({ base64, ...rest }) => ({ ...rest, pixels: Buffer.from(base64, 'base64') }));
}

const coloursIn = ({ pixels, width }: Stored, x: number, y: number, wide: number, high: number) => {
  const found: string[] = [];
  for (let row = y; row < y + high; row += 1) {
    for (let column = x; column < x + wide; column += 1) {
      const at = (row * width + column) * 4;
      found.push(pixels.subarray(at, at + 3).join(' '));
    }
  }
  return found;
};

test('a pasted picture is boxed and blurred by keyboard, and what lay under the blur is gone', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 1);
  await startDescribe(panel);
  await hand(panel, 'paste', [{ name: 'image.png', type: 'image/png', bytes: SHOT }]);
  const edit = section(panel).getByRole('button', { name: /^Edit pasted/ });
  await expect(edit).toBeVisible();
  const [original] = await storedPictures(panel);
  await edit.focus();
  await panel.keyboard.press('Enter');
  await expect(canvas(panel)).toBeFocused();

  await panel.keyboard.press('b');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('Shift+ArrowRight');
  await panel.keyboard.press('u');
  await panel.keyboard.press('Enter');
  for (let press = 0; press < 2; press += 1) await panel.keyboard.press('ArrowUp');
  // Steps are a hundredth of the longer side: 6 pixels of 640.
  await expect(row(panel, /^Blur/)).toHaveText(/192 × 54 at 224, 141/);
  await expect(row(panel, /^Box/)).toHaveText(/198 × 54 at 224, 147/);

  await panel.keyboard.press('Control+z');
  await expect(row(panel, /^Blur/)).toHaveText(/at 224, 153/);
  await panel.keyboard.press('Control+y');
  await expect(row(panel, /^Blur/)).toHaveText(/at 224, 141/);
  await panel.keyboard.press('Control+Enter');
  await expect(editor(panel)).toHaveCount(0);

  await expect(panel.getByText('1 will be attached')).toBeVisible();
  const kept = await storedPictures(panel);
  expect(kept).toHaveLength(1);
  const [saved] = kept;
  if (!original || !saved) throw new Error('No picture is kept.');
  expect(saved).toMatchObject({ type: 'image/png', width: 640, height: 360 });
  // Letters stood here: ink and nothing else. Now there are squares of many greys, and no pixel of the ink.
  const ink = '38 43 51';
  expect(coloursIn(original, 230, 152, 180, 14)).toContain(ink);
  const under = coloursIn(saved, 230, 152, 180, 14);
  expect(under).not.toContain(ink);
  expect(new Set(under).size).toBeGreaterThan(5);
  const above = (picture: Stored) => picture.pixels.subarray(0, 640 * 100 * 4);
  expect(above(saved).equals(above(original))).toBe(true);
});

test('crop, arrow and words are drawn by pointer and keyboard; Tab goes from mark to mark', async ({
  sites,
  baton,
}) => {
  const { panel } = await openTicket(baton, sites, 1);
  await startDescribe(panel);
  await picker(panel).setInputFiles({ name: 'shot.gif.png', mimeType: 'image/png', buffer: SHOT });
  await section(panel).getByRole('button', { name: 'Edit shot.gif.png' }).click();
  await editor(panel).getByRole('button', { name: 'Crop' }).click();
  await panel.keyboard.press('Enter');
  await editor(panel).getByRole('button', { name: 'Arrow' }).click();
  const box = await canvas(panel).boundingBox();
  if (!box) throw new Error('The picture is not shown.');
  const [left, top] = [box.x + box.width / 2 - 40, box.y + box.height / 2 - 20];
  await panel.mouse.move(left, top);
  await panel.mouse.down();
  await panel.mouse.move(left + 60, top + 30, { steps: 4 });
  await panel.mouse.up();
  await expect(editor(panel).getByRole('button', { name: /^Arrow from/ })).toBeVisible();
  await panel.keyboard.press('t');
  await panel.keyboard.press('Enter');
  await editor(panel).getByLabel('Words on the picture').fill('stops here');
  await panel.keyboard.press('Escape');
  await expect(canvas(panel)).toBeFocused();
  const rows = editor(panel).getByRole('listitem').getByRole('button', { pressed: true });
  await expect(rows).toHaveText(/Text “stops here”/);

  await editor(panel)
    .getByRole('button', { name: /^Crop 512/ })
    .focus();
  await panel.keyboard.press('Tab');
  await expect(rows).toHaveText(/^Arrow/);
  await panel.keyboard.press('Delete');
  await expect(editor(panel).getByRole('listitem')).toHaveCount(2);

  // Escape lets go of the mark, then asks: what was drawn is not lost by a key too many.
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await expect(editor(panel).getByText('Leave without saving what you drew?')).toBeVisible();
  await editor(panel).getByRole('button', { name: 'Stay' }).click();
  await editor(panel).getByRole('button', { name: 'Save' }).click();
  await expect(editor(panel)).toHaveCount(0);
  const [saved] = await storedPictures(panel);
  expect(saved).toMatchObject({ width: 512, height: 288 });
  expect(new Set(coloursIn(saved as Stored, 0, 0, 512, 288))).toContain('197 34 31');
});

test('a captured tab comes with blurs over form fields and e-mail addresses, kept only once saved', async ({
  sites,
  baton,
}) => {
  const page = await baton.context.newPage();
  await page.goto(sites.desk.ticketUrl(1));
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.style.cssText = 'position:fixed;inset:80px auto auto 80px;background:#fff;z-index:9;padding:20px';
    form.innerHTML =
      '<input value="Greta"><input value="" placeholder="empty"><input type="submit" value="Send">' +
      '<p>Write to greta@marlow.example or @nobody</p>';
    document.body.append(form);
  });
  const panel = await baton.openPanel(page);
  await panel.getByText('#48213', { exact: true }).waitFor();
  await startDescribe(panel);
  const capture = section(panel).getByRole('button', { name: 'Capture the tab' });
  await capture.click();
  const blurs = editor(panel).getByRole('button', { name: /^Blur over/ });
  await expect(blurs.filter({ hasText: 'form field' }).first()).toBeVisible();
  await expect(blurs.filter({ hasText: 'e-mail address' }).first()).toBeVisible();
  const before = await blurs.count();
  await expect(panel.getByText('will be attached')).toHaveCount(0);
  await blurs.first().focus();
  await panel.keyboard.press('Delete');
  await expect(blurs).toHaveCount(before - 1);
  await panel.keyboard.press('Control+z');
  await expect(blurs).toHaveCount(before);
  await editor(panel).getByRole('button', { name: 'Save' }).click();
  await expect(section(panel).getByRole('button', { name: /^Edit tab / })).toBeVisible();
  await expect(panel.getByText('1 will be attached')).toBeVisible();

  const other = await baton.context.newPage();
  await other.goto(`${sites.tracker.url}/projects/app`);
  await expect(panel.getByText('This tab is no ticket')).toBeVisible();
  await capture.click();
  await expect(section(panel).getByRole('alert')).toContainText('Capture this tab for the escalation');
});

test('the context menu of the page captures it for the open ticket', async ({ sites, baton }) => {
  const { page, panel } = await openTicket(baton, sites, 1);
  await selectAndChoose(baton, page, 'capture', 'body');
  await expect(canvas(panel)).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(editor(panel)).toHaveCount(0);
  await expect(section(panel)).toBeVisible();
  await expect(panel.getByText('will be attached')).toHaveCount(0);
});

test('files are dropped; the same again, empty, huge and enormous ones are refused in words', async ({
  sites,
  baton,
}) => {
  await connectTracker(baton, sites);
  const { panel } = await openTicket(baton, sites, 1);
  await startDescribe(panel);
  const log = { name: '../..\\console\u202Egol.txt', type: 'text/plain', bytes: Buffer.from('E-4102') };
  await hand(panel, 'dragover', [log]);
  await expect(section(panel).getByText('Drop here')).toBeVisible();
  await hand(panel, 'drop', [log]);
  await expect(section(panel).getByText('consolegol.txt', { exact: true })).toBeVisible();
  await expect(section(panel).getByText('Drop here')).toHaveCount(0);

  const says = section(panel).getByRole('alert');
  await hand(panel, 'paste', [{ ...log, name: 'again.txt' }]);
  await expect(says).toHaveText('again.txt is the same file as consolegol.txt, which is here already.');
  await hand(panel, 'drop', [{ ...log, name: 'nothing.txt', bytes: Buffer.alloc(0) }]);
  await expect(says).toHaveText('nothing.txt is empty and was not added.');
  await hand(panel, 'drop', [
    { name: 'wall.png', type: 'image/png', bytes: enormousPng() },
    { name: 'video.mp4', type: 'video/mp4', bytes: Buffer.from('x'), size: 20_000_001 },
  ]);
  await expect(says).toContainText('wall.png is 10000 × 10000 pixels (100 megapixels)');
  await expect(says).toContainText('video.mp4 is 20.0 MB; Baton keeps files up to 20.0 MB');

  await hand(panel, 'drop', [
    { name: 'broken.png', type: 'image/png', bytes: SHOT.subarray(0, 60) },
    { name: 'dump.bin', type: '', bytes: Buffer.from('x'), size: 6_000_000 },
  ]);
  await expect(section(panel).getByText('cannot be shown')).toBeVisible();
  await expect(section(panel).getByText('6.0 MB, over the limit')).toBeVisible();
  await expect(
    section(panel).getByText('dump.bin has 6.0 MB, more than the 5.2 MB Redmine takes'),
  ).toBeVisible();
  await expect(section(panel).getByText('3 will be attached · largest 6.0 MB of 5.2 MB')).toBeVisible();
  await section(panel).getByRole('button', { name: 'Remove dump.bin' }).click();
  await expect(section(panel).getByText('2 will be attached')).toBeVisible();
  await expect(section(panel).getByText('over the limit')).toHaveCount(0);
});

test('links to recordings are checked, kept and removed', async ({ sites, baton }) => {
  const { panel } = await openTicket(baton, sites, 1);
  await startDescribe(panel);
  const field = section(panel).getByLabel('Link to a recording');
  await field.fill('javascript:alert(1)');
  await panel.keyboard.press('Enter');
  await expect(section(panel).getByText('That is not a web address')).toBeVisible();
  await field.fill('https://video.example/s/42');
  await panel.keyboard.press('Enter');
  await expect(section(panel).getByRole('link', { name: 'https://video.example/s/42' })).toBeVisible();
  // Left in the field, not added: leaving it adds it.
  await field.fill('https://video.example/s/43');
  await section(panel).getByRole('button', { name: 'Capture the tab' }).focus();
  await expect(section(panel).getByRole('link')).toHaveCount(2);
  // Shown at once, stored a moment later.
  const kept = async () =>
    (await storedRows<{ recordings?: string[] }>(panel, 'escalations'))[0]?.recordings?.length;
  await expect.poll(kept).toBe(2);
  await panel.reload();
  await goToStep(panel, 'Describe');
  await expect(section(panel).getByRole('link')).toHaveCount(2);
  await section(panel)
    .getByRole('button', { name: 'Remove the recording https://video.example/s/42' })
    .click();
  await expect(section(panel).getByRole('link')).toHaveText(['https://video.example/s/43']);
});

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

/** A valid PNG of 100 megapixels: one bit each, all the same, so a few kilobytes hold it. */
function enormousPng(): Buffer {
  const side = 10_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  return Buffer.concat([
    SHOT.subarray(0, 8),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
