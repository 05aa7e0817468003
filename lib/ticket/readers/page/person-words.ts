/** What stands beside a name and is none of it: forms of address, titles, and what the person is to the desk. */
const WORDS =
  'mr mrs ms miss mx fru frøken fröken herra rouva señor señora senhor mevrouw heer panna paní pana sir dr prof herr frau hr fr m mme mlle monsieur madame sr sra srta don doña dona senhor senhora sig sigra signor signora dhr mevr mw pan pani pán paní г-н г-жа господин госпожа пан пані bay bayan hanım bey السيد السيدة الأستاذ מר גברת גב κ κος κα κυρία κύριος úr asszony domnul doamna 様 さん 氏 先生 女士 님 씨 customer client requester reporter contact user agent staff support operator kunde kundin mitarbeiter mitarbeiterin bearbeiter bearbeiterin cliente agente operatore operador soporte suporte supporto assistance klant medewerker klient klientka operatorka klient агент клиент оператор поддержка клієнт підтримка zákazník zákaznice podpora kund kundtjänst asiakas asiakaspalvelu müşteri temsilci destek العميل موظف الدعم לקוח נציג תמיכה お客様 担当者 サポート 客户 客服 고객 상담원 담당자 πελάτης εκπρόσωπος ügyfél ügynök ügyintéző client';

/** Folded as names are, so that marks and case do not count. */
const FOLDED = new Set(
  WORDS.split(' ').map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
);

export const isPersonWord = (word: string): boolean => FOLDED.has(word);
