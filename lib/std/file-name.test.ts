// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFileName, withEnding } from './file-name';

it.each([
  ['board screenshot.png', 'board screenshot.png'],
  ['../../CON.png.exe', 'CON.png.exe'],
  ['C:\\Users\\mira\\log.txt', 'log.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\nc.txt', 'ab c.txt'],
  ['..', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
])('makes %j harmless', (raw, name) => {
  expect(toFileName(raw)).toBe(name);
});

it('cuts the middle of a long name and keeps its ending', () => {
  const name = toFileName(`${'x'.repeat(5000)}.har`);
  expect(name).toHaveLength(120);
  expect(name.endsWith('….har')).toBe(true);
});

it('leaves no path, no control and no override in any name, and never an empty one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 160 }), (raw) => {
      const name = toFileName(raw);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
      expect(name).not.toMatch(/[\\/\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(name.trim()).not.toBe('');
      expect(toFileName(name)).toBe(name);
    }),
  );
});

it.each([
  ['shot.gif', 'shot.png'],
  ['v1.2.gif', 'v1.2.png'],
  ['shot', 'shot.png'],
  ['.hidden', '.hidden.png'],
])('gives %s another ending', (name, changed) => {
  expect(withEnding(name, 'png')).toBe(changed);
});
