import { expect, it } from 'vitest';
import { namesFeature } from './names-feature';

it.each([
  ['Our Smart Export stops', 'smart export', true],
  ['SMART\n  EXPORT!', 'Smart Export', true],
  ['smart exports stop', 'Smart Export', false],
  ['Kleinsmart export', 'Smart Export', false],
  ['unsmart export, smart export', 'Smart Export', true],
  ['Die Übersicht fehlt', 'übersicht', true],
  ['Die Übersichten fehlen', 'Übersicht', false],
  ['Не работает умный экспорт.', 'Умный экспорт', true],
  ['умный экспортер', 'Умный экспорт', false],
  ['レポート出力が止まる', 'レポート出力', true],
  ['这个导出功能坏了', '导出', true],
  ['e\u0301change', 'Échange', true],
  ['C++ (beta)', 'C++', true],
  ['a.b', 'axb', false],
  ['ok go', 'go', false],
  ['anything', '', false],
])('%j names %j: %s', (text, title, named) => {
  expect(namesFeature(text, { title, aliases: [] })).toBe(named);
});

it('knows other names too, and stays fast on hostile text', () => {
  expect(namesFeature('the CSV thing', { title: 'Smart Export', aliases: ['csv thing'] })).toBe(true);
  expect(namesFeature('a'.repeat(200_000), { title: 'a'.repeat(400), aliases: [] })).toBe(false);
});
