import type { MessageDraft, Playbook } from '@/lib/playbook/playbook';

/**
 * What customers hear, per event; the wording is ours. A sentence whose value is missing is left out, so each value has
 * a sentence of its own. No closing line: the desk adds the agent's signature.
 */
const received: MessageDraft = {
  event: 'received',
  texts: {
    en: 'Hello {customer},\n\nThank you for telling us about this. Your request has arrived, and we are looking into it now. Its number is {number}. You will hear from us by {respondBy}.\n\nIf anything changes until then, simply reply to this message.',
    de: 'Guten Tag {customer},\n\nvielen Dank für Ihre Nachricht. Ihre Anfrage ist angekommen, und wir sehen sie uns gerade an. Sie hat die Nummer {number}. Sie hören von uns bis {respondBy}.\n\nWenn sich bis dahin etwas ändert, antworten Sie einfach auf diese Nachricht.',
    fr: 'Bonjour {customer},\n\nMerci de nous avoir prévenus. Votre demande est bien arrivée et nous l’examinons. Elle porte le numéro {number}. Vous aurez de nos nouvelles au plus tard le {respondBy}.\n\nSi quelque chose change d’ici là, répondez simplement à ce message.',
    es: 'Hola, {customer}:\n\nGracias por avisarnos. Hemos recibido su solicitud y la estamos revisando. El número de referencia es {number}. Tendrá noticias nuestras a más tardar el {respondBy}.\n\nSi algo cambia hasta entonces, basta con responder a este mensaje.',
    pt: 'Olá, {customer},\n\nAgradecemos o aviso. Recebemos a sua solicitação e já estamos verificando. O número dela é {number}. Daremos notícias até {respondBy}.\n\nSe algo mudar até lá, basta responder a esta mensagem.',
    ru: 'Здравствуйте, {customer}!\n\nСпасибо, что сообщили нам об этом. Ваше обращение получено, мы уже разбираемся. Его номер: {number}. Мы напишем вам не позднее {respondBy}.\n\nЕсли за это время что-то изменится, просто ответьте на это сообщение.',
  },
  short: {
    en: 'Hi {customer}, thank you, your request has arrived and we are looking into it. You will hear from us by {respondBy}.',
    de: 'Guten Tag {customer}, vielen Dank, Ihre Anfrage ist angekommen und wir sehen sie uns an. Sie hören von uns bis {respondBy}.',
    fr: 'Bonjour {customer}, merci, votre demande est bien arrivée et nous l’examinons. Vous aurez de nos nouvelles au plus tard le {respondBy}.',
    es: 'Hola, {customer}: gracias, hemos recibido su solicitud y la estamos revisando. Tendrá noticias nuestras a más tardar el {respondBy}.',
    pt: 'Olá, {customer}, recebemos a sua solicitação e já estamos verificando. Daremos notícias até {respondBy}.',
    ru: 'Здравствуйте, {customer}! Спасибо, обращение получено, мы уже разбираемся. Напишем вам не позднее {respondBy}.',
  },
};

