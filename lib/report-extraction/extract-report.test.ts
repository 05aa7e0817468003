import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extraction, extractReport } from './extract-report';
import type { Find } from './find';
import { FIELDS } from './segment';

const extract = (subject: string, ...messages: string[]) => extractReport({ subject, messages });

function findsOf(own: Extraction): Find[] {
  const { steps, actual, expected, part, presence: _, ...lists } = own;
  const single = [steps, actual, expected, part].filter((it) => it !== null);
  return [...single, ...Object.values(lists).flat()];
}

describe('what stands under headings', () => {
  it.each([
    [
      'en',
      'Hello,\n\nSteps to reproduce:\n1. Open the board\n2. Drag a card\n\nExpected: the card stays\nActual: it jumps back\n\nThanks\nRuben',
      ['1. Open the board\n2. Drag a card', 'it jumps back', 'the card stays'],
    ],
    [
      'de',
      'Schritte: Board öffnen, Karte ziehen\nErwartet: Karte bleibt\nTatsächlich: Karte springt zurück',
      ['Board öffnen, Karte ziehen', 'Karte springt zurück', 'Karte bleibt'],
    ],
    [
      'fr',
      'Étapes : ouvrir le tableau\nRésultat attendu : la carte reste\nRésultat obtenu : elle revient',
      ['ouvrir le tableau', 'elle revient', 'la carte reste'],
    ],
    [
      'es',
      'Pasos: abrir el tablero\nResultado esperado: la tarjeta se queda\nResultado actual: vuelve',
      ['abrir el tablero', 'vuelve', 'la tarjeta se queda'],
    ],
    [
      'pt',
      'Passos: abrir o quadro\nResultado esperado: o cartão fica\nResultado obtido: volta',
      ['abrir o quadro', 'volta', 'o cartão fica'],
    ],
    [
      'ru',
      'Шаги: открыть доску\nОжидаемый результат: карточка остаётся\nФактический результат: возвращается',
      ['открыть доску', 'возвращается', 'карточка остаётся'],
    ],
    ['markdown', '## Steps\n- a\n- b\n\n**Expected**\nc\n\n**Actual result:** d', ['- a\n- b', 'd', 'c']],
  ])('is taken as it stands: %s', (_, text, values) => {
    const own = extract('Board', text);
    expect(FIELDS.map((field) => own[field]?.value)).toEqual(values);
    expect(FIELDS.map((field) => own[field]?.sure)).toEqual([true, true, true]);
    expect(own.presence).toEqual({ steps: true, actual: true, expected: true });
  });

  it('does not count when nothing stands there', () => {
    const own = extract('Board', 'Steps to reproduce:\nn/a\n\nExpected:\n\nActual: it jumps back');
    expect(own.presence).toEqual({ steps: false, actual: true, expected: false });
    expect(own.steps?.sure ?? false).toBe(false);
  });
});

describe('what is told in free text', () => {
  it.each([
    ['en', 'When I press Save, a red box appears and nothing is stored. The settings should be kept.'],
    [
      'de',
      'Wenn ich auf Speichern klicke, erscheint ein Fehler. Die Einstellungen sollten erhalten bleiben.',
    ],
    ['fr', "Quand je clique sur Enregistrer, une erreur s'affiche. Les paramètres devraient être gardés."],
    ['es', 'Cuando pulso Guardar aparece un error. Los ajustes deberían quedar guardados.'],
    ['pt', 'Quando eu clico em Salvar aparece um erro. As configurações deveriam ficar salvas.'],
    ['ru', 'Когда я нажимаю «Сохранить», появляется ошибка. Настройки должны сохраниться.'],
  ])('is noticed: %s', (_, text) => {
    expect(extract('', text).presence).toEqual({ steps: true, actual: true, expected: true });
    const [told, meant] = text.split(/(?<=\.) /);
    expect(extract('', told ?? '').presence.expected).toBe(false);
    expect(extract('', text).expected).toMatchObject({ value: meant, sure: true });
  });

  it('keeps order and form of the customer, whatever the order', () => {
    const parts = [
      '1. Open the calendar\n2. Click on a day in October',
      'The page stays blank and the console shows an error.',
      'The appointments of that day should be shown.',
    ];
    for (const [a, b, c] of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [2, 0, 1],
    ] as const) {
      const own = extract('Calendar blank', [parts[a], parts[b], parts[c]].join('\n\n'));
      expect([own.steps?.value, own.actual?.value, own.expected?.value]).toEqual(parts);
    }
  });

  it('comes from the message that tells it, and says why', () => {
    const own = extract('Calendar', 'The calendar is blank.', 'The appointments should be shown.');
    expect(own.actual?.source).toMatchObject({ message: 0, reason: '“blank” tells what went wrong' });
    expect(own.expected?.source).toMatchObject({ message: 1, reason: '“should” tells what should be' });
  });

  it('is not guessed in a language without rules', () => {
    const own = extract('', 'カレンダーが空白です。予定が表示されるはずです。E-4102');
    expect([own.steps, own.actual, own.expected]).toEqual([null, null, null]);
    expect(own.errorCodes.map(({ value }) => value)).toEqual(['E-4102']);
  });

  it('is no greeting, no signature and no browser', () => {
    const text =
      'Good morning,\n\nthe calendar is blank.\n\nSafari 26 on macOS.\n\nKind regards\nGreta Halvorsen';
    expect(extract('Calendar', text).actual?.value).toBe('the calendar is blank.');
  });
});

