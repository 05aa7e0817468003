import { type Range, withoutOverlaps } from '@/lib/report-extraction/find';

const NAMED =
  /(?<![\p{L}\p{N}_])(?:(?:version|versión|versão|версия|версии|версию|версией|release|build|сборка|сборки|client|app|apk|appli|programmversion|softwareversion|aplicación|aplicação|aplicativo)[ \t]{0,2}(?:is|ist|est|es|é|no\.?|nr\.?|n°|number|:|=|#)?[ \t]{0,2}v?\d{1,12}(?:\.\d{1,8}){0,4}(?:[-+~](?:alpha|beta|rc|b|pre|snapshot)?\.?\d{0,4})?|v\.?[ ]?\d{1,4}(?:\.\d{1,6}){1,4})(?![\p{L}\p{N}_])/giu;
/** Three numbers and more, no date and no address of a machine. */
const BARE =
  /(?<![\p{L}\p{N}_.,:/-])\d{1,4}\.\d{1,4}\.\d{1,6}(?:\.\d{1,6}){0,2}(?:[-+](?:alpha|beta|rc|b)\.?\d{0,3})?(?![\p{L}\p{N}_.,:%-]*\d)(?!\p{L})/giu;
const DATE = /^(?:[0-3]?\d\.[01]?\d\.(?:19|20)?\d\d|(?:19|20)\d\d\.[01]?\d\.[0-3]?\d)$/;
const MACHINE = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const LONE_WORD = /^(?:client|app\p{L}*|aplica\p{L}*|build|release|version\p{L}*)\s*\d{1,2}$/iu;

function isVersion(own: string, named: boolean): boolean {
  const number = /\d[\d.]*/.exec(own)?.[0] ?? '';
  if (!named && (DATE.test(number) || MACHINE.test(number))) return false;
  return !(named && /^(?:client|ap)/iu.test(own) && LONE_WORD.test(own));
}

/** Version numbers of the product. Those of browsers and systems stand with their names and are not repeated. */
export function findVersions(text: string, taken: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  const collect = (pattern: RegExp, reason: string) => {
    for (const { index, 0: own } of text.matchAll(pattern)) {
      const end = index + own.length;
      if (taken.some((it) => index < it.end && end > it.start)) continue;
      if (isVersion(own, pattern === NAMED)) ranges.push({ start: index, end, reason });
    }
  };
  collect(NAMED, 'a number after “version”, “release” or “build”');
  collect(BARE, 'three numbers with dots, no date');
  return withoutOverlaps(ranges);
}
