// The sentences that mail programs write around what a person wrote, in the languages they speak.

/** "On … wrote:". A date comes first in these; a sentence of prose rarely ends like that. */
const ATTRIBUTION =
  /^(?:On .{5,250} wrote|Am .{5,250} schrieb.{0,120}|Le .{5,250} a écrit\s?|El .{5,250} escribió|Em .{5,250} escreveu|Il .{5,250} ha scritto|Op .{5,250} schreef.{0,120}|W dniu .{5,250} (?:napisał(?:a|\(a\))?|pisze).{0,120}|Den .{5,250} skrev.{0,120}|Dne .{5,250} napsala?(?:\(a\))?.{0,120}|.{5,250} (?:написал(?:а|\(а\))?|пишет)|(?:في|بتاريخ) .{5,250}(?:كتب|كتبت|بواسطة).{0,120}|كتبت? .{2,250}|.{5,250}のメール|.{5,250}は書きました|.{5,250}[写寫]道)\s?[:：]$/i;

/** The same where no word stands first: only with a time of day or an address, which prose seldom has. */
const UNLED_ATTRIBUTION =
  /^(?!<)(?:.{5,250} (?:wrote|(?:napisał(?:a|\(a\))?|kirjoitti|napsala?(?:\(a\))?|skrev|yazdı|schreef|írta|a scris|έγραψε|написав|пише).{0,120})|\d{4}年\d{1,2}月\d{1,2}日.{0,200}<[^<>]{3,200}>)\s?[:：]$/i;

/** "On … wrote:" as Gmail, Apple Mail, Thunderbird and Outlook write it. */
export const isAttribution = (line: string): boolean =>
  ATTRIBUTION.test(line) || (/\d[:.]\d\d|@/.test(line) && UNLED_ATTRIBUTION.test(line));

const HEADER_START =
  /^\*?(?:From|Von|De|От|Da|Van|Od|Från|Fra|Lähettäjä|Kimden|Gönderen|差出人|发件人|寄件者|من)\*? ?[:：]\*?\s?\S/i;
const HEADER_LINE =
  /^\*?(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el| em)?|Enviada em|Para|Asunto|Assunto|Data|Fecha|Отправлено|Дата|Кому|Копия|Тема|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Wysłan[eo]|Do|DW|Temat|Skickat|Till|Ämne|Kopia|Sendt|Dato|Til|Emne|Lähetetty|Päivämäärä|Vastaanottaja|Kopio|Aihe|Odesláno|Komu|Kopie|Předmět|Gönderildi|Tarih|Kime|Bilgi|Konu|送信日時|日付|宛先|件名|发送时间|收件人|抄送|主题|تاريخ الإرسال|التاريخ|إلى|الموضوع)\*? ?[:：]/i;
const ORIGINAL =
  /^[-_]{2,} ?(?:Original Message|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original|Исходное сообщение|Messaggio originale|Oorspronkelijk bericht|Wiadomość oryginalna|Ursprungligt meddelande|Oprindelig meddelelse|Opprinnelig melding|Alkuperäinen viesti|Původní zpráva|Orijinal Mesaj|元のメッセージ|الرسالة الأصلية|Forwarded message|Weitergeleitete Nachricht) ?[-_]{2,}$/i;

/** Whether an older mail begins here: its header as Outlook shows it, or the line above one. */
export function startsOldMail(at: (step: number) => string): boolean {
  if (ORIGINAL.test(at(0))) return true;
  return HEADER_START.test(at(0)) && [1, 2, 3, 4, 5].filter((step) => HEADER_LINE.test(at(step))).length >= 2;
}

const SENT_FROM =
  /^(?:Sent (?:from|via) (?:my |Outlook|Yahoo|Mail for|Proton)|Sent with Proton|Get Outlook for |Von meinem .{2,40} gesendet|Gesendet (?:von (?:meinem|Outlook|Mail)|mit der) |Outlook für .{2,20} (?:beziehen|herunterladen)|Envoyé (?:de(?:puis)? mon |depuis |à partir de )|Téléchargez Outlook|Obtenir Outlook|Enviado (?:desde|do meu |da minha |a partir d|do )|Obtener Outlook|Obt(?:er|enha) o Outlook|Inviato da(?:l mio)? |Scarica Outlook|Ottieni Outlook|Verstuurd vanaf |Verzonden (?:vanaf|vanuit) |Outlook voor .{2,20} downloaden|Wysł(?:ane|ano) z |Skickat från |Hämta Outlook|Sendt fra |Hent Outlook|Lähetetty .{2,40}(?:sta|stä|lta|ltä)$|Odesláno z |Отправлено (?:с|из) |أ?رسلت? من |أُرسلت? من |مُ?رسل من |تم الإرسال من )|(?:から送信|['’]?[a-zçğıöşü]{2,12} gönderildi)\.?$/i;

/** "Sent from my phone", in the words of the program. */
export const isSentFrom = (line: string): boolean => line.length < 120 && SENT_FROM.test(line);
