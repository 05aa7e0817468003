import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';

/** What a desk says was changed. */
const FIELD = new PhraseBook(
  toPhrases(`status, state, priority, severity, assignee, owner, group, queue, tag, tags, label, labels, due date, type, category, ticket,
    conversation, priorität, bearbeiter, zuständig*, besitzer, gruppe, kategorie, vorgang, statut, état, priorité, responsable, groupe,
    étiquette*, demande, estado, prioridad, asignado, grupo, etiqueta*, caso, situação, prioridade, responsável, chamado, stato,
    priorità, assegnatario, gruppo, etichetta, richiesta, prioriteit, behandelaar, groep, melding, priorytet, zgłoszenie, статус*,
    приоритет*, исполнител*, ответственн*, заявк*, обращение, стан, пріоритет*, виконав*, stav, priorit*, řešitel*, požadavek,
    handläggare, ärende*, prioritet*, sagsbehandler, saksbehandler, tila, prioriteetti, käsittelijä, durum*, öncelik*, talep*,
    الحالة, الأولوية, סטטוס, עדיפות, κατάσταση, προτεραιότητα, állapot*, prioritás*, starea, prioritatea`),
);
/** That it was, told of somebody else or of nobody. */
const CHANGED = new PhraseBook(
  toPhrases(`changed, set, moved, updated, assigned, reassigned, unassigned, closed, reopened, merged, escalated, added, removed,
    created, resolved, marked, geändert, gesetzt, zugewiesen, geschlossen, eröffnet, verschoben, hinzugefügt, entfernt, änderte,
    setzte, changé, modifié, modifiée, attribué, attribuée, assigné, fermé, rouvert, ajouté, cambió, cambiado, modificó, asignó,
    asignado, cerró, reabrió, añadió, alterou, alterado, alterada, mudou, atribuiu, atribuído, fechou, reabriu, cambiato, cambiata, modificato,
    impostato, impostata, assegnato, assegnata, creata, creato, chiuso, riaperto, gewijzigd, veranderd, toegewezen, gesloten, heropend, ingesteld,
    zmienił, zmieniła, zmieniono, ustawił, ustawiła, ustawiono, przypisał, przypisała, przypisano, zamknął, zamknęła, zamknięto, изменил,
    изменила, изменен, изменён, изменено, сменил, сменила, назначил, назначила, назначен, установлен, закрыл, закрыла, закрыта, змінив, змінила,
    змінено, призначив, призначила, закрив, změnil, změnila, změněn, změněno, přiřadil, přiřadila, nastaven, uzavřel, ändrade, ändrades,
    tilldelade, stängde, ændrede, ændret, tildelte, lukkede, endret, satte, lukket, muutti, muutettu, vaihtoi, sulki, asetti, değiştirdi,
    değiştirildi, atadı, kapattı, güncelledi, غير, غيّر, تغيير, שינה, שונה, άλλαξε, ορίστηκε, ανατέθηκε, módosította, megváltoztatta,
    beállította, lezárta, schimbat, setat, atribuit, închis`),
);
/** Who speaks of themselves or to somebody is no machine. */
const SPOKEN = new PhraseBook(
  toPhrases(`i, i've, i'm, we, we've, my, our, you, your, please, ich, wir, mein*, unser*, sie, bitte, je, j'ai, nous, mon, ma, notre, vous, votre,
    yo, nosotros, mi, hemos, he, usted, su, por favor, eu, nós, meu, minha, io, ho, abbiamo, mio, mia, ik, wij, mijn, u, uw, ja, mam,
    proszę, я, мы, мой, наш*, вы, ваш*, пожалуйста, ми, мій, ви, já, jsem, jsme, prosím, jag, vi, min, mitt, er, jeg, mig, meg, din, dit,
    minä, olen, me, ben, biz, benim, lütfen, أنا, نحن, אני, אנחנו, εγώ, παρακαλώ, én, mi, kérem, am, eu, noi`),
);
const CJK =
  /^.{0,30}(?:ステータス|状態|優先度|担当者?|状态|狀態|优先级|优先級|受理人|상태|우선순위|담당자)[^。！？!?]{0,40}(?:変更|設定|割り当て|更改|变更|變更|改为|改為|设置|指派|변경|지정|설정)[^。！？!?]{0,12}$/u;
const MAX_LENGTH = 140;

/** "changed the status to Pending": a line a desk writes of itself, in no sentence of a person. */
export function isEvent(text: string): boolean {
  if (text.length > MAX_LENGTH || /\n|[.?!…]\s*$/.test(text.trim())) return false;
  if (CJK.test(text)) return true;
  const words = toWords(text);
  const [field] = FIELD.findAll(words);
  const [changed] = CHANGED.findAll(words);
  return (
    field !== undefined &&
    changed !== undefined &&
    Math.min(field.at, changed.at) < 5 &&
    Math.abs(field.at - changed.at) < 6 &&
    !SPOKEN.has(words)
  );
}
