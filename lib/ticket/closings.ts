import { PhraseBook } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';

/** Said at the end of a mail and nowhere else. */
// biome-ignore format: a list by language
const GREETINGS = [
  'regards', 'best regards', 'kind regards', 'kindest regards', 'warm regards', 'warmest regards', 'many regards', 'with regards',
  'with kind regards', 'with best regards', 'best wishes', 'kind wishes', 'all the best', 'sincerely', 'sincerely yours', 'yours sincerely',
  'yours faithfully', 'yours truly', 'yours', 'respectfully', 'cordially', 'br', 'kr', 'rgds', 'cheers',
  'mit freundlichen grüßen', 'mit freundlichen grüssen', 'mit freundlichem gruß', 'mit freundlichem gruss', 'mit besten grüßen',
  'mit besten grüssen', 'mit herzlichen grüßen', 'mit lieben grüßen', 'freundliche grüße', 'freundliche grüsse', 'freundlicher gruß',
  'viele grüße', 'viele grüsse', 'beste grüße', 'beste grüsse', 'liebe grüße', 'liebe grüsse', 'schöne grüße', 'schöne grüsse',
  'herzliche grüße', 'herzliche grüsse', 'herzlichst', 'grüße', 'grüsse', 'gruß', 'gruss', 'lg', 'vg', 'mfg', 'hochachtungsvoll',
  'cordialement', 'bien cordialement', 'très cordialement', 'cdt', 'cdlt', 'bien à vous', 'bien à toi', 'sincèrement', 'amicalement',
  'salutations', 'meilleures salutations', 'sincères salutations', 'salutations distinguées', 'respectueusement', 'avec mes salutations',
  'saludos', 'un saludo', 'saludos cordiales', 'un cordial saludo', 'cordiales saludos', 'cordialmente', 'atentamente', 'atte', 'un abrazo',
  'le saluda atentamente', 'reciba un cordial saludo',
  'atenciosamente', 'att', 'cumprimentos', 'com os melhores cumprimentos', 'melhores cumprimentos', 'com cumprimentos', 'abraço', 'abraços',
  'um abraço', 'saudações', 'respeitosamente',
  'cordiali saluti', 'distinti saluti', 'saluti', 'cari saluti', 'un saluto', 'un cordiale saluto', 'i migliori saluti', 'buona giornata',
  'met vriendelijke groet', 'met vriendelijke groeten', 'vriendelijke groet', 'vriendelijke groeten', 'met groet', 'groet', 'groeten',
  'groetjes', 'mvg', 'hartelijke groet', 'hartelijke groeten', 'hoogachtend',
  'pozdrawiam', 'serdecznie pozdrawiam', 'pozdrawiam serdecznie', 'pozdrowienia', 'z poważaniem', 'z wyrazami szacunku', 'łączę pozdrowienia',
  'с уважением', 'с наилучшими пожеланиями', 'всего доброго', 'всего хорошего', 'с приветом', 'з повагою',
  'よろしくお願い*', '宜しくお願い*', 'どうぞよろしく*', '何卒よろしく*', '何卒宜しく*', '今後ともよろしく*', '引き続きよろしく*', '敬具', '以上',
  'مع التحية', 'مع تحياتي', 'مع خالص التحية', 'مع خالص تحياتي', 'مع أطيب التحيات', 'أطيب التحيات', 'تحياتي', 'تحية طيبة', 'والتقدير',
  'مع فائق الاحترام', 'وتفضلوا بقبول فائق الاحترام',
  'med vänlig hälsning', 'med vänliga hälsningar', 'vänliga hälsningar', 'vänlig hälsning', 'hälsningar', 'hälsning', 'mvh', 'bästa hälsningar',
  'venlig hilsen', 'med venlig hilsen', 'med vennlig hilsen', 'vennlig hilsen', 'de bedste hilsner', 'hilsen', 'mange hilsner', 'hilsner', 'vh',
  'ystävällisin terveisin', 'terveisin', 'parhain terveisin', 'terveiset',
  's pozdravem', 's přátelským pozdravem', 'pozdrav', 'hezký den', 's úctou',
  'saygılarımla', 'saygılarımızla', 'iyi çalışmalar', 'sevgiler', 'selamlar', 'iyi günler',
  'üdvözlettel', 'cu stimă', 'με εκτίμηση', '此致', '祝好', '감사합니다', '드림',
];

