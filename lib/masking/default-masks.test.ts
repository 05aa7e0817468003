import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { findSecrets } from './find-secrets';

const found = (text: string) =>
  findSecrets(text, defaultPlaybook.masks).map(
    ({ name, start, end }) => `${name}<${text.slice(start, end)}>`,
  );

describe('the masks that ship', () => {
  it.each([
    ['DNI 12345678Z', 'national id<12345678Z>'],
    ['паспорт 4509 123456', 'national id<4509 123456>'],
    ['Паспорт: серия и номер 45 09 123456', 'national id<45 09 123456>'],
    ['ИНН 7707083893', 'national id<7707083893>'],
    ['Steuer-ID 86095742719', 'national id<86095742719>'],
    ['Steuer-ID lautet 86 095 742 719', 'national id<86 095 742 719>'],
    ['Meine Steueridentifikationsnummer ist 86095742719', 'national id<86095742719>'],
    ['PESEL: 44051401359', 'national id<44051401359>'],
    ['Passport No. C01234567', 'national id<C01234567>'],
    ['Паспорт № 4509 123456', 'national id<4509 123456>'],
    ['NIE: X1234567L', 'national id<X1234567L>'],
    ['CPF 52998224725', 'national id<52998224725>'],
    ['BSN is 123456782', 'national id<123456782>'],
    ['Aadhaar number 2345 6789 0123', 'national id<2345 6789 0123>'],
  ])('%j', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'ticket 12345678Z',
    'заказ 4509 123456',
    'счёт 7707083893',
    'Auftrag 86095742719',
    'passport photos: 2026112248',
    'серия 45',
    'commit 12345678a',
    'order no. 860957427',
    'customer id 860957427',
    'PESEL is missing in order 44051401359',
    'order 4512-8890-1123',
    'version 10.0.19045.3570',
    '2026-11-22 10:30:15',
    'INV-2024-000123',
    'commit 9f2c77ab12cd34ef56',
  ])('leave %j alone', (text) => expect(found(text)).toEqual([]));
});
