/**
 * What a desk calls a ticket, in many languages, before its number: "Caso 912", "Richiesta n. 640". Words that also name
 * an order, a message or a season are kept apart: with those the address must hold the number too.
 */
const SURE =
  'ticket|case|request|issue|bug|task|incident|conversation|thread|question|inquiry|enquiry|anfrage|vorgang|supportfall|störung|demande|dossier|requête|signalement|caso|solicitud|incidencia|tique|chamado|solicitação|ocorrência|richiesta|segnalazione|aanvraag|zgłoszenie|zgłoszenia|заявка|заявки|заявке|обращение|обращения|обращению|тикет|инцидент|звернення|запит|тікет|požadavek|požadavku|hlášení|tiket|ärende|ärendet|henvendelse|supportsag|tiketti|tukipyyntö|palvelupyyntö|talep|تذكرة|التذكرة|بلاغ|פנייה|קריאה|כרטיס|お問い合わせ|問い合わせ|お問合せ|チケット|案件|工单|工單|문의|티켓|αίτημα|αιτήματος|δελτίο|hibajegy|jegy|bejelentés|tichet|tichetul|sesizare|solicitare';
const UNSURE =
  'fall|meldung|melding|sag|sak|zaak|sprawa|pratica|consulta|petición|pedido|atendimento|verzoek|запрос|задача|вопрос|случай|případ|fråga|pyyntö|tapaus|destek|kayıt|bilet|طلب|حالة|사례|요청|접수|受付|请求|υπόθεση|ügy|kérés|caz|cerere';

/** What stands between the name and the number: "no.", "n°", "-Nr.", "番号". */
const MARK =
  'number|num|no|nr|n|id|nummer|numero|numéro|número|numer|nº|№|#|номер|номером|č|číslo|numarası|رقم|מספר|番号|编号|編號|号|號|번호|αρ|αριθμός|száma|szám|sz|numărul';

/** Before a number in a text, as part of an expression; case does not count. */
export const CALLED = `(?<![\\p{L}\\p{M}\\d])(?:${SURE})(?:[\\s:/-]*(?:${MARK})(?![\\p{L}\\d]))?[\\s.:#№°º/(-]{0,4}`;
/** The same with all words, where the number itself is known. */
export const ANY_CALLED = `(?<![\\p{L}\\p{M}\\d])(?:${SURE}|${UNSURE})(?:[\\s:/-]*(?:${MARK})(?![\\p{L}\\d]))?[\\s.:#№°º/(-]{0,4}`;

/** Plain letters alone, as addresses have them. */
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

const IN_ADDRESS = plain(
  `${SURE}|fall|melding|meldung|zaak|sprawa|sprawy|vorgange|vorgaenge|vorgaeng|zgloszeni|richieste|segnalazioni|meldinge|obrashcheni|zayavk|arende|stoerung|talepler|destek-talebi`,
);
const PATH_WORD = new RegExp(
  `(?:^|[-_.])(?:${IN_ADDRESS})(?:s|es|n|en|er|e|a|i|y|et)?(?:[-_]?(?:id|no|nr|number|key))?(?:\\.\\w{2,5})?$`,
  'u',
);

/** Whether a part of an address, or the name of a parameter, names the kind of thing a ticket is. */
export const isCalledInAddress = (part: string): boolean =>
  part.length < 60 && PATH_WORD.test(plain(part.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()));
