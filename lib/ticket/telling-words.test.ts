import { describe, expect, it } from 'vitest';
import { aMessage, aTicket } from '@/tests/factories';
import { countWords, tellingWords } from './telling-words';

const words = (subject: string, text = '') =>
  tellingWords(aTicket({ subject, messages: text ? [aMessage({ text })] : [] }));

describe('telling words', () => {
  it.each([
    ['CSV export stops at 42 %', '', ['CSV', 'export', 'stops']],
    ['Problem with login', 'I get ORA-00942 on https://app.example/v2/x1', ['ORA-00942', 'login']],
    ['Error 0x80070005 when saving', '', ['0x80070005', 'saving']],
    ['Rechnung PDF ist leer, bitte Hilfe!', '', ['Rechnung', 'PDF', 'leer']],
    ['Экспорт отчёта не работает', '', ['Экспорт', 'отчёта']],
    ['تعذر تسجيل الدخول', '', ['تعذر', 'تسجيل', 'الدخول']],
    ['請求書が空白です', '', ['請求', '空白']],
    ['Help!', '', []],
    ['', '', []],
    ['E-4102 E-4102 e-4102 export', '', ['E-4102', 'export']],
  ])('%s', (subject, text, expected) => expect(words(subject, text).slice(0, 3)).toEqual(expected));

  it('are five at most, of any text', () => {
    expect(words('alpha beta gamma delta epsilon zeta eta')).toHaveLength(5);
    expect(words('x'.repeat(100_000)).length).toBeLessThanOrEqual(5);
    expect(words('ab12'.repeat(50_000)).length).toBeLessThanOrEqual(5);
  });

  it('are counted in another text', () => {
    expect(countWords('The EXPORT of csv files', ['CSV', 'export', 'stops'])).toBe(2);
  });
});