/** Also said in the middle of one: no end without a name below. */
// biome-ignore format: a list by language
const THANKS = [
  'thanks', 'thank you', 'many thanks', 'thanks again', 'thanks a lot', 'thanks so much', 'thank you very much', 'thank you so much', 'in advance',
  'thank you for your help', 'thanks for your help', 'for your help', 'thx', 'best', 'ta', 'have a nice day', 'have a good day', 'take care',
  'danke', 'danke schön', 'vielen dank', 'besten dank', 'herzlichen dank', 'danke im voraus', 'im voraus', 'für ihre hilfe', 'schönen tag noch',
  'merci', 'merci beaucoup', "d'avance", 'merci pour votre aide', 'bonne journée', 'bonne réception',
  'gracias', 'muchas gracias', 'mil gracias', 'de antemano', 'por su ayuda', 'quedo a la espera', 'buen día',
  'obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'desde já', 'grato', 'grata', 'agradeço',
  'grazie', 'grazie mille', 'in anticipo', 'molte grazie', 'bedankt', 'alvast bedankt', 'dank u', 'dank je', 'bij voorbaat dank', 'dank',
  'dziękuję', 'z góry dziękuję', 'dzięki', 'спасибо', 'заранее спасибо', 'большое спасибо', 'заранее благодарю', 'благодарю', 'дякую',
  'ありがとうございます', 'شكرا', 'شكرا جزيلا', 'شكراً', 'شكراً جزيلاً', 'شكرا لكم', 'وشكرا',
  'tack', 'tack så mycket', 'tack på förhand', 'tak', 'på forhånd tak', 'mange tak', 'takk', 'kiitos', 'kiitos etukäteen', 'děkuji', 'předem děkuji',
  'díky', 'teşekkürler', 'teşekkür ederim', 'şimdiden teşekkürler',
];

/** Said in one long sentence. */
const FORMAL = /^(?:je vous prie d.agréer|nous vous prions d.agréer|veuillez (?:agréer|recevoir|croire))/i;
const JOINS = new Set('and und et y e en i и & och og ja a ve with mit'.split(' '));
/** "Greetings from Bremen": what follows may be the name of a place. */
const FROM = new Set('aus from de uit z ze из från fra desde da'.split(' '));
const LONGEST = 160;
/** `lg`, `br`: with a name below only. */
const SHORT = 3;

let books: { readonly greetings: PhraseBook; readonly thanks: PhraseBook } | null = null;
const loadBooks = () => {
  books ??= { greetings: new PhraseBook(GREETINGS), thanks: new PhraseBook(THANKS) };
  return books;
};

export interface Closing {
  /** Ends a mail even where no name follows. */
  readonly isSure: boolean;
  /** What stands behind it on the same line: a name, if this is a closing. */
  readonly rest: string;
}

/** A line that begins with a closing, or with several ("Thanks and best regards"); null for any other. */
export function readClosing(line: string): Closing | null {
  if (line.length > LONGEST) return null;
  if (FORMAL.test(line)) return { isSure: true, rest: '' };
  const { greetings, thanks } = loadBooks();
  const words = toWords(line.normalize('NFC'));
  let at = 0;
  let isSure = false;
  for (;;) {
    const next = at > 0 && JOINS.has(words[at]?.text ?? '') ? at + 1 : at;
    const greeting = greetings.matchAt(words, next);
    const size = Math.max(greeting, thanks.matchAt(words, next));
    if (size === 0) break;
    isSure ||= greeting > 0 && line.length > SHORT;
    at = next + size;
  }
  if (at === 0) return null;
  const from = FROM.has(words[at]?.text ?? '') ? 1 : 0;
  const rest = words[at + from];
  return { isSure, rest: rest ? line.normalize('NFC').slice(rest.start) : '' };
}
