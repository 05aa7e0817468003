import { describe, expect, it } from 'vitest';
import { aMessage, aTicket } from '../../tests/factories';
import { findContradiction } from './second-look';

const of = (text: string, level: 1 | 2 | 3 | 4 | null = 2) =>
  findContradiction(aTicket({ subject: '', messages: [aMessage({ text })] }), level);

describe('the second look', () => {
  it.each([
    'We cannot send anything since nine.',
    'Nobody can log in.',
    'All users are affected here.',
    'The service stops after a minute.',
    'Bei uns kann sich niemand anmelden.',
    'Personne ne peut se connecter depuis ce matin.',
    'Nadie puede entrar en la oficina desde ayer.',
    'Ninguém consegue entrar no sistema.',
    'Никто не может войти в систему.',
  ])('asks beside a low level: %s', (text) => {
    expect(of(`Hello. ${text} Thanks.`)).toBe(text.slice(0, -1));
  });

  it('is silent beside a high level, before a level is chosen, and where nothing speaks against it', () => {
    expect(of('Nobody can log in.', 3)).toBeNull();
    expect(of('Nobody can log in.', null)).toBeNull();
    expect(of('The calendar looks ugly.', 1)).toBeNull();
  });
});