describe('facts that look alike', () => {
  it.each([
    'Our order PO-7731 of 03.11.2026, ISO-27001, UTF-16 and RE-2044.',
    'Open 24/7, and/or on 192.168.10.20, from 10:00 to 11.30.',
    'The edge of the window, a safe opera, two windows, brave people.',
    'claims@fennmoor.test wrote at 06:04 about 118.204 rows and 71 500 €.',
  ])('are not taken for errors, addresses or versions: %s', (text) => {
    const { errorCodes, errorTexts, addresses, versions, browsers, systems } = extract('', text);
    expect([errorCodes, errorTexts, addresses, versions, browsers, systems].flat()).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      ...[
        'Steps:',
        'Expected:',
        '1. ',
        '\n',
        '\n\n',
        ' ',
        '. ',
        '"',
        '«',
        'should',
        'error E-4102',
        'Chrome 141',
        '__proto__',
      ],
      ...[
        'https://a.test/(x',
        '/reports',
        'Версия 5.4',
        'ожидается',
        '\u202E',
        '👩‍👩‍👧',
        'I opened',
        'constructor',
        'v1.2.3',
        '🇩🇪',
      ],
    ),
  );
  const anyText = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' '));

  it('is read without an error, and every find stands word for word at its source', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (subject, messages) => {
        const own = extractReport({
          subject,
          messages,
          parts: [{ name: 'Reports', words: ['report*', '*', ''] }],
        });
        for (const { value, source } of findsOf(own)) {
          const text = source.message === -1 ? subject : (messages[source.message] ?? '');
          expect(text.slice(source.start, source.end)).toBe(value);
          expect(value.length).toBeGreaterThan(0);
          expect(source.reason.length).toBeGreaterThan(0);
        }
        expect(
          extractReport({ subject, messages, parts: [{ name: 'Reports', words: ['report*', '*', ''] }] }),
        ).toEqual(own);
      }),
      { numRuns: 300 },
    );
  });

  // No clock decides: an expression that backtracks over 100 kB would run into the time limit of every test.
  it.each([
    ...[
      'a',
      ' ',
      '.',
      '\n',
      '"',
      '«',
      '/',
      '1',
      '1.',
      '-',
      '(',
      'E-',
      'e.',
      'a.b',
      'http://',
      '0x0',
      'A',
      ':',
      '\t',
      '💥',
      'и',
    ],
    ...[
      'Chrome ',
      'version ',
      'error: ',
      'Steps:\n',
      '"a ',
      'Error',
      'a.A',
      'Windows 1',
      '1.1.1.',
      '/a',
      'www.',
      'Mozilla/5.0 (',
    ],
  ])('of 100 kB of one piece is read: %j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(() =>
      extractReport({ subject: text, messages: [text, text], parts: [{ name: 'a' }] }),
    ).not.toThrow();
  });

  it('of any piece over and over is read', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 5 }), fc.boolean(), (piece, lines) => {
        const text = (lines ? `${piece}\n` : piece).repeat(Math.ceil(40_000 / piece.length));
        expect(() => extractReport({ subject: '', messages: [text] })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('of 300 messages is read', () => {
    const message =
      'When I press Save an error appears: "Not stored (E-4102)". It should be stored.\n\n'.repeat(20);
    expect(extractReport({ subject: 'Save', messages: Array(300).fill(message) }).errorCodes).toHaveLength(1);
  });
});
