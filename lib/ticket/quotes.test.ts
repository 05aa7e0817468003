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
    'Le lun. 2 mars 2026 à 09:00, Ada <ada@x.test> a écrit\u00A0:',
    'Il giorno lun 2 mar 2026 alle ore 09:00 Ada <ada@x.test> ha scritto:',
    'Op ma 2 mrt 2026 om 09:00 schreef Ada <ada@x.test>:',
    'W dniu 2.03.2026 o 09:00, Ada pisze:',
    'pon., 2 mar 2026 o 09:00 Ada <ada@x.test> napisał(a):',
    '2026年3月2日(月) 9:00 Ada <ada@x.test>:',
    '2026/03/02 9:00、Adaのメール：',
    'في الاثنين، 2 مارس 2026 في 9:00 ص تمت كتابة ما يلي بواسطة \u202AAda\u202C <ada@x.test>:',
    'كتب أحمد في 2 مارس 2026:',
    'Den mån 2 mars 2026 kl 09:00 skrev Ada <ada@x.test>:',
    'man. 2. mar. 2026 kl. 09.00 skrev Ada <ada@x.test>:',
    'ma 2. maalisk. 2026 klo 9.00 Ada (ada@x.test) kirjoitti:',
    'po 2. 3. 2026 v 9:00 odesílatel Ada <ada@x.test> napsal:',
    'Ada <ada@x.test>, 2 Mar 2026 Pzt, 09:00 tarihinde şunu yazdı:',
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
    'Da: Ada\nInviato: lunedì\nA: Aiuto\nOggetto: Accesso',
    'Van: Ada\nVerzonden: maandag\nAan: Hulp\nOnderwerp: Inloggen',
    'Od: Ada\nWysłano: poniedziałek\nDo: Pomoc\nTemat: Logowanie',
    'Från: Ada\nSkickat: måndag\nTill: Hjälp\nÄmne: Inloggning',
    '差出人: Ada\n送信日時: 月曜日\n宛先: 窓口\n件名: ログイン',
    '________________________________\nFrom: Ada\nSent: Monday\nTo: Help\nSubject: Login',
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
    'In 2024 I wrote a script that needs this file:\nrun.sh',
    '> all of it\n> is quoted',
  ])('leaves %s', (text) => expect(foldQuotes(text)).toEqual({ text, folded: '' }));

  it('ends on hostile lines', () => {
    const hostile = `${'On '.repeat(60_000)}\n${'>'.repeat(50_000)}\n${'From: a\n'.repeat(5_000)}`;
    expect(foldQuotes(hostile).text).toBeDefined();
  });
});