const handedOver: MessageDraft = {
  event: 'handed-over',
  texts: {
    en: 'Hello {customer},\n\nThank you for your patience. This needs a closer look, so it is now with {expertise}. {name} is taking care of it. Everything you told us went along, so you will not have to explain it again. Work on it begins by {date}. You will hear from us by {respondBy}, even if there is nothing new yet.\n\nIf anything changes on your side, simply reply to this message.',
    de: 'Guten Tag {customer},\n\ndanke für Ihre Geduld. Die Sache braucht einen genaueren Blick. Darum kümmert sich jetzt {expertise}. {name} nimmt sich der Sache an. Alles, was Sie uns geschrieben haben, liegt dort vor, Sie müssen also nichts noch einmal erklären. Die Arbeit daran beginnt spätestens am {date}. Sie hören von uns bis {respondBy}, auch wenn es dann noch nichts Neues gibt.\n\nWenn sich auf Ihrer Seite etwas ändert, antworten Sie einfach auf diese Nachricht.',
    fr: 'Bonjour {customer},\n\nMerci de votre patience. Votre demande mérite un examen plus poussé : c’est maintenant {expertise} qui s’en occupe. {name} suit votre dossier. Tout ce que vous nous avez écrit a été transmis, vous n’aurez donc rien à réexpliquer. Le travail commencera au plus tard le {date}. Vous aurez de nos nouvelles au plus tard le {respondBy}, même s’il n’y a encore rien de nouveau.\n\nSi quelque chose change de votre côté, répondez simplement à ce message.',
    es: 'Hola, {customer}:\n\nGracias por su paciencia. Su solicitud necesita una revisión más a fondo, y ahora se ocupa de ella {expertise}. {name} se encarga del caso. Hemos transmitido todo lo que nos contó, así que no tendrá que explicarlo de nuevo. El trabajo empezará a más tardar el {date}. Tendrá noticias nuestras a más tardar el {respondBy}, aunque todavía no haya novedades.\n\nSi algo cambia por su parte, basta con responder a este mensaje.',
    pt: 'Olá, {customer},\n\nAgradecemos a paciência. Sua solicitação precisa de uma análise mais detalhada, e quem cuida dela agora é {expertise}. {name} acompanha o caso. Tudo o que você nos contou foi repassado, então não será preciso explicar de novo. O trabalho começa até {date}. Daremos notícias até {respondBy}, mesmo que ainda não haja novidades.\n\nSe algo mudar do seu lado, basta responder a esta mensagem.',
    ru: 'Здравствуйте, {customer}!\n\nСпасибо за терпение. Здесь нужно разобраться глубже, и теперь этим занимается {expertise}. Отвечает за это {name}. Всё, что вы нам написали, передано, объяснять заново ничего не придётся. Работа начнётся не позднее {date}. Мы напишем вам не позднее {respondBy}, даже если новостей пока не будет.\n\nЕсли у вас что-то изменится, просто ответьте на это сообщение.',
  },
  short: {
    en: 'Hi {customer}, your request is now with {expertise}, along with everything you told us. Work on it begins by {date}. You will hear from us by {respondBy}.',
    de: 'Guten Tag {customer}, um Ihre Anfrage kümmert sich jetzt {expertise}. Alles, was Sie uns geschrieben haben, liegt dort vor. Die Arbeit daran beginnt spätestens am {date}. Sie hören von uns bis {respondBy}.',
    fr: 'Bonjour {customer}, votre demande est maintenant suivie par {expertise}, avec tout ce que vous nous avez écrit. Le travail commencera au plus tard le {date}. Vous aurez de nos nouvelles au plus tard le {respondBy}.',
    es: 'Hola, {customer}: de su solicitud se ocupa ahora {expertise}, con todo lo que nos contó. El trabajo empezará a más tardar el {date}. Tendrá noticias nuestras a más tardar el {respondBy}.',
    pt: 'Olá, {customer}, quem cuida da sua solicitação agora é {expertise}, com tudo o que você nos contou. O trabalho começa até {date}. Daremos notícias até {respondBy}.',
    ru: 'Здравствуйте, {customer}! Вашим обращением теперь занимается {expertise}, всё, что вы написали, передано. Работа начнётся не позднее {date}. Напишем вам не позднее {respondBy}.',
  },
};

const moved: MessageDraft = {
  event: 'moved',
  texts: {
    en: 'Hello {customer},\n\nWe owe you an honest update: your request takes longer than planned, and we are sorry for that. The new date is {date}. It is still with {expertise}. You will hear from us by {respondBy}, even if there is nothing new yet.\n\nIf the new date causes trouble on your side, simply reply to this message, and we will look for a way together.',
    de: 'Guten Tag {customer},\n\nwir möchten Ihnen offen sagen, wie es steht: Ihre Anfrage braucht länger als geplant, und das tut uns leid. Der neue Termin ist {date}. Um Ihre Anfrage kümmert sich weiterhin {expertise}. Sie hören von uns bis {respondBy}, auch wenn es dann noch nichts Neues gibt.\n\nWenn der neue Termin für Sie ein Problem ist, antworten Sie einfach auf diese Nachricht, dann suchen wir gemeinsam nach einem Weg.',
    fr: 'Bonjour {customer},\n\nNous vous devons une réponse franche : votre demande prend plus de temps que prévu, et nous en sommes désolés. La nouvelle date est le {date}. C’est toujours {expertise} qui s’en occupe. Vous aurez de nos nouvelles au plus tard le {respondBy}, même s’il n’y a encore rien de nouveau.\n\nSi cette nouvelle date vous pose problème, répondez simplement à ce message et nous chercherons une solution ensemble.',
    es: 'Hola, {customer}:\n\nQueremos ser claros con usted: su solicitud tarda más de lo previsto, y lo sentimos. La nueva fecha es el {date}. Sigue ocupándose de ella {expertise}. Tendrá noticias nuestras a más tardar el {respondBy}, aunque todavía no haya novedades.\n\nSi la nueva fecha le causa problemas, responda a este mensaje y buscaremos juntos una solución.',
    pt: 'Olá, {customer},\n\nQueremos ser transparentes: sua solicitação está demorando mais do que o previsto, e lamentamos por isso. A nova data é {date}. Quem cuida dela continua sendo {expertise}. Daremos notícias até {respondBy}, mesmo que ainda não haja novidades.\n\nSe a nova data for um problema para você, basta responder a esta mensagem e buscaremos juntos uma saída.',
    ru: 'Здравствуйте, {customer}!\n\nХотим честно сказать, как обстоят дела: работа над вашим обращением занимает больше времени, чем мы планировали, и нам жаль, что так вышло. Новый срок: {date}. Этим по-прежнему занимается {expertise}. Мы напишем вам не позднее {respondBy}, даже если новостей пока не будет.\n\nЕсли новый срок вам не подходит, просто ответьте на это сообщение, и мы вместе поищем выход.',
  },
  short: {
    en: 'Hi {customer}, your request takes longer than planned, and we are sorry for that. The new date is {date}. You will hear from us by {respondBy}.',
    de: 'Guten Tag {customer}, Ihre Anfrage braucht länger als geplant, das tut uns leid. Der neue Termin ist {date}. Sie hören von uns bis {respondBy}.',
    fr: 'Bonjour {customer}, votre demande prend plus de temps que prévu, et nous en sommes désolés. La nouvelle date est le {date}. Vous aurez de nos nouvelles au plus tard le {respondBy}.',
    es: 'Hola, {customer}: su solicitud tarda más de lo previsto, y lo sentimos. La nueva fecha es el {date}. Tendrá noticias nuestras a más tardar el {respondBy}.',
    pt: 'Olá, {customer}, sua solicitação está demorando mais do que o previsto, e lamentamos por isso. A nova data é {date}. Daremos notícias até {respondBy}.',
    ru: 'Здравствуйте, {customer}! Работа над вашим обращением занимает больше времени, чем мы планировали, нам жаль. Новый срок: {date}. Напишем вам не позднее {respondBy}.',
  },
};

