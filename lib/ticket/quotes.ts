/** "On … wrote:" as Gmail, Apple Mail, Thunderbird and Outlook write it. */
const ATTRIBUTION =
  /^(?:On .{5,250} wrote|Am .{5,250} schrieb.{0,120}|Le .{5,250} a écrit ?|El .{5,250} escribió|Em .{5,250} escreveu|.{5,250} (?:написал(?:а|\(а\))?|пишет)):$/i;
const HEADER_START = /^\*?(?:From|Von|De|От)\*? ?:\*? ?\S/i;
const HEADER_LINE =
  /^\*?(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el| em)?|Enviada em|Para|Asunto|Assunto|Data|Отправлено|Дата|Кому|Копия|Тема)\*? ?:/i;
const ORIGINAL =
  /^[-_]{2,} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Mensagem original|Исходное сообщение) ?[-_]{2,}$/i;
const SENT_FROM =
  /^(?:Sent from my |Get Outlook for |Von meinem .{2,40} gesendet|Envoyé de mon |Enviado desde mi |Enviado do meu |Отправлено с )/i;

/** A signature longer than this is text that happens to follow two dashes. */
const SIGNATURE_LINES = 15;

/**
 * Takes quotes and signatures out of a message but keeps them. Sources: RFC 3676 §4.3 for `-- `, §4.5 for `>`; the
 * sentences are those the mail programs write. `quoteIsGone` says that the HTML already took the quoted text away.
 */
export function foldQuotes(
  raw: string,
  quoteIsGone = false,
): { readonly text: string; readonly folded: string } {
  const lines = raw.split('\n');
  const trimmed = lines.map((line) => (line.length > 600 ? '' : line.trim()));
  const isFolded = lines.map(() => false);
  const fold = (from: number, to: number) => isFolded.fill(true, from, to);
  const at = (index: number) => trimmed[index] ?? '';
  const isQuoted = (index: number) => at(index).startsWith('>');

  for (let index = 0; index < lines.length; index += 1) {
    if (isFolded[index]) continue;
    if (isQuoted(index) && (isQuoted(index + 1) || isFolded[index - 1])) {
      let end = index;
      while (end < lines.length && isQuoted(end)) end += 1;
      fold(index, end);
      continue;
    }
    // Long attributions are wrapped by the mail program, usually before the address.
    const whole = ATTRIBUTION.test(at(index));
    const wrapped =
      at(index) && !ATTRIBUTION.test(at(index + 1)) && ATTRIBUTION.test(`${at(index)} ${at(index + 1)}`);
    if (whole || wrapped) {
      const next = index + (whole ? 1 : 2);
      const below = at(next) === '' ? next + 1 : next;
      // Without `>` below everything that follows is the quote, unless the HTML already showed where it lay.
      fold(index, isQuoted(below) ? below : quoteIsGone ? next : lines.length);
      continue;
    }
    const headers = [1, 2, 3, 4, 5].filter((step) => HEADER_LINE.test(at(index + step))).length;
    if (ORIGINAL.test(at(index)) || (HEADER_START.test(at(index)) && headers >= 2)) fold(index, lines.length);
  }
  foldSignature(lines, trimmed, isFolded);

  const pick = (wanted: boolean) =>
    lines
      .filter((_, index) => isFolded[index] === wanted)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  const text = pick(false);
  // A message that is nothing but a quote is a forwarded mail: there the quote is the message.
  return text ? { text, folded: pick(true) } : { text: raw.trim(), folded: '' };
}

function foldSignature(lines: readonly string[], trimmed: readonly string[], isFolded: boolean[]): void {
  const firstFolded = isFolded.indexOf(true);
  const own = firstFolded === -1 ? lines.length : firstFolded;
  for (let index = Math.max(1, own - SIGNATURE_LINES); index < own; index += 1) {
    const left = trimmed.slice(index + 1, own).filter(Boolean).length;
    if (trimmed[index] === '--' || (left < 2 && SENT_FROM.test(trimmed[index] ?? ''))) {
      isFolded.fill(true, index, own);
      return;
    }
  }
}
