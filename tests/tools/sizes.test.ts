// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { initialScripts, measure, table } from './sizes';

const folder = mkdtempSync(path.join(tmpdir(), 'baton-sizes-'));

beforeAll(() => {
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify({
      side_panel: { default_path: 'sidepanel.html' },
      background: { service_worker: 'background.js' },
    }),
    'sidepanel.html': '<script type="module" crossorigin src="/chunks/panel.js"></script>',
    'chunks/panel.js': 'import{a}from"./shared.js";import("./later.js");a("import x from \\"./text.js\\"")',
    'chunks/shared.js': 'export{b as a}from"./deep.js"',
    'chunks/deep.js': 'export const b=console.log',
    'chunks/later.js': '1',
    'background.js': '1',
    'read-page.js': '1',
    'read-zammad.js': '1',
    'other.js': '1',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('follows static imports of static imports, but neither dynamic ones nor texts', () => {
  const found = initialScripts(folder).map(([part, files]) => [part, files.map((it) => path.basename(it))]);
  expect(found).toEqual([
    ['side panel', ['panel.js', 'shared.js', 'deep.js']],
    ['background', ['background.js']],
    ['read-page.js', ['read-page.js']],
    ['read-zammad.js', ['read-zammad.js']],
  ]);
});

it('marks what is over its budget', () => {
  expect(table(measure(folder, { background: 0 }))).toMatch(/background .*OVER 0/);
  expect(table(measure(folder, { 'read-*.js': 0 }))).toMatch(
    /read-page.js .*OVER 0\nread-zammad.js .*OVER 0/,
  );
  expect(table(measure(folder))).not.toContain('OVER');
});
