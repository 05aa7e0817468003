import { describe, expect, it } from 'vitest';
import { pagesIn, signatureKeys, signaturesIn } from './found';
import { Lexicon } from './lexicon';

const lexicon = new Lexicon();

describe('error signatures', () => {
  it.each([
    ['java.lang.NullPointerException: null', ['nullpointerexception']],
    ['Caused by: a.b.ConnectTimeoutException', ['connecttimeoutexception']],
    ['TypeError: x is not a function', ['typeerror']],
    ['ORA-00942: table or view', ['ora00942']],
    ['error E-4102 and ORA00942', ['e4102', 'ora00942']],
    ['HTTP 500', ['#500']],
    ['HTTP/1.1 503 Service Unavailable', ['#503']],
    ['Fehler 0815', ['#815']],
    ['error=1603', ['#1603']],
    ['status code: 404', ['#404']],
    ['code 0x80070005', ['0x80070005']],
    ['net::ERR_CONNECTION_REFUSED', []],
    ['ERR_CONNECTION_REFUSED', ['err_connection_refused']],
    ['Error. An Exception of the rule in UTF-8, 500 users', []],
  ])('of %j', (text, keys) => {
    expect([...signatureKeys(lexicon.entries(text))]).toEqual(keys);
    expect(signaturesIn(lexicon.runs(text)).map(({ key }) => key)).toEqual(keys);
  });

  it('stand where they were found', () => {
    const text = 'We get HTTP 500 on save';
    expect(signaturesIn(lexicon.runs(text))).toEqual([{ key: '#500', start: 7, end: 15 }]);
  });
});

describe('pages', () => {
  it.each([
    ['see https://desk.example/Admin/Users/12?tab=1.', ['desk.example/admin/users/*']],
    ['http://desk.example/ and www.desk.example', []],
    ['(https://desk.example/a/5f0c9be1a2b3c4d5e6)', ['desk.example/a/*']],
  ])('of %j', (text, keys) => {
    expect(pagesIn(lexicon.runs(text)).map(({ key }) => key)).toEqual(keys);
  });
});