const question: MessageDraft = {
  event: 'question',
  texts: {
    en: 'Hello {customer},\n\nWork on your request is under way. One answer from you would help us on: {question}\n\nA short reply to this message is enough. Thank you.',
    de: 'Guten Tag {customer},\n\ndie Arbeit an Ihrer Anfrage läuft. Eine Antwort von Ihnen würde uns weiterhelfen: {question}\n\nEine kurze Antwort auf diese Nachricht genügt. Vielen Dank.',
    fr: 'Bonjour {customer},\n\nLe travail sur votre demande avance. Une réponse de votre part nous aiderait : {question}\n\nUne courte réponse à ce message suffit. Merci.',
    es: 'Hola, {customer}:\n\nEstamos trabajando en su solicitud. Una respuesta suya nos ayudaría a avanzar: {question}\n\nBasta con una respuesta breve a este mensaje. Gracias.',
    pt: 'Olá, {customer},\n\nO trabalho na sua solicitação está em andamento. Uma resposta sua nos ajudaria a avançar: {question}\n\nBasta uma resposta curta a esta mensagem. Agradecemos.',
    ru: 'Здравствуйте, {customer}!\n\nРабота над вашим обращением идёт. Нам очень поможет ваш ответ на один вопрос: {question}\n\nДостаточно короткого ответа на это сообщение. Спасибо.',
  },
  short: {
    en: 'Hi {customer}, work on your request is under way. One answer from you would help us on: {question}',
    de: 'Guten Tag {customer}, die Arbeit an Ihrer Anfrage läuft. Eine Antwort von Ihnen würde uns weiterhelfen: {question}',
    fr: 'Bonjour {customer}, le travail sur votre demande avance. Une réponse de votre part nous aiderait : {question}',
    es: 'Hola, {customer}: estamos trabajando en su solicitud. Una respuesta suya nos ayudaría a avanzar: {question}',
    pt: 'Olá, {customer}, o trabalho na sua solicitação está em andamento. Uma resposta sua nos ajudaria a avançar: {question}',
    ru: 'Здравствуйте, {customer}! Работа над вашим обращением идёт. Нам очень поможет ваш ответ на один вопрос: {question}',
  },
};

