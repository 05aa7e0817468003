import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords } from '@/lib/language/words';

/**
 * What labels are called, as phrases that cover the whole label. The first field that matches wins, so "created by" is
 * a person before it is a time.
 */
const FIELDS = {
  subject: `subject, summary, title, topic, betreff, titel, thema, objet, sujet, titre, asunto, título, tema, assunto,
    oggetto, titolo, onderwerp, temat, tytuł, тема, заголовок, предмет, předmět, název, ämne, rubrik, emne, tittel, aihe,
    otsikko, konu, başlık, الموضوع, العنوان, נושא, כותרת, 件名, タイトル, 主题, 主題, 标题, 標題, 제목, θέμα, τίτλος, tárgy,
    cím, subiect, titlu`,
  number: `id, no, number, case, ticket, ticket id, ticket no, ticket nr, ticket number, case id, case no, case number,
    request id, request no, request number, issue id, issue no, issue number, incident number, incident id, reference,
    reference number, nummer, nr, ticketnummer, ticket nummer, vorgangsnummer, fallnummer, anfragenummer, numéro,
    numéro de ticket, numéro de la demande, numéro du ticket, n de ticket, référence, número, número de caso,
    número de ticket, número de solicitud, número do chamado, número do ticket, n do chamado, protocolo, numero,
    numero ticket, numero richiesta, numero di ticket, meldingsnummer, meldingnummer, zaaknummer, numer, numer zgłoszenia,
    nr zgłoszenia, номер, номер заявки, номер обращения, номер тикета, номер звернення, číslo, číslo požadavku,
    číslo případu, ärendenummer, ärende, sagsnummer, sag, saksnummer, sak, tikettinumero, numero, tapausnumero,
    talep no, talep numarası, numara, kayıt no, رقم, رقم *, מספר, מספר פנייה, מספר קריאה, 番号, お問い合わせ番号, 問い合わせ番号,
    受付番号, チケット番号, 編號, 编号, 工单号, 工单编号, 工單編號, 번호, 문의 번호, 문의번호, 티켓 번호, 접수번호, αριθμός,
    αριθμός αιτήματος, αριθμός δελτίου, szám, jegyszám, ügyszám, azonosító, număr, numărul tichetului, număr tichet`,
  organization: `organization, organisation, organization name, organisation name, company, company name, account,
    account name, customer company, client company, firma, firmenname, unternehmen, organisation, kundenfirma, société,
    entreprise, organisation, organisme, nom de la société, empresa, nombre de la empresa, nome da empresa, compañía,
    organización, organização, companhia, azienda, società, organizzazione, ragione sociale, ditta, bedrijf, bedrijfsnaam,
    organisatie, nazwa firmy, przedsiębiorstwo, organizacja, организация, компания, фирма, название компании, предприятие,
    організація, компанія, фірма, підприємство, společnost, organizace, företag, företagsnamn, virksomhed, firmanavn,
    bedrift, selskap, organisasjon, yritys, yrityksen nimi, organisaatio, şirket, şirket adı, kurum, kuruluş, firma adı,
    الشركة, شركة, اسم الشركة, المؤسسة, المنظمة, חברה, שם החברה, ארגון, 会社, 会社名, 御社名, 貴社名, 組織, 組織名, 企業名, 法人名,
    公司, 公司名称, 公司名稱, 组织, 企业, 单位, 회사, 회사명, 조직, 업체명, εταιρεία, εταιρία, οργανισμός, επιχείρηση, cég,
    cégnév, vállalat, szervezet, companie, compania, firmă, organizație, organizația`,
  requester: `requested by, reported by, created by, opened by, submitted by, authored by, raised by, logged by, requester,
    requestor, requesters, requestors, requester name, reporter, reported, submitter, creator, customer, customer name,
    client, client name, contact, contact name, contact person, raised for, requested for, on behalf of, caller, user, end user,
    kunde, kundin, kundenname, melder, ersteller, erstellerin, anfragender, anfragesteller, antragsteller, ansprechpartner,
    gemeldet von, erstellt von, eröffnet von, demandeur, demandeuse, demandé par, créé par, créée par, ouvert par, ouverte par,
    signalé par, contact client, solicitante, cliente, solicitado por, creado por, creada por, abierto por, reportado por,
    contacto, criado por, criada por, aberto por, requisitante, contato, utente, richiedente, richiesto da, creato da,
    creata da, aperto da, aperta da, segnalato da, segnalata da, contatto, aanvrager, melder, gemeld door, aangevraagd door,
    aangemaakt door, ingediend door, klant, klantnaam, zgłaszający, zgłaszająca, zgłoszone przez, utworzone przez, klient,
    klientka, talep eden, müşteri, talebi açan, oluşturan, bildiren, инициатор, заявитель, автор, клиент, пользователь,
    контакт, контактное лицо, обратился, создал, создано, заявник, клієнт, ініціатор, створено користувачем, žadatel,
    zákazník, zadavatel, nahlásil, vytvořil, kund, beställare, anmälare, skapad av, rapporterad av, kontaktperson, kontakt,
    oprettet af, anmodet af, indsendt af, kontakt person, opprettet av, meldt av, innmelder, kontakt, asiakas, pyytäjä,
    ilmoittaja, luonut, yhteyshenkilö, مقدم الطلب, العميل, طالب الخدمة, אומر, פונה, לקוח, שם הפונה, שם הלקוח, נפתח על ידי, 申請者,
    依頼者, 報告者, 顧客, 顧客名, お客様, お客様名, お名前, 問い合わせ者, 起票者, 申请人, 客户, 客户名称, 客戶, 提交人, 报告人, 联系人, 請求者, 고객,
    고객명, 요청자, 문의자, 작성자, 접수자, 신고자, πελάτης, αιτών, αιτούσα, καταχωρήθηκε από, δημιουργήθηκε από, υποβλήθηκε από, ügyfél,
    bejelentő, igénylő, létrehozta, kapcsolattartó, client, solicitant, clientul, deschis de, creat de, raportat de`,
  email: `email, email *, e mail, e mail *, mail, mail address, e mail adresse, mailadresse, courriel, adresse e mail,
    adresse email, adresse courriel, correo, correo *, correo * *, endereço de e mail, indirizzo e mail, indirizzo email,
    e mailadres, adres e mail, почта, электронная почта, эл почта, електронна пошта, пошта, e post, e postadress,
    e postadresse, sähköposti, sähköpostiosoite, e posta, e posta adresi, البريد, البريد *, אימייל, דואל, דוא, メール*,
    电子邮件, 邮箱, 電子郵件, 이메일, 이메일 주소, ηλεκτρονικό ταχυδρομείο, email cím, e mail cím, adresă de e mail, adresa de e mail`,
  status: `status, state, ticket status, ticket state, case status, case state, request status, current status, zustand,
    bearbeitungsstatus, bearbeitungsstand, statut, état, estado, estado actual, estado del ticket, situación, situação,
    stato, stato attuale, stan, status zgłoszenia, toestand, статус, состояние, статус заявки, стан, stav, tila, durum,
    الحالة, حالة, סטטוס, מצב, ステータス, 状態, 状況, 対応状況, 进度, 状态, 狀態, 상태, 처리 상태, 처리상태, κατάσταση, állapot,
    státusz, stare, stadiu`,
  priority: `prio, priority, priority level, urgency, severity, priorität, dringlichkeit, schweregrad, priorité, urgence,
    gravité, sévérité, prioridad, urgencia, gravedad, severidad, prioridade, urgência, gravidade, severidade, priorità,
    urgenza, gravità, prioriteit, urgentie, ernst, priorytet, pilność, приоритет, срочность, важность, критичность,
    серьёзность, серьезность, пріоритет, терміновість, priorita, závažnost, naléhavost, prioritet, allvarlighetsgrad,
    alvorlighed, alvorlighetsgrad, hastegrad, prioriteetti, tärkeys, kiireellisyys, vakavuus, öncelik, aciliyet, önem,
    önem derecesi, الأولوية, أولوية, درجة الخطورة, עדיפות, דחיפות, חומרה, 優先度, 重要度, 緊急度, 优先级, 優先級, 优先, 紧急程度,
    严重程度, 우선순위, 우선 순위, 중요도, 긴급도, 심각도, προτεραιότητα, σοβαρότητα, επείγον, prioritás, fontosság, sürgősség,
    súlyosság, prioritate, urgență, severitate`,
  assignee: `assignee, assignees, assigned, assigned to, assigned agent, owner, case owner, ticket owner, owned by, agent,
    handled by, handler, technician, responsible, zugewiesen, zugewiesen an, zugewiesener *, zugewiesen * *, besitzer,
    bearbeiter, bearbeiterin, zuständig, zuständiger, zuständige, verantwortlich, verantwortlicher, bearbeitet von,
    assigné à, assignée à, attribué à, attribuée à, affecté à, pris en charge par, traité par, technicien, asignado a,
    asignada a, asignado, agente, atendido por, atribuído a, atribuída a, responsável, responsável pelo *, responsable,
    atendente, encargado, assegnato a, assegnata a, assegnatario, operatore, incaricato, gestito da, toegewezen aan,
    behandelaar, behandeld door, toegekend aan, przypisano do, przypisany do, przypisane do, opiekun, prowadzący,
    wykonawca, назначено, назначена, назначен, назначен на, исполнитель, ответственный, ответственная, обрабатывает,
    призначено, виконавець, відповідальний, řešitel, přiřazeno, zodpovědný, handläggare, tilldelad, tilldelat, ansvarig,
    tildelt, tildelt til, ansvarlig, sagsbehandler, saksbehandler, vastuuhenkilö, käsittelijä, osoitettu, atanan,
    atanan kişi, sorumlu, temsilci, المسؤول, المكلف, مسند إلى, الموظف المسؤول, מטפל, אחראי, הוקצה ל, בטיפול, 担当, 担当者,
    担当オペレーター, 处理人, 受理人, 负责人, 指派给, 負責人, 处理者, 담당, 담당자, 처리자, υπεύθυνος, ανάθεση σε, ανατέθηκε σε, χειριστής,
    felelős, ügyintéző, hozzárendelve, responsabil, atribuit, atribuit lui, alocat lui`,
  created: `created, create date, created at, created on, created date, date created, date, opened, opened at, opened on,
    opened date, date opened, submitted, submitted at, submitted on, submitted date, reported at, reported on,
    reported date, received, erstellt, erstellt am, erstellt *, eröffnet, eröffnet am, datum, datum *, erstellungsdatum,
    eingang, eingegangen, eingegangen am, créé le, créée le, ouvert le, ouverte le, reçu le, date d* *, date de *,
    date du *, creado, creado el, creada el, creación, abierto, abierto el, fecha, fecha *, fecha * *, fecha * * *,
    criado, criado em, aberto, aberto em, aberta em, data, data *, data * *, criação, creato, creato il, creata il,
    aperto il, aperta il, aangemaakt, aangemaakt op, gemeld op, ingediend op, utworzono, utworzone, utworzony,
    data utworzenia, создан, создана, создано, дата, дата *, дата * *, открыт, открыта, створено, vytvořeno, datum vytvoření,
    skapad, skapat, oprettet, opprettet, luotu, oluşturulma, oluşturulma tarihi, tarih, açılış tarihi, تاريخ, تاريخ *,
    تاريخ * *, נוצר, תאריך, תאריך *, 作成*, 受付, 受付日時, 受付日, 登録*, 日時, 创建时间, 创建日期, 提交时间, 建立時間, 등록일,
    생성일, 접수일, 작성일, δημιουργήθηκε, ημερομηνία, ημερομηνία *, létrehozva, létrehozás dátuma, dátum, creat, creat la,
    data creării`,
  description: `description, bug description, issue description, problem description, beschreibung, fehlerbeschreibung,
    descriptif, description du problème, descripción, descrição, descrizione, omschrijving, beschrijving, opis, описание,
    опис, popis, beskrivning, beskrivelse, kuvaus, açıklama, الوصف, وصف المشكلة, תיאור, 説明, 内容, 詳細, お問い合わせ内容, 描述,
    问题描述, 설명, 문의 내용, 내용, περιγραφή, leírás, descriere`,
} as const;

export type Field = keyof typeof FIELDS;

const BOOKS = Object.entries(FIELDS).map(
  ([field, list]) => [field as Field, new PhraseBook(toPhrases(list))] as const,
);
const MAX_LABEL = 40;

/** Which field a label names; what stands in brackets behind it does not count. */
export function fieldOf(label: string): Field | undefined {
  if (label.length > MAX_LABEL || !/\p{L}/u.test(label)) return undefined;
  const words = toWords(label.replace(/[(（][^)）]*[)）]/g, ' '));
  return words.length && words.length < 6
    ? BOOKS.find(([, book]) => book.matchAt(words, 0) === words.length)?.[0]
    : undefined;
}

/** Nothing but known labels, as the row of a form whose values were taken out. */
export function isOnlyLabels(text: string): boolean {
  const labels = text.split(/[:：\n]/).filter((part) => /[\p{L}\d]/u.test(part));
  return (
    text.length < 300 && /[:：]/.test(text) && labels.length > 0 && labels.every((it) => fieldOf(it.trim()))
  );
}
