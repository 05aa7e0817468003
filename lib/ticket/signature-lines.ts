import { PhraseBook } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';

/** What an engineer may need: a line with one of these is never part of a signature. */
// biome-ignore format: a list by language
const FACTS = [
  'error*', 'fehler*', 'erreur*', 'erro', 'erros', 'ошибк*', 'błąd*', 'błęd*', 'fout*', 'fel', 'fejl*', 'chyb*', 'hata*', 'virhe*', 'code', 'codes',
  'código', 'codice', 'kod', 'код', 'version*', 'versión*', 'versão', 'wersj*', 'верси*', 'build', 'chrome', 'firefox', 'safari', 'edge', 'windows',
  'android', 'ios', 'macos', 'linux', 'screenshot*', 'screen*', 'capture*', 'captura*', 'скриншот*', 'снимок', 'zrzut*', 'schermata', 'skärm*',
  'skærm*', 'log', 'logs', 'logfile', 'attach*', 'anbei', 'anhang', 'anlage*', 'joint*', 'adjunt*', 'anex*', 'allegat*', 'bijlage*', 'załącz*',
  'vedhæft*', 'vedlagt*', 'bifog*', 'liit*', 'přílo*', 'ekte', 'вложен*', 'прилож*', 'прилаг*', 'file', 'files', 'datei*', 'fichier*', 'archivo*',
  'arquivo*', 'файл*', 'plik*', 'order', 'ticket*', 'invoice*', 'bestell*', 'rechnung*', 'commande*', 'pedido*', 'заказ*', 'step*', 'schritt*',
  'étape*', 'paso*', 'passo*', 'шаг*', 'ps', 'p s', 'pps', 'nb', 'update', 'edit', 'url', 'link', 'http', 'https',
];
let facts: PhraseBook | null = null;
/** Words of sentences, which titles and names do without. */
// biome-ignore format: a list by language
const SAYING = new Set(
  ('i we you it is are was not no still does do can cannot please after before when but works fails broken again ' +
    "it's don't doesn't can't i'm ich wir es ist sind nicht kein noch wieder geht kann bitte aber wenn seit je j'ai nous vous ne pas est toujours " +
    'mais quand yo me está sigue pero cuando ya eu não mas quando ainda io non è ancora ik niet het werkt maar nie jest ale się я мы вы не это но ' +
    'когда всё ещё нет inte det är jag men ikke jeg není değil ama لا لم هل').split(' '),
);
const SAYING_UNSPACED = /(?:です|ます|ません|ました|ください|ない)$|添付|エラー|バージョン|画面|مرفق|خطأ/;
const COMPANY =
  /(?:^|\s)(?:GmbH|AG|KG|e\.K\.|Ltd|Inc|LLC|Corp|Co|PLC|S\.?A\.?S?|SARL|S\.?L|S\.?r\.?l|S\.?p\.?A|Lda|Ltda|B\.?V|Sp\. z o\.o|ООО|АО|Oyj?|AB|ApS|A\/S|AS|s\.r\.o|a\.s|A\.Ş)\.?$/u;
const PARTICLES = new Set(
  'de da do dos das del della di du la le van von der den zu zur af av ter ten bin al el y e of and und et the for für i в и по'.split(
    ' ',
  ),
);
/** "i. A.", "(she/her)". */
const ASIDE = /^(?:i\. ?[AV]\.|gez\.|ppa\.?)\s|\s?\([^()]{1,30}\)/g;

