import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashKey, hashTerm } from './hash';
import { type Language, languageOf } from './language';
import { Lexicon, termsOf } from './lexicon';

const keysOf = (text: string, language?: Language) => {
  const entries = new Lexicon().entries(text);
  return termsOf(entries, language ?? languageOf(entries)).map(hashKey);
};
const key = (term: string) => hashKey(hashTerm(term));

/** The text yields all of the terms. */
const IDENTIFIERS: readonly (readonly [text: string, terms: string])[] = [
  ['NullPointerException', 'nullpointerexcept null pointer except'],
  ['a nullpointerexception was thrown', 'nullpointerexcept thrown'],
  ['getHTTPResponseCode()', 'gethttpresponsecod respons'],
  ['max_pool_size', 'max_pool_s max pool size'],
  ['org.acme.io.FileReader.read', 'org.acme.io.filereader.read acm fileread file reader read'],
  ['std::vector', 'std::vector std vector'],
  ['hive.exec.parallel=true', 'hive exec parallel true'],
  ['v2.3.1-rc1', '2.3.1-rc1 2.3'],
  ['2.3.1', '2.3.1 2.3'],
  ['E-4102', 'e-4102 4102'],
  ['ORA-00942', 'ora-00942 ora 00942'],
  ['TS2304', 'ts2304'],
  ['HTTP 500', '500'],
  ['0x80070005', '0x80070005'],
  ['ERR_CONNECTION_REFUSED', 'err connect refus'],
  ['https://desk.example/admin/users/12?tab=1', 'desk.example/admin/users/12 desk admin user'],
  ['/var/log/app.log', 'var log app.log app'],
  ['C:\\Users\\me\\report.docx', 'user report.docx report docx'],
  ['at org.acme.App.main(App.java:12)', 'org.acme.app.main app.java main app'],
  ['map-side and/or reduce', 'map side reduc'],
  ["don't l'erreur", 'erreur'],
  ['utf-8', 'utf'],
];

const LANGUAGES: readonly (readonly [text: string, language: Language, terms: string])[] = [
  ['The connections were failing after the update', 'en', 'connect fail updat'],
  ['Anmeldungen sind nicht möglich, Fehler beim Speichern', 'de', 'anmeld moglich fehl speich'],
  ["Impossible d'enregistrer les fichiers après la mise à jour", 'fr', 'enregistr fichi mis jour'],
  ['No se pueden guardar los archivos en la carpeta', 'es', 'pued guard archiv carpet'],
  ['Não é possível salvar os arquivos na pasta', 'pt', 'possivel salv arquiv past'],
  ['Ошибка при сохранении файлов на сервере', 'ru', 'ошибк сохранен фаил сервер'],
];

const SCRIPTS: readonly (readonly [text: string, terms: string])[] = [
  ['無法登入系統', '無法 法登 登入 入系 系統'],
  ['ログインできません', 'ログ グイ イン'],
  ['로그인 실패', '로그 그인 실패'],
  ['𠮷野家', '𠮷野 野家'],
  ['ไม่สามารถเข้าสู่ระบบ', 'สามารถ ระบบ'],
  ['ＡＢＣ１２３ ｴﾗｰ', 'abc123'],
];

describe('terms', () => {
  it.each(IDENTIFIERS)('%j', (text, terms) => {
    expect(keysOf(text, 'en')).toEqual(expect.arrayContaining(terms.split(' ').map(key)));
  });

  it.each(LANGUAGES)('%j is %s', (text, language, terms) => {
    expect(languageOf(new Lexicon().entries(text))).toBe(language);
    expect(keysOf(text)).toEqual(expect.arrayContaining(terms.split(' ').map(key)));
  });

  it.each(SCRIPTS)('%j', (text, terms) => {
    expect(keysOf(text, 'en')).toEqual(expect.arrayContaining(terms.split(' ').map(key)));
  });

  it.each([
    ['connection', 'connected', 'en'],
    ['running', 'runs', 'en'],
    ['Création', 'creation', 'fr'],
    ['Größe', 'grösse', 'de'],
    ['счёта', 'счета', 'ru'],
  ] as const)('bring %s and %s together', (one, other, language) => {
    expect(keysOf(one, language)).toEqual(keysOf(other, language));
  });

  it.each(['', ' ', '!?', 'a', 'the and of', '2019-04-21', '12:30:45', '😀', '\ud800', '\udc00\ud800'])(
    'has none in %j',
    (text) => expect(keysOf(text)).toEqual([]),
  );

  it('takes names of object members for words', () => {
    const members = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    for (const member of members) expect(keysOf(member, 'en').length).toBeGreaterThan(0);
  });

  it('stays English in code with odd column names', () => {
    const text = 'select el, la, de from t where x = 1 and the result is not what it was before the merge';
    expect(languageOf(new Lexicon().entries(text))).toBe('en');
  });
});

describe('accents', () => {
  it.each([
    ['problème', 'probleme', 'fr'],
    ['utilisées', 'utilisees', 'fr'],
    ['créés', 'crees', 'fr'],
    ['contraseña', 'contrasena', 'es'],
    ['configuración', 'configuracion', 'es'],
    ['informação', 'informacao', 'pt'],
    ['configuração', 'configuracao', 'pt'],
    ['Größe', 'Grosse', 'de'],
    ['Überweisung', 'ueberweisung', 'de'],
    ['Störungen', 'stoerungen', 'en'],
  ] as const)('%s is met by who types %s', (written, typed, language) => {
    const terms = new Set(keysOf(written, language));
    expect(keysOf(typed, language).filter((it) => !terms.has(it))).toEqual([]);
  });
});

describe('a lexicon', () => {
  it('gives the same terms whatever it met before', () => {
    const small = new Lexicon(16);
    const word = fc.oneof(fc.constantFrom('Error', 'a.b', 'x_y', '1.2.3'), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        expect(termsOf(small.entries(text), 'en').map(hashKey)).toEqual(keysOf(text, 'en'));
      }),
    );
  });

  it('says where every run stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { entry, start, end } of new Lexicon(16).runs(text)) {
          expect(text.slice(start, end)).toBe(entry.run);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it.each(['a', '.', 'aB', 'a.', '-1', '字', 'ไ', '\ud800', 'A1-', '::', 'http://', '_', '$a', 'ß', "'"])(
    'takes linear time for a megabyte of %j',
    (unit) => {
      const start = performance.now();
      termsOf(new Lexicon().entries(unit.repeat(1_000_000 / unit.length)), 'de');
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
