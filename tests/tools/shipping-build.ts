import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'wxt';

/** Builds the extension as it ships into a fresh folder; `.output` may hold another build at the same time. */
export async function shippingBuild(browser: string): Promise<{ folder: string; remove(): void }> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'baton-build-'));
  const remove = () => rmSync(outDir, { recursive: true, force: true });
  try {
    await build({ browser, outDir, manifestVersion: 3, logger: quiet });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder: path.join(outDir, `${browser}-mv3`), remove };
}

/** wxt prints to the console, where only the result of the caller belongs. */
const silent = () => {};
const loud = (...words: unknown[]) => console.error(...words);
const quiet = {
  level: 0,
  debug: silent,
  log: silent,
  info: silent,
  success: silent,
  warn: loud,
  error: loud,
  fatal: loud,
};
