import { describe, expect, it } from 'vitest';
import { findSince } from './since';

const sinceOf = (text: string) => findSince(text).map(({ start, end }) => text.slice(start, end));

describe('since when', () => {
  it.each([
    ['Exports have stopped since this morning, for all of us.', 'since this morning'],
    ['since monday the csv export stops', 'since monday'],
    ['Nobody can log in since today 8:40.', 'since today 8:40'],
    ['It fails since Monday, 9:15 am for everyone', 'since Monday, 9:15 am'],
    ['This happens since last week on every page', 'since last week'],
    ['Blank since November 23rd in every browser', 'since November 23rd'],
    ['It does not work since 2 days now', 'since 2 days'],
    ['Nothing loads since 2026-11-23.', 'since 2026-11-23'],
    ['Seit gestern Abend kommt keine Mail mehr an.', 'Seit gestern Abend'],
    ['Der Export bricht seit Montagmorgen ab.', 'seit Montagmorgen'],
    ['Seit heute um 8.40 Uhr geht nichts mehr.', 'Seit heute um 8.40 Uhr'],
    ['Seit zwei Tagen ist die Seite leer', 'Seit zwei Tagen'],
    ['Seit dem 23. November fehlt die Spalte', 'Seit dem 23. November'],
    ['Depuis ce matin, plus personne ne peut se connecter.', 'Depuis ce matin'],
    ['L’export ne marche plus depuis hier soir', 'depuis hier soir'],
    ['Depuis la semaine dernière la page est vide', 'Depuis la semaine dernière'],
    ['Depuis 3 jours les lettres n’arrivent pas', 'Depuis 3 jours'],
    ['Les courriels n’arrivent plus depuis 6 h 04.', 'depuis 6 h 04'],
    ['Desde esta mañana no podemos entrar', 'Desde esta mañana'],
    ['No funciona desde el lunes pasado.', 'desde el lunes'],
    ['Desde hace dos días no llegan los correos', 'Desde hace dos días'],
    ['Desde ontem à noite a página não abre', 'Desde ontem à noite'],
    ['O relatório falha desde segunda-feira.', 'desde segunda-feira'],
    ['Не открывается с понедельника.', 'с понедельника'],
    ['Со вчерашнего вечера не приходят письма', 'Со вчерашнего вечера'],
    ['С самого утра никто не может войти', 'С самого утра'],
    ['Не работает с 9:40, помогите', 'с 9:40'],
    ['We have had this for two weeks now.', 'for two weeks now'],
    ['Since the update last Tuesday nobody can log in', 'Since the update last Tuesday'],
    ['Seit gestern Mittag findet die Suche keine Kunden mehr', 'Seit gestern Mittag'],
    ['O aviso não toca há três dias.', 'há três dias'],
    ['Уже второй день не могу войти', 'Уже второй день'],
  ])('%s', (text, value) => {
    expect(sinceOf(text)).toEqual([value]);
  });

  it.each([
    'Since we updated, the page is blank.',
    'We have been your customers since 3 May.',
    'Nothing was changed on our side since Monday.',
    'We use it since 2019 and since May 2024 in Oslo.',
    'Since the export is slow on Mondays, we waited.',
    'Seit der Umstellung geht es nicht. Montag rufe ich an.',
    'Wir sind Kunde seit gestern.',
    'Depuis la mise à jour, rien. Hier encore tout allait.',
    'Desde la segunda vez que lo intento falla',
    'Desde a segunda tentativa não abre',
    'С уважением, Анна',
    'Проблема с экспортом отчёта',
    'The import ran on Monday.',
    'We paid for two weeks of Premium on Monday.',
    'Há um erro na segunda-feira.',
    '',
  ])('nothing is invented: %s', (text) => {
    expect(sinceOf(text)).toEqual([]);
  });

  it('is found behind a long text of openers', () => {
    expect(findSince('since since 1 since the of '.repeat(20_000))).toEqual([]);
    expect(sinceOf(`${'since the '.repeat(20_000)}since Monday`)).toEqual(['since Monday']);
  });
});
