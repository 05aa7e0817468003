import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords, type Word } from '@/lib/language/words';

/** How pages mark who speaks. Colleagues are named in notes about them too, so one of both must stand alone. */
const CUSTOMER = new PhraseBook(
  toPhrases(`customer, client, requester, end user, kunde, kundin, kund, cliente, demandeur, solicitante, richiedente,
    klant, aanvrager, klient, klientka, zgłaszający, клиент, заявитель, клієнт, заявник, zákazník, zákaznice, žadatel,
    asiakas, müşteri, العميل, عميل, לקוח, お客様, 顧客, 客户, 客戶, 고객, πελάτης, ügyfél`),
);
const AGENT = new PhraseBook(
  toPhrases(`agent, staff, staff member, support agent, support team, operator, moderator, admin, mitarbeiter,
    mitarbeiterin, bearbeiter, bearbeiterin, sachbearbeiter, agente, operador, operadora, operatore, operatrice, atendente,
    técnico, technicien, conseiller, conseillère, medewerker, pracownik, konsultant, konsultantka, агент, оператор,
    сотрудник, специалист, співробітник, operátor, technik, podpora, handläggare, medarbetare, medarbejder, saksbehandler,
    sagsbehandler, asiakaspalvelija, tukihenkilö, temsilci, destek ekibi, موظف, وكيل, الدعم, נציג, צוות, サポート, オペレーター,
    スタッフ, 担当者, 客服, 상담원, 상담사, 담당자, εκπρόσωπος, υπάλληλος, ügyintéző, munkatárs, operatör`),
);

/** Who speaks, where the words around a post name one of both alone. */
export function roleIn(said: string): 'customer' | 'agent' | null {
  const words: Word[] = toWords(said.slice(0, 300));
  const [customer, agent] = [CUSTOMER.has(words), AGENT.has(words)];
  return customer === agent ? null : customer ? 'customer' : 'agent';
}
