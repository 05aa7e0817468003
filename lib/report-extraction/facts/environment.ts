import { type Range, withoutOverlaps } from '@/lib/report-extraction/find';

const NUMBER = String.raw`(?:[\s/-]{1,2}(?:version|versión|versão|версия|версии|v\.?|ver\.?)?\s{0,2}\d{1,4}(?:\.\d{1,6}){0,4}(?:esr)?)?`;

const BROWSERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?:(?:Google |Mobile )?Chrome(?! ?OS)|Chromium|(?:Mozilla )?Firefox(?: ESR)?|(?:Mobile )?Safari|(?:Microsoft |MS )Edge|Internet Explorer|IE(?=[\s-]?\d{1,2}(?!\d))|Samsung Internet|Yandex ?Browser|Яндекс[. ]?Браузер\p{L}{0,3}|SeaMonkey)(?![\p{L}_])${NUMBER}`,
  'giu',
);
/** Names that are words too count with a capital only, and not after an article. */
const CAPITAL_BROWSERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?<!\b(?:the|an|The|An) )(?:Edge|Opera(?: GX| Mini)?|Vivaldi|Brave)(?![\p{L}_-]| (?:case|device|server|node|house))${NUMBER}`,
  'gu',
);

const SYSTEMS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?:` +
    [
      String.raw`Windows(?: Server| NT)?(?:\s{1,2}(?:version )?(?:\d{1,4}(?:\.\d{1,5}){0,3}(?:\s?[Rr]2)?|XP|Vista)(?![\p{L}\p{N}])(?:\s(?:Pro|Home|Enterprise|Education|LTSC)(?!\p{L}))?(?:\s?(?:\d\dH[12]))?)?`,
      String.raw`(?:mac\s?OS(?: X)?|Mac OS X|OS X)(?:\s(?:Sequoia|Sonoma|Ventura|Monterey|Big Sur|Catalina|Mojave|Tahoe))?(?:\s{1,2}\d{1,2}(?:[._]\d{1,2}){0,2})?`,
      String.raw`(?:Ubuntu|Debian|Fedora|Linux Mint|openSUSE|Arch Linux|Manjaro|CentOS|Red Hat|Astra Linux|ALT Linux|Linux|ChromeOS|Chrome OS)(?: GNU/Linux)?(?:\s{1,2}\d{1,2}(?:\.\d{1,2}){0,2}(?:\sLTS)?)?`,
      String.raw`Android(?:\s{1,2}\d{1,2}(?:\.\d{1,2}){0,2})?`,
      String.raw`(?:iOS|iPadOS)(?:\s{1,2}\d{1,2}(?:\.\d{1,2}){0,2})?`,
      String.raw`(?:MacBook(?: Pro| Air)?|iMac|iPhone(?:\s\d{1,2})?(?: Pro| Max| Plus| mini){0,2}|iPad(?: Pro| Air| mini)?|Mac)`,
    ].join('|') +
    String.raw`)(?![\p{L}_])`,
  'gu',
);
/** Without capitals only with a number, `two windows` is no system. */
const SMALL_SYSTEMS =
  /(?<![\p{L}\p{N}.-])(?:(?:windows|win|android|ios|ubuntu|debian)\s{0,2}\d{1,2}(?:\.\d{1,2}){0,2}|macos(?:\s\d{1,2}(?:\.\d{1,2}){0,2})?|linux)(?![\p{L}\p{N}_])/gu;

const AGENT = /\bMozilla\/5\.0 \([^()\n]{1,200}\)[^\n]{0,300}/g;

function collect(text: string, patterns: readonly RegExp[], reason: string, skip: readonly Range[]): Range[] {
  const ranges = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: own }) => ({
      start: index,
      end: index + own.trimEnd().length,
      reason,
    })),
  );
  const outside = ranges.filter(({ start }) => !skip.some((it) => start >= it.start && start < it.end));
  return withoutOverlaps(outside);
}

export interface Environment {
  readonly browsers: readonly Range[];
  readonly systems: readonly Range[];
}

/** Browsers and systems a text names, each with its version where that stands beside it. Addresses are not read. */
export function findEnvironment(text: string, addresses: readonly Range[]): Environment {
  const agents = [...text.matchAll(AGENT)].map(({ index, 0: own }) => ({
    start: index,
    end: index + own.trimEnd().length,
    reason: 'the browser’s own description of itself',
  }));
  const skip = [...addresses, ...agents];
  const browsers = collect(text, [BROWSERS, CAPITAL_BROWSERS], 'the name of a browser', skip);
  return {
    browsers: withoutOverlaps([...agents, ...browsers]),
    systems: collect(text, [SYSTEMS, SMALL_SYSTEMS], 'the name of a system or device', [
      ...skip,
      ...browsers,
    ]),
  };
}
