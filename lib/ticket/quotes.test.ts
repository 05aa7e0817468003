import { describe, expect, it } from 'vitest';
import { foldQuotes } from './quotes';

describe('foldQuotes', () => {
  it.each([
    'On Mon, Mar 2, 2026 at 9:00 AM Ada <ada@x.test> wrote:',
    'Am 02.03.26 um 09:00 schrieb Ada Lovelace:',
    'Le lun. 2 mars 2026 à 09:00, Ada <ada@x.test> a écrit :',
    'El lun, 2 mar 2026 a las 9:00, Ada (<ada@x.test>) escribió:',
    'Em seg., 2 de mar. de 2026 às 09:00, Ada <ada@x.test> escreveu:',
    'пн, 2 мар. 2026 г. в 09:00, Ада <ada@x.test>:'.replace(/:$/, ' написал(а):'),
    'On Mon, Mar 2, 2026 at 9:00 AM Ada Lovelace\n<ada@x.test> wrote:',
  ])('folds after %s', (line) => {
    expect(foldQuotes(`It works.\n\n${line}\n> Does it?\n> Yes?`)).toEqual({
      text: 'It works.',
      folded: `${line}\n> Does it?\n> Yes?`,
    });
  });

  it('keeps answers written between the quotes', () => {
    const mail = 'On Mon, Ada wrote:\n> Which browser?\n\nFirefox.\n\n> Which version?\n> Exactly?\n\n128.';
    expect(foldQuotes(mail).text).toBe('Firefox.\n\n128.');
  });

  it.each([
    'From: Ada <ada@x.test>\nSent: Monday\nTo: Help\nSubject: Login',
    'Von: Ada <ada@x.test>\nGesendet: Montag\nAn: Hilfe\nBetreff: Login',
    'De : Ada\nEnvoyé : lundi\nÀ : Aide\nObjet : Login',
    'От: Ада\nОтправлено: понедельник\nКому: Помощь\nТема: Вход',
    '-----Original Message-----\nanything',
  ])('folds the Outlook header %s', (header) => {
    expect(foldQuotes(`Thanks.\n\n${header}\n\nThe old mail.`)).toEqual({
      text: 'Thanks.',
      folded: `${header}\n\nThe old mail.`,
    });
  });

  it.each(['-- \nAda\nOrchard Ltd', 'Sent from my iPhone', 'Von meinem iPhone gesendet'])(
    'folds the signature %s',
    (signature) => {
      expect(foldQuotes(`It fails.\n\n${signature}`)).toEqual({ text: 'It fails.', folded: signature });
    },
  );

  it.each([
    'From: here to there is one line only.',
    'a\n> one line of a shell\nb',
    'On the screen it says: error',
    '> all of it\n> is quoted',
  ])('leaves %s', (text) => expect(foldQuotes(text)).toEqual({ text, folded: '' }));

  it('ends on hostile lines', () => {
    const hostile = `${'On '.repeat(60_000)}\n${'>'.repeat(50_000)}\n${'From: a\n'.repeat(5_000)}`;
    expect(foldQuotes(hostile).text).toBeDefined();
  });
});
