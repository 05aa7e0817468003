import type { Page } from '@playwright/test';

/** Width and height stand at the same place in every PNG (its IHDR chunk). */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

const asDataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/**
 * One picture of a page with its side panel. A headless browser draws no window, so the two are taken apart, each from
 * the real thing, and laid side by side as the window would show them.
 */
export async function pictureBeside(page: Page, panel: Page, file: string): Promise<void> {
  const [left, right] = await Promise.all([page.screenshot(), panel.screenshot()]);
  const canvas = await page.context().newPage();
  try {
    await canvas.setViewportSize({
      width: sizeOf(left).width + sizeOf(right).width + 1,
      height: Math.max(sizeOf(left).height, sizeOf(right).height),
    });
    await canvas.setContent(
      `<body style="margin:0;overflow:hidden;display:flex;align-items:start;width:max-content;background:#d5d9dc">
         <img src="${asDataUrl(left)}"><img src="${asDataUrl(right)}" style="margin-left:1px">
       </body>`,
    );
    await canvas.screenshot({ path: file });
  } finally {
    await canvas.close();
    await page.bringToFront();
  }
}
