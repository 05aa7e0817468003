import type { Ticket } from './ticket';

/** Words that say nothing about which problem it is, in the languages agents write most. */
const COMMON = new Set(
  (
    'the and for with from this that these those not can cannot could does did has have had was were are our your their when then than after before since until into onto over under again also only just very please help need want problem problems issue issues error errors urgent question request support ticket bug broken works working work does doesnt dont isnt cant wont get gets got hello regarding fwd ' +
    'der die das und ist nicht ein eine einen mit von für auf bei nach seit wenn kann keine kein wird werden haben hat bitte hilfe problem fehler frage anfrage dringend geht funktioniert ' +
    'les des une est pas avec pour dans sur que qui nous vous plus aide problème erreur demande question urgent bonjour ' +
    'los las una con por para que del desde cuando como puede ayuda problema error consulta pregunta urgente hola ' +
    'uma com por para que não dos das desde quando como pode ajuda problema erro dúvida urgente olá ' +
    'что как это для при или после когда если нет нужна помощь проблема ошибка вопрос срочно работает здравствуйте'
  ).split(' '),
);

/** `E-4102`, `ORA-00942`, `0x80070005`, `HTTP_500`, `INV2041`: letters and digits in one word. */
const CODE = /(?<![\p{L}\p{N}])(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[A-Za-z0-9][\w.-]{2,29}[\w](?![\p{L}\p{N}])/gu;
const MAX_WORDS = 5;
const MAX_CODES = 2;
/** Where the customer says what it is about. */
const OPENING = 2_000;

/** Scripts whose words are short; words of Hiragana alone are grammar. */
const SHORT_WORDS = /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;

const isTelling = (word: string): boolean =>
  word.length >= (SHORT_WORDS.test(word) ? 2 : 3) &&
  !/^(?:\d+|\p{Script=Hiragana}+)$/u.test(word) &&
  !COMMON.has(word.toLowerCase());

/**
 * The words by which the same problem would be found in another ticket, best first: error codes of subject and first
 * message, then the subject's words without the common ones. Empty when the ticket says nothing.
 */
export function tellingWords({ subject, messages }: Pick<Ticket, 'subject' | 'messages'>): string[] {
  const opening = messages.find(({ role }) => role === 'customer')?.text.slice(0, OPENING) ?? '';
  const codes = [...`${subject}\n${opening.replace(/https?:\/\/\S+/g, ' ')}`.matchAll(CODE)].map(
    ([code]) => code,
  );
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(subject.slice(0, OPENING));
  const words = [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const picked: string[] = [];
  const has = (word: string) => picked.some((it) => it.toLowerCase() === word.toLowerCase());
  for (const code of codes) if (picked.length < MAX_CODES && !has(code)) picked.push(code);
  const parts = new Set(picked.flatMap((code) => code.toLowerCase().split(/[.-]/)));
  for (const word of words) {
    if (picked.length >= MAX_WORDS) break;
    if (isTelling(word) && !has(word) && !parts.has(word.toLowerCase())) picked.push(word);
  }
  return picked;
}

/** How many of the words a text holds, ignoring case. */
export function countWords(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase())).length;
}
