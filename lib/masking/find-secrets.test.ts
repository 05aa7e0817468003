// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MASK_KINDS } from '@/lib/playbook/playbook';
import { findSecrets } from './find-secrets';

const rules = {
  kinds: [...MASK_KINDS],
  patterns: [
    { id: 'ssn', label: 'national id', pattern: '###-##-####' },
    { id: 'nino', label: 'national id', pattern: '@@ ## ## ## @' },
    { id: 'staff', label: 'staff [number]', pattern: 'ACME-??-##' },
  ],
};

/** `kind<what is masked>`, a line end as `⏎`. */
const found = (text: string) =>
  findSecrets(text, rules).map(
    ({ start, end, name }) => `${name}<${text.slice(start, end).replaceAll('\n', '⏎')}>`,
  );

describe('finds', () => {
  it.each<[string, ...string[]]>([
    ['mail greta.holm@haldenferry.test, please', 'e-mail<greta.holm@haldenferry.test>'],
    ['gréta@bücher.example', 'e-mail<gréta@bücher.example>'],
    ["o'brien+tag@mail.halden.test.", "e-mail<o'brien+tag@mail.halden.test>"],
    ['"greta holm"@halden.test', 'e-mail<"greta holm"@halden.test>'],
    ['<mailto:greta@halden.test?subject=x>', 'e-mail<greta@halden.test>'],
    ['/login?mail=greta%40halden.test&next=/', 'e-mail<greta%40halden.test>'],
    ['x ＧＲＥＴＡ＠ｈａｌｄｅｎ。ｔｅｓｔ y', 'e-mail<ＧＲＥＴＡ＠ｈａｌｄｅｎ。ｔｅｓｔ>'],
    ['gre\u200Bta@hal\u00ADden.te\u2060st', 'e-mail<gre\u200Bta@hal\u00ADden.te\u2060st>'],
    ['a gre\u202Eta@halden.test\u202C b', 'e-mail<gre\u202Eta@halden.test>'],
    ['gr\u0301eta@halden.test\u0301 b', 'e-mail<gr\u0301eta@halden.test\u0301>'],
    ['a@x.test,b@y.test', 'e-mail<a@x.test>', 'e-mail<b@y.test>'],
    ['почта: грета@пример.рф', 'e-mail<грета@пример.рф>'],

    ['+49 30 5550 100', 'phone<+49 30 5550 100>'],
    ['(+49) (0)30 5550-100', 'phone<(+49) (0)30 5550-100>'],
    ['+49 30\n5550 100 and', 'phone<+49 30⏎5550 100>'],
    ['0049 30 5550100', 'phone<0049 30 5550100>'],
    ['Tel. (030) 5550100', 'phone<(030) 5550100>'],
    ['030/5550100', 'phone<030/5550100>'],
    ['06 12 34 56 78', 'phone<06 12 34 56 78>'],
    ['(555) 234-5678', 'phone<(555) 234-5678>'],
    ['555-123-4567', 'phone<555-123-4567>'],
    ['1-800-555-0199', 'phone<1-800-555-0199>'],
    ['8 (912) 345-67-89', 'phone<8 (912) 345-67-89>'],
    ['(11) 91234-5678', 'phone<(11) 91234-5678>'],
    ['Handy: 5550 1234', 'phone<5550 1234>'],
    ['телефон 555-01-99', 'phone<555-01-99>'],
    ['call me at 5550123', 'phone<5550123>'],
    ['01711234567', 'phone<01711234567>'],
    ['+٤٩ ٣٠ ٥٥٥٠ ١٠٠', 'phone<+٤٩ ٣٠ ٥٥٥٠ ١٠٠>'],
    ['+4930\u200B5550100', 'phone<+4930\u200B5550100>'],

    ['4111 1111 1111 1111 12/27', 'card<4111 1111 1111 1111>'],
    ['4111-1111-1111-1111', 'card<4111-1111-1111-1111>'],
    ['4111\n1111\n1111\n1111', 'card<4111⏎1111⏎1111⏎1111>'],
    ['4111   1111   1111   1111', 'card<4111   1111   1111   1111>'],
    ['４１１１１１１１１１１１１１１１', 'card<４１１１１１１１１１１１１１１１>'],
    ['4111\u200B1111\u200B1111\u200B1111', 'card<4111\u200B1111\u200B1111\u200B1111>'],
    ['amex 3782 822463 10005', 'card<3782 822463 10005>'],
    ['6011000990139424', 'card<6011000990139424>'],
    ['5555555555554444.', 'card<5555555555554444>'],
    ['scan_4111_1111_1111_1111_front', 'card<4111_1111_1111_1111>'],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', 'card<4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1>'],

    ['IBAN DE89 3704 0044 0532 0130 00, thanks', 'IBAN<DE89 3704 0044 0532 0130 00>'],
    ['gb82west12345698765432', 'IBAN<gb82west12345698765432>'],
    ['NO93-8601-1117-947', 'IBAN<NO93-8601-1117-947>'],
    ['DE89 3704 0044\n0532 0130 00', 'IBAN<DE89 3704 0044⏎0532 0130 00>'],

    ['SSN 123-45-6789.', 'national id<123-45-6789>'],
    ['ab 12 34 56 c', 'national id<ab 12 34 56 c>'],
    ['badge acme-x7-12', 'staff number<acme-x7-12>'],

    ['password: hunter2', 'password<hunter2>'],
    ['Password : sommer\nnext line', 'password<sommer>'],
    ['Passwort ist Sommer2024!', 'password<Sommer2024!>'],
    ['mot de passe : soleil', 'password<soleil>'],
    ['Contraseña: verano', 'password<verano>'],
    ['senha=inverno', 'password<inverno>'],
    ['пароль: лето2024', 'password<лето2024>'],
    ['Server=db;Pwd=abc;User=x', 'password<abc>'],
    ['{"password": "abc def"}', 'password<abc def>'],
    ['db_password=x1', 'password<x1>'],
    ['userPassword=x1', 'password<x1>'],
    ['Password:\nhunter2\nnext', 'password<hunter2>'],
    ['PIN: 4711', 'password<4711>'],
    ['https://user:pass@host.example/x', 'password<user:pass>'],
    ['postgres://app:s3:cr@t@db:5432/x', 'password<app:s3:cr@t>'],
    ['redis://:pw@cache:6379', 'password<:pw>'],
    ['https://host.example/in?user=1&password=p%40ss#top', 'password<p%40ss>'],

    ['Authorization: Bearer abc.def-123456', 'token<abc.def-123456>'],
    ['authorization: Basic dXNlcjpwYXNz', 'token<dXNlcjpwYXNz>'],
    ["-H 'Authorization: token 0123456789abcdef'", 'token<0123456789abcdef>'],
    ['Cookie: sid=abc; b=c\nHost: x', 'token<sid=abc; b=c>'],
    ['api_key=abc123def456', 'token<abc123def456>'],
    ['X-Api-Key: abc123def456', 'token<abc123def456>'],
    ['"clientSecret": "abc123def456"', 'token<abc123def456>'],
    ['https://h.example/?token=abcd1234&x=1', 'token<abcd1234>'],
    ['https://h.example/?sig=Zm9vYmFyYmF6cXV4MTIz', 'token<Zm9vYmFyYmF6cXV4MTIz>'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'token<ghp_16C7e42F292c6912E7710c838347Ae178B4a>'],
    ['url=glpat-abcDEF123456_7890xy', 'token<glpat-abcDEF123456_7890xy>'],
    ['xoxb-1234567890-abcdefghij', 'token<xoxb-1234567890-abcdefghij>'],
    ['sk-proj-abc123def456ghi789', 'token<sk-proj-abc123def456ghi789>'],
    ['AKIAIOSFODNN7EXAMPLE', 'token<AKIAIOSFODNN7EXAMPLE>'],
    ['uses aB3dE6gH9jK2mN5pQ8sT1vW4 daily', 'token<aB3dE6gH9jK2mN5pQ8sT1vW4>'],
    [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
      'token<eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N>',
    ],
    [
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0\n.dozjgNryP4J3jVmNHl0w5N after',
      'token<eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0⏎.dozjgNryP4J3jVmNHl0w5N>',
    ],
    [
      'a -----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY----- b',
      'token<-----BEGIN RSA PRIVATE KEY-----⏎MIIEow==⏎-----END RSA PRIVATE KEY----->',
    ],
    ['—BEGIN PRIVATE KEY—\nMIIEow', 'token<—BEGIN PRIVATE KEY—⏎MIIEow>'],

    ['login from 203.0.113.7 today', 'IP address<203.0.113.7>'],
    ['http://10.0.0.5:8080/x', 'IP address<10.0.0.5>'],
    ['server 5.4.0.1 is down', 'IP address<5.4.0.1>'],
    ['ping 2001:db8::1', 'IP address<2001:db8::1>'],
    ['[2001:db8:85a3::8a2e:370:7334]:443', 'IP address<2001:db8:85a3::8a2e:370:7334>'],
    ['fe80::1%eth0', 'IP address<fe80::1>'],
    ['::ffff:192.0.2.1', 'IP address<::ffff:192.0.2.1>'],

    ['PIN 4821', 'password<4821>'],
    ['his TAN 482193.', 'password<482193>'],
    ['ann (at) shop.example', 'e-mail<ann (at) shop.example>'],
    ['write to ann.lee [at] shop [dot] example, please', 'e-mail<ann.lee [at] shop [dot] example>'],
    ['bea(arroba)tienda.example', 'e-mail<bea(arroba)tienda.example>'],
  ])('%j', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  it.each([
    // Versions
    ...[
      '1.2.3',
      'Version 5.4.0.1',
      'Firefox/128.0.0.0',
      'v10.20.30.40',
      'React 18.2.0',
      'Build 10.0.22631.4460',
      'Release 5.4.0.1-rc2',
    ],
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:45.0) Gecko/20100101 Firefox/45.0',
    // Dates and moments
    ...[
      '2026-11-23',
      '23.11.2026 10:30',
      '11/23/2026',
      '05.11.2026',
      '2026-11-23T10:00:00.123+0100',
      '20261123-1430',
      '1732269600000',
    ],
    ...[
      '10:30:45',
      '09:15-10:45',
      '2026-11-23 10:00:00,123',
      'Mon 23 Nov 2026 10:00',
      '1732269600',
      '1732269600123456',
      '23-11-2026 10.30',
    ],
    // Sums and counts
    ...[
      '71 500 €',
      '1,234,567.89',
      '12 030 400 500',
      '€ 4.111.111.111',
      '+10 000 000 users',
      '0.4111111111111111',
      '3.14159265358979',
    ],
    // Errors, orders, tickets
    ...[
      'E-4102',
      'S-2210',
      '0x80070005',
      'ORA-00942',
      'HTTP 500',
      '#48213',
      'order 4500123456',
      'invoice 2026-004711',
      'RE-2026-11-0042',
    ],
    ...[
      '2026112248000017',
      'hfl-2207',
      'ABC-12345',
      'Bug 123456789',
      'SO-0080012345',
      'ISBN 978-3-16-148410-0',
      '(2026) 3',
      'line 120:33',
    ],
    ...['order 0012345678', 'tracking 1Z999AA10123456784', 'EAN 4006381333931', 'part 12-345-678'],
    // Ids and sums
    '550e8400-e29b-41d4-a716-446655440000',
    '12345678-1234-1234-1234-123456789012',
    '9514b9a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7',
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '0x7fff5fbff8c8',
    'aa:bb:cc:dd:ee:ff',
    // Addresses of pages
    'https://app.marlow.example/automation/rules/318',
    'https://app.marlow.example/reports?id=4102&from=2026-11-01&to=2026-11-23',
    'https://app.marlow.example/d/550e8400-e29b-41d4-a716-446655440000/edit#section-12',
    'http://localhost:3000/#ticket/zoom/17',
    'http://127.0.0.1:8080/',
    'https://host.example/login?code=E-4102',
    // Programs
    '    at Export.run (app.js:120:33)',
    'at org.eclipse.jdt.internal.compiler.ast.MethodDeclaration2.resolveStatements(MethodDeclaration2.java:412)',
    'getUserAccountDetailsV2ResponseHandlerFactoryBean',
    'std::vector<int>::push_back',
    'java.lang.Object@7f31245a',
    'hdfs://data.example/54310/ExampleNFT_testLoadDataShouldOverWriteIfSameFileAlreadyExists/data2.txt',
    'at oracle.jdbc.ttc7.TTC7Protocol.doOall7(TTC7Protocol.java:1405)',
    'From the basic Find/Create patient page',
    'Derby 10.4.2.0, 10.7.1.4 or later',
    'logo@2x.png',
    'git@github.com:example/app.git',
    '@media (max-width: 400px)',
    'npm i @scope/package@1.2.3',
    // Words beside secrets
    'Password: must be changed every 90 days',
    'Forgot password? Reset password: see below',
    'password: ********',
    'password: [redacted]',
    'Passwort: falsch',
    'Unexpected token: E-4102',
    'token=null',
    'Basic authentication fails',
    'Bearer token is missing',
    'The clave of it: see the second page',
    'Pass: 12, Fail: 3',
    ...['PIN 4 is bent', 'PIN 2026-11-22', 'tan 4500', 'pin 123', 'PINs 4821', 'the pin code 12.40 fails'],
    ...['look (at) it', 'sums (at 5 %)', 'array[at]', 'f(at) = 3.5', 'done (at 10.30)'],
    'Authorization: required',
    'Cookie: disabled',
    '-----BEGIN CERTIFICATE-----',
    '5.4.0.1',
    '1.2.3.4',
    'UTF-8, ISO-8859-15, RFC 5322, A4 210x297',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('looks for what the rules ask for alone', () => {
  const text = 'greta@halden.test 4111 1111 1111 1111 123-45-6789';
  expect(findSecrets(text, { kinds: [], patterns: [] })).toEqual([]);
  expect(findSecrets(text, { kinds: ['card'], patterns: [] }).map(({ kind }) => kind)).toEqual(['card']);
});

it('gives two spellings of one value the same id, and two values two', () => {
  const ids = (text: string) => findSecrets(text, rules).map(({ id }) => id);
  const [first, second, third] = ids('greta@halden.test GRETA@halden.test gretl@halden.test');
  expect(first).toBe(second);
  expect(first).not.toBe(third);
  expect(new Set(ids('4111 1111 1111 1111, 4111-1111-1111-1111')).size).toBe(1);
  expect(new Set(ids('+49 30 5550100, 0049 30/5550100, +49 (0) 30 5550100')).size).toBe(1);
  expect(first).toMatch(/^[0-9a-f]{10}$/);
});

it('makes one range of what overlaps, so that no end sticks out', () => {
  expect(found('password: greta@halden.test')).toEqual(['password<greta@halden.test>']);
  expect(found('https://greta:4111111111111111@halden.test/')).toEqual(['password<greta:4111111111111111>']);
  expect(found('Bearer ghp_16C7e42F292c6912E7710c838347Ae178B4a.x')).toEqual([
    'token<ghp_16C7e42F292c6912E7710c838347Ae178B4a.x>',
  ]);
});
