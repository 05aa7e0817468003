// @vitest-environment node
import { expect, it } from 'vitest';
import { MASK_KINDS } from '@/lib/playbook/playbook';
import { findInScan } from './find-secrets';
import { Scan } from './scan';

/** Counts every place of the text any finder looks at: they have no other way to it. */
class CountingScan extends Scan {
  looks = 0;
  override at(index: number): string {
    this.looks += 1;
    return super.at(index);
  }
  override slice(start: number, end: number): string {
    this.looks += Math.max(0, Math.min(end, this.length) - Math.max(0, start));
    return super.slice(start, end);
  }
}

const rules = {
  kinds: [...MASK_KINDS],
  patterns: [
    { id: 'a', label: 'a', pattern: `${'#'.repeat(59)}@` },
    { id: 'b', label: 'b', pattern: `${'#-'.repeat(29)}@` },
  ],
};

const looksFor = (text: string) => {
  const scan = new CountingScan(text);
  findInScan(scan, rules);
  return scan.looks;
};

const UNITS = [
  'a',
  '1',
  '@',
  'a@',
  'a.',
  '@a.',
  '.',
  '-',
  ':',
  '::',
  '1:',
  '://',
  '://a:',
  '://a@',
  '=',
  ' ',
  '\n',
  '"',
  '1 ',
  '1-',
  '0 ',
  '1.',
  '1.1.1.',
  '(',
  '+',
  '+1',
  '+1 ',
  '4111 ',
  '4 ',
  'DE89',
  'DE89 ',
  'a1',
  'password:',
  'password=',
  'password:"',
  'token=',
  'pass=“',
  'password is ',
  'bearer ',
  'basic a',
  'cookie:',
  'authorization: ',
  'authorization: bearer ',
  'eyJ',
  'eyJ.',
  'ghp_',
  'sk-',
  '/',
  'aB1',
  '-----BEGIN PRIVATE KEY',
  '----- BEGIN ',
  'fe80::',
  'a:',
  'é',
  '\u200B',
  '\u0301',
  '１',
  '%40',
  'a%40a.',
  '@a.1',
  "'",
  '[',
  'x@[',
];

it('costs a bounded number of looks for each sign, whatever a text is made of', () => {
  const SIZE = 20_000;
  for (const unit of UNITS) {
    const text = unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
    const half = looksFor(text.slice(0, SIZE / 2));
    const whole = looksFor(text);
    // Twice the text may cost twice the looks, and no text more than a fixed number for each sign.
    expect(whole, `${unit} grows`).toBeLessThanOrEqual(half * 2.1 + 10_000);
    expect(whole / SIZE, `${unit} costs`).toBeLessThanOrEqual(900);
  }
}, 120_000);

it('reads a megabyte of costly text to its end', () => {
  const text = `${UNITS.join('').repeat(9_000).slice(0, 1_000_000)} greta@halden.test`;
  const found = findInScan(new Scan(text), { ...rules, kinds: ['email', 'card', 'phone', 'ip'] });
  expect(found.some(({ end }) => end === text.length)).toBe(true);
}, 120_000);
