import { ANY_CALLED } from './called-words';

/** What mail programs put before the subject of an answer or of a forwarded mail. */
const REPLY =
  /^(?:(?:re|fw|fwd|aw|wg|sv|vs|vb|vl|antw|doorst|tr|réf|rv|rif|res|enc|odp|pd|ynt|ilt|отв|пер|на|vá|továbbítás|σχετ|απ|πρθ|回复|回覆|答复|转发|轉寄|返信|転送|답장|전달|رد|إعادة توجيه|תגובה)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]\s*)+/iu;
const LABEL =
  /^(subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|тема|předmět|ämne|emne|aihe|konu|θέμα|tárgy|subiect|件名|主题|主題|제목|נושא|الموضوع)\s*[:：]\s*/iu;
/** The number of the ticket before its subject, with the words that announce it. */
const NUMBERED =
  /^[[(]?\s*((ticket|case|issue|bug|task|request|incident|заявка|demande|anfrage)\s*(#|№|id|:|no\.?)*\s*[A-Z]*-?\d+|[#№]\s?\d+|[A-Z][A-Z0-9]+-\d+|T\d+|\d{4,})\s*[\])]?\s*([:|·—–-]\s+|(?=[\p{Lu}“])|$)/iu;
const ANNOUNCED = new RegExp(`^[[(]?(?:${ANY_CALLED})?[#№]?\\s?$`, 'iu');

/** A line without the ticket's number before it, with what announces it. */
function withoutNumber(line: string, number: string): string {
  const at = number ? line.indexOf(number) : -1;
  if (at < 0 || at > 40 || !ANNOUNCED.test(line.slice(0, at))) return line.replace(NUMBERED, '');
  const rest = line.slice(at + number.length);
  return /^[\])]?\s*(?:[:：|·—–-]\s*|\s(?=\P{Ll}))/u.test(rest) || !rest.trim()
    ? rest.replace(/^[\])]?[\s:：|·—–-]*/u, '')
    : line;
}

/** A heading as a subject: without the label, the ticket's number and what a mail program put before it. */
export function toSubject(raw: string, number: string): string {
  const line = withoutNumber(raw.replace(LABEL, ''), number).replace(/^“(.*)”$/, '$1');
  const [, start, tail = ''] = /^(.*[^\s([#№])\s*[([#№]+([\w-]+)[\])]?$/.exec(line) ?? [];
  return start && (number.endsWith(tail) || tail.endsWith(number || ' ')) ? start : line;
}

/** What a conversation is about, not what its last mail was called. */
export const withoutReply = (subject: string): string => subject.replace(REPLY, '') || subject;
