import { describe, expect, it } from 'vitest';
import endings from './fixtures/endings.json';
import unseen from './fixtures/endings-unseen.json';
import { foldQuotes } from './quotes';

/** `[language, what was said, how the message ends]`; in `stays` the whole message and what must be left of it. */
const SETS = [
  ['known', endings],
  ['not looked at when the rules were written', unseen],
] as const;

describe.each(SETS)('signatures %s', (_, { endings: ends, stays }) => {
  it.each(ends)('%s: “%s” ends with a signature', (_language = '', said = '', end = '') => {
    expect(foldQuotes(`${said}\n\n${end}`)).toEqual({ text: said, folded: end });
  });

  it.each(stays)('%s: facts stay in %j', (_language = '', whole = '', left = '') => {
    expect(foldQuotes(whole).text).toBe(left);
  });
});

it('takes 64 endings in 16 languages', () => {
  const all = [...endings.endings, ...unseen.endings];
  expect(all).toHaveLength(64);
  expect(new Set(all.map(([language]) => language)).size).toBe(16);
});

describe('foldQuotes', () => {
  it.each([
    ['ann', 'Ann Lee', 'The label is blank.\n\nann', 'The label is blank.'],
    ['thanks and ann', 'Ann Lee', 'The label is blank.\nthanks\nann', 'The label is blank.'],
    ['an answer', 'Ann Lee', 'My login name:\n\nann', 'My login name:\n\nann'],
    ['a name in the text', 'Ann Lee', 'The badge says\nAnn Lee', 'The badge says\nAnn Lee'],
  ])('knows the author’s own name: %s', (_, author, text, left) => {
    expect(foldQuotes(text, false, author).text).toBe(left);
  });

  it('loses nothing: every line is in the text or folded', () => {
    for (const [, said = '', end = ''] of [...endings.endings, ...unseen.endings]) {
      const { text, folded } = foldQuotes(`${said}\n\n${end}\n\nP.S. E-4471`);
      const kept = `${text}\n${folded}`.split('\n');
      for (const line of [...said.split('\n'), ...end.split('\n'), 'P.S. E-4471'])
        expect(kept).toContain(line);
      expect(text).toContain('P.S. E-4471');
    }
  });

  it('folds a signature above and below a quote', () => {
    const mail =
      'It works.\n\nBest,\nTom\n\nOn Mon, Mar 2, 2026 at 9:00 AM Ada <ada@x.test> wrote:\n> Does it?\n> Yes?';
    expect(foldQuotes(mail).text).toBe('It works.');
    const below = '> Does it?\n> Yes?\n\nIt works.\n\nBest,\nTom';
    expect(foldQuotes(below).text).toBe('It works.');
    expect(foldQuotes('> Is it mended?\n> Can I close it?\n\nThanks,\nTom').text).toBe('Thanks,\nTom');
  });

  it('ends on hostile lines', () => {
    for (const line of ['Thanks ', 'regards and ', 'Ada, ', '+49 ', 'tel: ', 'よろしくお願い', 'PO box 1 '])
      expect(foldQuotes(`x\n${`${line.repeat(40_000)}\n`.repeat(3)}`).text).toBeDefined();
    expect(foldQuotes(`x\n${'Thanks,\nAda\n'.repeat(50_000)}`).text).toBeDefined();
    expect(foldQuotes(`x\n${'> a\n> b\nThanks,\nAda\n'.repeat(20_000)}`).text).toBeDefined();
  });
});
