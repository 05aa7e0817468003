import { detectLanguage, type Language } from '@/lib/language/language';
import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';
import { findCues } from '@/lib/report-extraction/cues/lexicon';
import { type Range, withoutOverlaps } from '@/lib/report-extraction/find';

/** `E-4102`, `ERR_CONNECTION_RESET`, `ORA-00942`, `S-2210`. */
const CODE = /(?<![\p{L}\p{N}_/.@-])[A-Z]{1,8}[-_]\d{2,6}(?![\p{L}\p{N}_]|[-/]\d)/gu;
const NAMED_CODE =
  /(?<![\p{L}\p{N}_/.@-])(?:ERR|ERROR|E|SEC|DNS_PROBE|NS_ERROR|SSL|PR)_[A-Z][A-Z0-9_]{3,60}(?![\p{L}\p{N}_])/gu;
/** Windows' form of a failure: eight digits, the first with its top bit set. Other numbers may be places in memory. */
const HEX = /(?<![\p{L}\p{N}_])0x[89A-Fa-f][0-9A-Fa-f]{7}(?![\p{L}\p{N}_])/gu;
const NUMBERED =
  /(?<![\p{L}\p{N}_])(?:error|fehler|fehlercode|erreur|erro|ошибка|ошибку|ошибкой|ошибки|code|código|код|status|statuscode|http|código de error|código de erro|code d['’]erreur|code erreur|error code|código do erro)(?:[ \t]{0,2}(?:code|code is|код|número|number|nr\.?|no\.?|n°|№|status|:|=|#)){0,2}[ \t]{0,2}[:#]?[ \t]{0,2}(\d{3,10}|[A-Z]{1,4}\d{2,6})(?![\p{L}\p{N}_.,-]*\d)/giu;
const HTTP =
  /(?<![\p{L}\p{N}_.,-])[45]\d\d (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Not Found|Forbidden|Unauthorized|Bad Request|Too Many Requests|Conflict|Payload Too Large|Request Entity Too Large)/giu;
const EXCEPTION =
  /(?<![\p{L}\p{N}_])(?:[a-z]\w{0,40}\.){0,8}[A-Z]\w{0,80}(?:Error|Exception)(?![\p{L}\p{N}_])(?:: [^\n"“”«»]{1,200})?/gu;
/** `Fehlermeldung: Zugriff verweigert`. */
const LABELLED =
  /(?<![\p{L}\p{N}_])(?:error message|error text|error|message|fehlermeldung|fehlertext|fehler|meldung|message d['’]erreur|erreur|mensaje de error|mensagem de erro|erro|сообщение об ошибке|текст ошибки|ошибка)[ \t]{0,2}[:：][ \t]{0,3}(?=[\p{Lu}\p{N}])([^\n"“„«]{4,200})/giu;
const QUOTES: readonly RegExp[] = [
  /"([^"\n]{3,240})"/gu,
  /“([^“”\n]{3,240})”/gu,
  /„([^„“”\n]{3,240})[“”]/gu,
  /«([^«»\n]{3,240})»/gu,
];

/** Codes that name a standard, a document or an order. */
const NO_ERROR =
  /^(?:ISO|UTF|SHA|RFC|COVID|DIN|EN|PO|RE|INC|ORDER|INV|AES|MD|IEC|PDF|CVE|TK|REQ|SO|AB|KD|RG|BO|SKU|ART|ID|NR|TICKET|CASE|GDPR|CET|UTC|GMT|A|B|M|T|L|Q|FY|IPV|MP|USB|HD)[-_]/;
/** Letters that begin error codes: enough without any word of failure near. */
const SURE_CODE = /^(?:E|ERR|ERROR|EX|EXC|ORA|SQL|HTTP|HRESULT|FEHLER|FAULT)[-_]/;

/** The name of a file may say `Error` and is no message. */
const FILE_NAME = /\.\w{2,5}$/;

const CODE_INSIDE = /(?<![\p{L}\p{N}_-])(?:E|ERR|ERROR)[-_]\d{2,6}(?![\p{L}\p{N}_])/u;

const SAYING = new PhraseBook(
  toPhrases(`kommt, erscheint, apparaît, появляется, выскакивает,
    says, say, said, message, messages, error, errors, warning, alert, popup, reads, reading, toast, box,
    ends with, endet mit, finit par, termina con, termina com, заканчивается, текст, texto, texte, sagt,
    meldet, meldung, fehlermeldung, steht, hinweis, fehler, lautet, dit, affiche, erreur, indique, dice,
    mensaje, aviso, diz, mensagem, erro, aparece, muestra, mostra, pone, пишет, сообщение, ошибка,
    ошибку, ошибкой, выдает, выдаёт, надпись, говорит, сообщением, показывает`),
);
/** Words that, right before a quote, leave nothing but a message: two words are enough then. */
const APPEARING = new PhraseBook(
  toPhrases(`message, error, alert, popup, toast, fehlermeldung, meldung, fehler, hinweis, message d'erreur, erreur, alerte, mensaje, error, aviso,
    mensagem, erro, ошибка, ошибку, ошибкой, сообщение, сообщением, надпись`),
);
const TWO_WORDS = /^\p{L}{2,}\s\p{L}{2,}/u;
/** Characters before a quote in which a word for a message counts. */
const NEAR = 60;
const SAMPLE = 4_000;

type Fails = (text: string) => boolean;

/** Asks for words of failure in the language of the text and in English, in which many messages are. */
function toFails(text: string): Fails {
  const own = detectLanguage(toWords(text));
  const languages: readonly Language[] = own && own !== 'en' ? [own, 'en'] : ['en'];
  return (piece) => {
    const words = toWords(piece);
    return languages.some((language) =>
      findCues(words, language).some(({ kind }) => kind === 'failure' || kind === 'negation'),
    );
  };
}

/** The line around a place, at most some hundred characters each side. */
function around(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200);
  const next = text.indexOf('\n', end);
  return text.slice(from, Math.min(next === -1 ? text.length : next, end + 200));
}

function findCodes(text: string, fails: Fails, messages: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (const { index, 0: own } of text.matchAll(CODE)) {
    const end = index + own.length;
    if (NO_ERROR.test(own)) continue;
    if (SURE_CODE.test(own)) ranges.push({ start: index, end, reason: 'an error code by its form' });
    else if (messages.some((it) => index >= it.start && end <= it.end))
      ranges.push({ start: index, end, reason: 'a code inside a message of the product' });
    else if (fails(around(text, index, end)))
      ranges.push({ start: index, end, reason: 'a code beside words of failure' });
  }
  const add = (pattern: RegExp, reason: string) => {
    for (const { index, 0: own } of text.matchAll(pattern))
      ranges.push({ start: index, end: index + own.trimEnd().length, reason });
  };
  add(NAMED_CODE, 'the name of an error');
  add(HEX, 'an error number in hexadecimal');
  add(NUMBERED, 'a number after a word for error or status');
  add(HTTP, 'an answer of a web server');
  for (const { index, 0: own } of text.matchAll(EXCEPTION)) {
    const whole = toFirstSentence(own);
    ranges.push({ start: index, end: index + whole.length, reason: 'the name of an exception' });
  }
  return ranges;
}

/** What the product says of itself: quoted, and either of failure or after a word for a message. */
function findQuoted(text: string, fails: Fails): Range[] {
  const ranges: Range[] = [];
  for (const pattern of QUOTES) {
    for (const match of text.matchAll(pattern)) {
      const inside = match[1] ?? '';
      const quoted = inside.trim();
      const start = match.index + 1 + inside.indexOf(quoted);
      if (FILE_NAME.test(quoted)) continue;
      const words = toWords(quoted);
      const lead = text.slice(Math.max(0, match.index - NEAR), match.index);
      const introduced = SAYING.has(toWords(lead.slice(lead.lastIndexOf('\n') + 1)).slice(-6));
      const failing = words.length >= 2 && fails(quoted);
      if (failing && introduced)
        ranges.push({ start, end: start + quoted.length, reason: 'a quoted message that tells of failure' });
      else if (CODE_INSIDE.test(quoted) && words.length >= 3)
        ranges.push({ start, end: start + quoted.length, reason: 'a quoted text with an error code' });
      else if (introduced && TWO_WORDS.test(quoted) && APPEARING.has(toWords(lead).slice(-3)))
        ranges.push({ start, end: start + quoted.length, reason: 'quoted after a word for a message' });
      else if (introduced && words.length >= 3)
        ranges.push({ start, end: start + quoted.length, reason: 'quoted after a word for a message' });
      else if (failing && /^\p{Lu}/u.test(quoted) && words.length >= 3)
        ranges.push({ start, end: start + quoted.length, reason: 'a quoted text that tells of failure' });
    }
  }
  return ranges;
}

function toFirstSentence(text: string): string {
  const [first = ''] = text.split(/(?<=[.!?])\s/, 1);
  return first.trimEnd().replace(/[.!?,;]$/, '');
}

function findLabelled(text: string): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const own = toFirstSentence(match[1] ?? '');
    const start = match.index + match[0].length - (match[1] ?? '').length;
    if (toWords(own).length >= 2)
      ranges.push({
        start,
        end: start + own.length,
        reason: 'what stands after “error message:”',
      });
  }
  return ranges;
}

/** Error texts and codes. A code inside a message is part of it and named once more by itself. */
export function findErrors(text: string, addresses: readonly Range[]): { codes: Range[]; messages: Range[] } {
  const outside = (range: Range) => !addresses.some((it) => range.start >= it.start && range.start < it.end);
  const fails = toFails(text.slice(0, SAMPLE));
  const messages = withoutOverlaps([...findQuoted(text, fails), ...findLabelled(text)].filter(outside));
  const codes = withoutOverlaps(findCodes(text, fails, messages).filter(outside));
  const alone = messages.filter(
    ({ start, end }) => !codes.some((code) => code.start <= start && code.end >= end),
  );
  return { codes, messages: alone };
}
