import { describe, expect, it } from 'vitest';
import { extractReport } from './extract-report';
import { FIELDS } from './segment';

const valuesOf = (text: string) => {
  const own = extractReport({ subject: '', messages: [text] });
  return FIELDS.map((field) => own[field]?.value ?? null);
};

/** Labelled by hand: steps, actual, expected. */
describe('free conversation', () => {
  it.each([
    [
      'a chain of deeds, and the environment after it',
      'Hi team,\nI went to Settings > Team, typed her address and hit Invite. No mail arrives. I would have thought she gets one at once. We are on Chrome 129 / Windows 11, app version 4.18.2.\nThanks, Paula',
      'I went to Settings > Team, typed her address and hit Invite.',
      'No mail arrives.',
      'I would have thought she gets one at once.',
    ],
    [
      'German participles',
      'Zuerst habe ich die Datei hochgeladen, danach die Spalten zugeordnet und auf Importieren gedrückt. Der Balken bleibt bei 80 % stehen. Eigentlich müsste der Import fertig sein.',
      'Zuerst habe ich die Datei hochgeladen, danach die Spalten zugeordnet und auf Importieren gedrückt.',
      'Der Balken bleibt bei 80 % stehen.',
      'Eigentlich müsste der Import fertig sein.',
    ],
    [
      'a heading within a line',
      "Bonjour, le fichier est vide (0 octet). Je m'attendais à retrouver mes 300 lignes. Pour reproduire : ouvrir le tableau de bord, cliquer sur Exporter. Edge 130 sous Windows 11.",
      'ouvrir le tableau de bord, cliquer sur Exporter.',
      'Bonjour, le fichier est vide (0 octet).',
      "Je m'attendais à retrouver mes 300 lignes.",
    ],
    [
      'a chain that turns into the failure',
      'Entro en Facturas, pulso Nueva, relleno los datos y al guardar me sale un error. Debería guardarse. Uso Opera 113 en Linux.',
      'Entro en Facturas, pulso Nueva, relleno los datos',
      'y al guardar me sale un error.',
      'Debería guardarse.',
    ],
    [
      'what it was meant for',
      'Clico em Novo, preencho o valor e salvo. A tela fica branca. Era para abrir o formulário.',
      'Clico em Novo, preencho o valor e salvo.',
      'A tela fica branca.',
      'Era para abrir o formulário.',
    ],
    [
      'a dash before the failure',
      'Захожу в карточку клиента, меняю телефон, нажимаю «Сохранить» — старый номер возвращается. Раньше всё сохранялось сразу.',
      'Захожу в карточку клиента, меняю телефон, нажимаю «Сохранить»',
      'старый номер возвращается.',
      'Раньше всё сохранялось сразу.',
    ],
    [
      'headings in capitals above a line',
      'STEPS\nOpen calendar, drag an event.\n\nRESULT\nEvent jumps back.\n\nWANTED\nEvent stays.',
      'Open calendar, drag an event.',
      'Event jumps back.',
      'Event stays.',
    ],
    [
      'no words of failure at all',
      'It takes 40 seconds until the dashboard is drawn. Usually it is there at once.',
      null,
      'It takes 40 seconds until the dashboard is drawn.',
      'Usually it is there at once.',
    ],
  ])('is told apart: %s', (_, text, steps, actual, expected) => {
    expect(valuesOf(text)).toEqual([steps, actual, expected]);
  });

  it.each([
    'Could you tell me how to change the language of the invoices? I looked in Settings but cannot find it.',
    'Guten Tag, wie kann ich einen zweiten Nutzer anlegen? Ich finde es nicht.',
    'Bonjour, pourriez-vous me dire comment ajouter un utilisateur ? Je ne trouve pas.',
    'Hola, ¿cómo puedo cambiar el titular de la cuenta? No lo encuentro.',
    'Olá, gostaria de saber como posso mudar o plano da nossa conta. Não encontro.',
    'Добрый день, подскажите, как перейти на другой тариф? Не нахожу.',
  ])('that asks how to do something reports nothing: %s', (text) => {
    expect(valuesOf(text)).toEqual([null, null, null]);
    expect(extractReport({ subject: '', messages: [text] }).presence).toEqual({
      steps: false,
      actual: false,
      expected: false,
    });
  });
});
