import { describe, expect, it } from 'vitest';
import { FIELDS } from './segment';
import { loadWeights, toWeightOf } from './weights';
import file from './weights.json';

describe('the weights that ship', () => {
  it('name their origin and stay small', () => {
    expect(file.attribution).toMatch(/GitBugs.*av9ash.*Mozilla Bugzilla reporters.*CC BY 4\.0/);
    expect(JSON.stringify(file).length).toBeLessThan(200_000);
  });

  it('hold three numbers for every name', () => {
    const names = file.names.split('\n');
    expect(atob(file.numbers)).toHaveLength(names.length * FIELDS.length);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(Array.from(loadWeights()(name) ?? []).every(Number.isFinite)).toBe(true);
    expect(loadWeights()('no such feature')).toBeUndefined();
  });

  it('are whole numbers times a scale', () => {
    const weightOf = toWeightOf({
      attribution: '',
      scale: 0.5,
      names: 'a\nb',
      numbers: btoa('\x01\x02\xFF\x00\x7F\x81'),
    });
    expect([weightOf('a'), weightOf('b')].map((own) => Array.from(own ?? []))).toEqual([
      [0.5, 1, -0.5],
      [0, 63.5, -63.5],
    ]);
  });
});
