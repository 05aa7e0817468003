import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import { findAddresses } from './facts/addresses';
import { findEnvironment } from './facts/environment';
import { findVersions } from './facts/versions';

/** Words around the names of browsers, systems, versions and addresses that tell nothing else. */
const AROUND = new PhraseBook(
  toPhrases(`
  on, in, under, with, and, from, using, use, we, i, i'm, we're, am, is, are, it's, it, the, a, my, our, phone, tablet,
  computer, laptop, pc, browser, app, application, version, runs, running, system, os, by, both, same, latest, current, windows,
  unter, und, auf, im, mit, wir, ich, arbeite, arbeiten, nutze, nutzen, verwende, verwenden, benutze, benutzen, habe, haben, ist, der,
  die, das, mein, meine, unser, unsere, handy, rechner, computer, gerät, programm, programmversion, betriebssystem, siehe, aktuell*,
  je, j'utilise, utilise, nous, utilisons, suis, sommes, sous, sur, et, avec, le, la, les, un, une, mon, notre, téléphone,
  ordinateur, navigateur, appli, dernière, à, jour, voici, lien, en,
  uso, usamos, utilizo, utilizamos, trabajo, trabajamos, estoy, estamos, con, y, el, los, un, una, mi, nuestro, es, móvil, teléfono,
  ordenador, navegador, aplicación, aplicacion, de, del, enlace, versión, sistema,
  uma, um, o, os, e, com, no, na, em, meu, minha, nosso, nossa, celular, telemóvel, computador, aplicativo, aplicação, da, do, é,
  versão, endereço, link, usando, estou, uso,
  и, на, в, у, нас, меня, из, под, с, через, браузер*, система, телефон*, планшет*, компьютер*, ноутбук*, программа,
  программы, приложени*, версия, версии, верси*, ос, использу*, пользу*, работаю, работаем, работает, ссылка, касса`),
);
/** A sentence longer than that tells more. */
const LONGEST = 300;

/** `We are on Chrome 129 / Windows 11, app version 4.18.2.`: facts that are collected anyway, and nothing besides. */
export function tellsFactsOnly(text: string): boolean {
  if (text.length > LONGEST) return false;
  const addresses = findAddresses(text);
  const { browsers, systems } = findEnvironment(text, addresses);
  const named = [...addresses, ...browsers, ...systems];
  const ranges = [...named, ...findVersions(text, named)];
  if (ranges.length === 0) return false;
  const words = toWords(text).filter(
    ({ start }) => !ranges.some((it) => start >= it.start && start < it.end),
  );
  // A number by itself is the version of what stands before it.
  return words.every((word, at) => /^\d/.test(word.text) || AROUND.matchAt(words, at) > 0);
}