const isCapital = (word: string) => /^[«"“„'(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
function hasFact(line: string): boolean {
  facts ??= new PhraseBook(FACTS);
  return facts.has(toWords(line)) || SAYING_UNSPACED.test(line);
}
const wordsOf = (line: string) => line.split(/[\s|·•,/&]+/).filter((word) => /\p{L}/u.test(word));
const isSaying = (line: string) => toWords(line).some((word) => SAYING.has(word.text));
/** Ends like a sentence. */
const isClosed = (line: string) => /[.!?:;。？！…؟]$/.test(line) && !COMPANY.test(line);

/** A name of a person, a team or a firm: a few words, each with a capital where the script has them. */
export function isName(raw: string): boolean {
  const line = raw.replace(ASIDE, '').replace(/[.,]$/, '').trim();
  const words = wordsOf(line);
  if (words.length === 0 || words.length > 5 || line.length > 60) return false;
  if (/[\d@:?!。_<>{}=]/.test(line) || hasFact(line) || isSaying(line)) return false;
  return words.every((word) => isCapital(word) || PARTICLES.has(word)) && isCapital(line);
}

/** A title, a department, a firm. `alone`: it stands in a paragraph of its own, so it must look like a name as a whole. */
export function isTitle(raw: string, alone: boolean): boolean {
  const line = raw.replace(ASIDE, '').trim();
  const words = wordsOf(line);
  if (words.length === 0 || words.length > 9 || line.length > 90) return false;
  if (/[\d@:?!。_<>{}=]/.test(line) || isClosed(line) || hasFact(line) || isSaying(line)) return false;
  if (COMPANY.test(line)) return isCapital(line);
  const named = words.every((word) => isCapital(word) || word.length < 4 || PARTICLES.has(word));
  return alone ? named && isCapital(line) : isCapital(line) || words.length <= 4;
}

const LABEL =
  /^(?:tele(?:phone|fon|fono|foon|fone)|teléfono|téléphone|tel|tél|telef|tlf|tfn|phone|mobile|mobil|móvil|telemóvel|mobiel|mobilnummer|handy|cell|gsm|cep|kom|puh|fax|direct|direkt|durchwahl|office|büro|port(?:able)?|celular|cellulare|cel|whatsapp|e-?mail|mail|web(?:site)?|www|skype|тел|телефон|моб|факс|почта|電話|携帯|هاتف|جوال|فاكس|[tpmfew])[\s.:：/]+/iu;
const EMAIL = /^<?[^\s@<>]{1,64}@[^\s@<>]{1,200}>?$/;
const SITE = /^(?:https?:\/\/[\w.-]+|www\.[\w.-]+)\/?$/i;
const NUMBER = /^\+?[\d\s()./–-]{5,25}(?:(?:ext|x|dw|wew)\.? ?\d{1,5})?$/i;
const LEGAL =
  /^(?:Sitz|Geschäftsführ|Registergericht|Amtsgericht|HRB|USt|VAT|SIRET|RCS|CIF|P\.? ?IVA|KvK|BTW|NIP|REGON|KRS|ИНН|ОГРН|Org\.? ?nr|CVR|IČO|Registered (?:in|office)|Company (?:no|reg))/i;
const STREET =
  /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|straat|laan|plein|gatan?|vägen|vej|gade|katu)(?=\s\d|,|$)|(?<!\p{L})(?:street|st|road|rd|avenue|ave|lane|square|suite|rue|boulevard|bd|via|viale|piazza|corso|calle|avda|plaza|rua|avenida|praça|ul|ulica|al|ulice|sok|cad|mah|ул|улица|просп|шоссе|شارع|p\.?o\.? box|postfach)(?!\p{L})|丁目|番地|〒/iu;
const POSTAL = /^(?:[A-Z]{1,2}-)?\d{2,5}(?:[- ]\d{2,4})?,? ?\p{Lu}[\p{L} .'’-]{1,40}$/u;
const POSTCODE_LAST =
  /^[\p{L} .,'’-]{0,40}(?<![\p{L}\d])(?:[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)$/u;

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

/** One way to reach someone. A number counts only where it is named, or written as telephone numbers are. */
function isContact(part: string): boolean {
  const label = LABEL.exec(part)?.[0] ?? '';
  const value = part.slice(label.length).trim();
  if (EMAIL.test(value) || SITE.test(value)) return true;
  if (label && /^[\w-]+(?:\.[\w-]+)+\/?$/.test(value) && /^[ew]/i.test(label)) return true;
  if (!NUMBER.test(value)) return false;
  return label ? digitsIn(value) >= 5 : /^[+(0]/.test(value) && digitsIn(value) >= 9;
}

/** A street with its number; below one, a town with its postcode. */
export const isStreet = (line: string): boolean =>
  line.length <= 90 &&
  STREET.test(line) &&
  /\d/.test(line) &&
  !hasFact(line) &&
  !isSaying(line) &&
  !isClosed(line);

/** Telephone, mail, web, address or what the law wants in a mail. */
export function isContactLine(line: string, belowStreet: boolean): boolean {
  if (line.length > 160) return false;
  if (isStreet(line) || POSTCODE_LAST.test(line) || (belowStreet && POSTAL.test(line))) return true;
  if (LEGAL.test(line) && !hasFact(line)) return true;
  const parts = line
    .split(/\s*[|·•\t]\s*|,\s+|\s+[-–—]\s+|\s{3,}|\s(?=(?:Fax|Mobile?|Tel|E-?mail|Web)[.:])/i)
    .filter(Boolean);
  return parts.some(isContact) && parts.every((part) => isContact(part) || isTitle(part, false));
}

const CONFIDENTIAL =
  /confiden|vertraulich|vertrouwelijk|riservat|poufn|конфиденц|konfidenti|fortrolig|luottamuksel|důvěrn|gizli|機密|سري/i;
const OF_MAIL =
  /mail|message|nachricht|courriel|mensaje|mensagem|messaggio|bericht|wiadomo|письмо|сообщени|meddel|viesti|zpráv|メール|رسالة/i;

/** The sentence of the law department below a signature. */
export const isDisclaimer = (line: string): boolean =>
  line.length > 50 && CONFIDENTIAL.test(line.slice(0, 600)) && OF_MAIL.test(line.slice(0, 600));
