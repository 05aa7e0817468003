/** Words that open a beginning in time. */
export const OPENERS = 'since, seit, depuis, desde, с, со, for, há, hace, уже';

/** Days and times of day: each says a beginning by itself. */
export const MOMENTS = `
  today, yesterday, monday, tuesday, wednesday, thursday, friday, saturday, sunday, morning, noon, midday, afternoon,
  evening, midnight, last night, last week, this week, weekend,
  heute, gestern, vorgestern, montag*, dienstag*, mittwoch*, donnerstag*, freitag*, samstag*, sonnabend*, sonntag*,
  mittag, mitternacht, letzter woche, letzte woche, dieser woche, vergangener woche, wochenende,
  aujourd'hui, hier, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, matin, midi, minuit, soir,
  semaine dernière, cette semaine, week end,
  hoy, ayer, anteayer, anoche, lunes, martes, miércoles, jueves, viernes, sábado, domingo, esta mañana, esta tarde,
  mediodía, medianoche, semana pasada, esta semana, fin de semana,
  hoje, ontem, anteontem, segunda feira, terça feira, quarta feira, quinta feira, sexta feira, esta manhã, meio dia,
  meia noite, semana passada, fim de semana,
  last update, latest update, letzten update, letzten aktualisierung, dernière mise à jour, última actualización,
  última atualização, последнего обновления,
  сегодня*, вчера*, позавчера*, понедельника, вторника, среды, четверга, пятницы, субботы, воскресенья, утра, обеда,
  полудня, вечера, полуночи, прошлой недели, этой недели, выходных`;

/** Months: with the number of a day they are a date, alone they may be when a contract began. */
export const MONTHS = `
  january, february, march, april, may, june, july, august, september, october, november, december,
  jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec,
  januar, jänner, februar, märz, mai, juni, juli, oktober, dezember,
  janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre,
  enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre,
  janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro,
  января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря`;

/** Spans that are counted: with a number they say when it began. */
export const SPANS = `
  days, hours, minutes, weeks, tagen, stunden, minuten, wochen, jours, heures, minutes, semaines,
  días, horas, minutos, semanas, dias, день, дня, дней, часа, часов, неделю, недели, недель`;

/** Numbers as words, where customers write them so. */
export const NUMBERS = `
  two, three, four, five, several, zwei, drei, vier, fünf, einigen, mehreren, paar, deux, trois, quatre, quelques,
  plusieurs, dos, tres, cuatro, varios, varias, dois, duas, três, vários, várias,
  два, две, три, четыре, пять, несколько, второй, третий, вторую, третью`;

/** What may stand between: articles, prepositions, "about", the time of day behind a day. */
export const BETWEEN = `
  the, this, last, update, upgrade, release, aktualisierung, actualización, atualização, обновления, early, late, about, around, at, on, of, in, o'clock, am, pm, night, today's,
  dem, der, den, diesem, letzten, letztem, vergangenen, etwa, ca, circa, ungefähr, um, ab, früh, morgen, vormittag,
  nachmittag, abend, nacht, uhr, ein,
  le, la, les, mise, jour, ce, cet, cette, du, de, vers, environ, à, h, dernier, dernière, après, avant, passé,
  el, los, las, esta, este, pasado, pasada, sobre, hace, por, noche, tarde,
  o, a, os, as, da, do, na, no, às, há, passado, manhã, noite,
  самого, примерно, около, прошлого, прошлой, прошлый, этого, этой, дня, часов, часа, ночи`;