const fixed: MessageDraft = {
  event: 'fixed',
  texts: {
    en: 'Hello {customer},\n\nGood news: what you reported is fixed. Please try it once more when it suits you, and tell us whether it works as it should. We will ask you once more by {respondBy}, so that nothing stays open.\n\nThank you for reporting it and for your patience.',
    de: 'Guten Tag {customer},\n\ngute Nachrichten: Was Sie gemeldet haben, ist behoben. Probieren Sie es bitte noch einmal aus, wenn es Ihnen passt, und sagen Sie uns, ob alles so läuft, wie es soll. Wir fragen spätestens am {respondBy} noch einmal nach.\n\nDanke für den Hinweis und für Ihre Geduld.',
    fr: 'Bonjour {customer},\n\nBonne nouvelle : le problème que vous avez signalé est corrigé. Essayez encore une fois quand cela vous convient, et dites-nous si tout fonctionne comme il faut. Nous reviendrons vers vous au plus tard le {respondBy}, pour que rien ne reste en suspens.\n\nMerci de votre signalement et de votre patience.',
    es: 'Hola, {customer}:\n\nBuenas noticias: lo que nos comunicó está resuelto. Pruébelo de nuevo cuando le venga bien y díganos si todo funciona como debe. Volveremos a preguntarle a más tardar el {respondBy}, para que no quede nada pendiente.\n\nGracias por avisarnos y por su paciencia.',
    pt: 'Olá, {customer},\n\nBoas notícias: o que você relatou está resolvido. Tente de novo quando for conveniente e nos diga se tudo funciona como deveria. Vamos perguntar mais uma vez até {respondBy}, para que nada fique em aberto.\n\nAgradecemos o aviso e a paciência.',
    ru: 'Здравствуйте, {customer}!\n\nХорошая новость: то, о чём вы сообщили, исправлено. Попробуйте, пожалуйста, ещё раз, когда вам будет удобно, и напишите нам, всё ли работает как надо. Мы спросим вас ещё раз не позднее {respondBy}, чтобы ничего не осталось без внимания.\n\nСпасибо за сообщение и за терпение.',
  },
  short: {
    en: 'Hi {customer}, good news: what you reported is fixed. Please try it once more and tell us whether it works.',
    de: 'Guten Tag {customer}, gute Nachrichten: Was Sie gemeldet haben, ist behoben. Probieren Sie es bitte noch einmal aus und sagen Sie uns, ob es läuft.',
    fr: 'Bonjour {customer}, bonne nouvelle : le problème que vous avez signalé est corrigé. Essayez encore une fois et dites-nous si tout fonctionne.',
    es: 'Hola, {customer}: buenas noticias, lo que nos comunicó está resuelto. Pruébelo de nuevo y díganos si funciona.',
    pt: 'Olá, {customer}, boas notícias: o que você relatou está resolvido. Tente de novo e nos diga se funciona.',
    ru: 'Здравствуйте, {customer}! Хорошая новость: то, о чём вы сообщили, исправлено. Попробуйте, пожалуйста, ещё раз и напишите нам, всё ли работает.',
  },
};

const followUp: MessageDraft = {
  event: 'follow-up',
  texts: {
    en: 'Hello {customer},\n\nA short question: has everything worked since the fix? If so, there is nothing you need to do. If it has come back, simply reply to this message, and we will pick it up again with everything you told us.',
    de: 'Guten Tag {customer},\n\neine kurze Frage: Läuft seit der Behebung alles? Wenn ja, müssen Sie nichts weiter tun. Wenn es wieder auftritt, antworten Sie einfach auf diese Nachricht, dann machen wir weiter, mit allem, was Sie uns schon geschrieben haben.',
    fr: 'Bonjour {customer},\n\nUne petite question : tout fonctionne-t-il depuis la correction ? Si oui, vous n’avez rien à faire. Si le problème est revenu, répondez simplement à ce message et nous le reprendrons avec tout ce que vous nous avez déjà écrit.',
    es: 'Hola, {customer}:\n\nUna pregunta breve: ¿ha funcionado todo desde la corrección? Si es así, no tiene que hacer nada. Si el problema ha vuelto, responda a este mensaje y lo retomaremos con todo lo que ya nos contó.',
    pt: 'Olá, {customer},\n\nUma pergunta rápida: tudo funcionou desde a correção? Se sim, não é preciso fazer nada. Se o problema voltou, basta responder a esta mensagem, e retomamos com tudo o que você já nos contou.',
    ru: 'Здравствуйте, {customer}!\n\nКороткий вопрос: всё ли работает после исправления? Если да, больше ничего делать не нужно. Если проблема вернулась, просто ответьте на это сообщение, и мы продолжим с учётом всего, что вы нам уже написали.',
  },
  short: {
    en: 'Hi {customer}, has everything worked since the fix? If it has come back, simply reply, and we will pick it up again.',
    de: 'Guten Tag {customer}, läuft seit der Behebung alles? Wenn es wieder auftritt, antworten Sie einfach, dann machen wir weiter.',
    fr: 'Bonjour {customer}, tout fonctionne-t-il depuis la correction ? Si le problème est revenu, répondez simplement et nous le reprendrons.',
    es: 'Hola, {customer}: ¿ha funcionado todo desde la corrección? Si el problema ha vuelto, responda y lo retomaremos.',
    pt: 'Olá, {customer}, tudo funcionou desde a correção? Se o problema voltou, basta responder, e retomamos.',
    ru: 'Здравствуйте, {customer}! Всё ли работает после исправления? Если проблема вернулась, просто ответьте, и мы продолжим.',
  },
};

export const defaultDrafts: Playbook['messages']['drafts'] = [
  received,
  handedOver,
  moved,
  question,
  fixed,
  followUp,
];
