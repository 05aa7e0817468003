// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, body, LIMITS, line, lines, moment, text } from '@/lib/knowledge/record-fields';
import { toAddress, toBody, toLine, toLines, toMoment, toText, toTitle } from './foreign-text';

describe('foreign text', () => {
  it('always fits the fields of a record', () => {
    const long = fc
      .string({ unit: 'binary', maxLength: 40 })
      .chain((piece) => fc.constantFrom(1, 60, 6_000).map((times) => piece.repeat(times)));
    fc.assert(
      fc.property(long, fc.array(fc.string({ unit: 'binary' }), { maxLength: 150 }), (raw, many) => {
        expect(line.safeParse(toLine(raw)).success).toBe(true);
        expect(text.safeParse(toText(raw)).success).toBe(true);
        expect(body.safeParse(toBody('html', raw)).success).toBe(true);
        expect(moment.safeParse(toMoment(raw)).success).toBe(true);
        expect(address.safeParse(toAddress(raw)).success).toBe(true);
        expect(lines.safeParse(toLines(many)).success).toBe(true);
        for (const value of [toLine(raw), toText(raw), toTitle(raw)]) expect(value.isWellFormed()).toBe(true);
      }),
    );
  });

  it('cuts before a pair, not inside it', () => {
    expect(toLine('😀'.repeat(300))).toBe(`${'😀'.repeat(249)}…`);
    expect(toLine('x'.repeat(LIMITS.line))).toHaveLength(LIMITS.line);
  });

  it('finds no title in what cannot be seen', () => {
    expect(['', ' ', '\u200B', '\u202E\n', null, undefined].map(toTitle)).toEqual(['', '', '', '', '', '']);
    expect(toTitle(' __proto__ ')).toBe('__proto__');
  });

  it('lists each value once and no empty one', () => {
    expect(toLines(['Billing', ' Billing ', '', null, 'Web'])).toEqual(['Billing', 'Web']);
  });

  it('reads dates, and no others', () => {
    expect(toMoment('2026-01-05T08:00:00Z')).toBe(1_767_600_000_000);
    expect(toMoment('2026-01-05T09:00:00.000+0100')).toBe(1_767_600_000_000);
    expect(toMoment('Mon, 05 Jan 2026 08:00:00 GMT')).toBe(1_767_600_000_000);
    expect(['', 'soon', '1601-01-01T00:00:00Z', null].map(toMoment)).toEqual([null, null, null, null]);
  });

  it('takes web addresses only', () => {
    expect(toAddress('https://kb.example/a b')).toBe('https://kb.example/a%20b');
    expect(toAddress('/docs', 'https://kb.example/x')).toBe('https://kb.example/docs');
    expect(
      ['javascript:alert(1)', 'ftp://kb.example', 'https://u:p@kb.example', ''].map((url) => toAddress(url)),
    ).toEqual(['', '', '', '']);
  });
});
