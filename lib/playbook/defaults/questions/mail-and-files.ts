import { answer, ask } from './write-question';

/** Mail, files, paper. */

export const spam = ask(
  'spam',
  'In the spam folder?',
  [
    'could you look into the spam or junk folder and search the mailbox for our sender?',
    'könnten Sie im Spam- oder Junk-Ordner nachsehen und im Postfach nach unserem Absender suchen?',
    'pourriez-vous regarder dans les indésirables et rechercher notre expéditeur dans la boîte ?',
    '¿Podría mirar en la carpeta de correo no deseado y buscar nuestro remitente en el buzón?',
    'Poderia olhar na pasta de spam e procurar pelo nosso remetente na caixa de entrada?',
    'Посмотрите, пожалуйста, в папке «Спам» и поищите нашего отправителя в ящике.',
  ],
  [
    answer(
      'Found in spam',
      'it was in spam, it was in my spam, found it in spam, found it in junk, it went to junk, it was in junk, was in the spam folder, war im spam, lag im spam, im spam ordner gefunden, im spam gefunden, c’était dans les spams, dans les indésirables je l’ai, trouvé dans les spams, estaba en spam, lo encontré en spam, estaba en correo no deseado, estava no spam, achei no spam, encontrei no spam, нашлось в спаме, было в спаме, лежало в спаме, нашёл в спаме, нашел в спаме, нашла в спаме',
      'client side',
    ),
    answer(
      'Not in spam',
      'not in spam, not in junk, nothing in spam, nothing in junk, also nothing in junk, checked spam, spam folder is empty, checked the spam, nicht im spam, auch nicht im spam, spam ordner ist leer, im spam ist nichts, pas dans les spams, pas dans les indésirables, rien dans les spams, rien dans les indésirables, no está en spam, tampoco en spam, nada en spam, não está no spam, nem no spam, nada no spam, в спаме нет, в спаме пусто, в спаме тоже, спам проверил, спам проверила',
    ),
  ],
);

export const mailAddress = ask(
  'mail-address',
  'Is the address right?',
  [
    'could you spell the address the mail should go to, and check whether it is written so in your profile?',
    'könnten Sie mir die Adresse nennen, an die die Mail gehen soll, und prüfen, ob sie so in Ihrem Profil steht?',
    'pourriez-vous m’indiquer l’adresse de destination et vérifier qu’elle est écrite ainsi dans votre profil ?',
    '¿Podría indicarme la dirección a la que debe llegar el correo y comprobar que está escrita así en su perfil?',
    'Poderia informar o endereço de destino e conferir se está escrito assim no seu perfil?',
    'Напишите, пожалуйста, адрес, на который должно прийти письмо, и проверьте, так ли он указан в профиле.',
  ],
  [
    answer(
      'The address was mistyped or old',
      'typo in the address, address was wrong, wrong email address, wrong mail address, old address, tippfehler in der adresse, adresse war falsch, falsche e-mail adresse, alte adresse, erreur dans l’adresse, adresse était fausse, mauvaise adresse mail, ancienne adresse, error en la dirección, dirección era incorrecta, correo equivocado, dirección antigua, erro no endereço, endereço estava errado, e-mail errado, endereço antigo, опечатка в адресе, адрес был неправильный, адрес был неверный, старый адрес',
      'client side',
    ),
    answer(
      'It is right',
      'the address is correct, address is right, adresse stimmt, adresse ist richtig, adresse est correcte, adresse est bonne, la dirección es correcta, o endereço está correto, адрес правильный, адрес верный',
    ),
  ],
);

export const oneRecipient = ask(
  'one-recipient',
  'One recipient or all?',
  [
    'does it concern one recipient or all of them? Does it help to send to an address at another provider?',
    'betrifft es einen Empfänger oder alle? Kommt es an einer Adresse bei einem anderen Anbieter an?',
    'cela concerne-t-il un destinataire ou tous ? Le message arrive-t-il à une adresse chez un autre fournisseur ?',
    '¿Afecta a un destinatario o a todos? ¿Llega a una dirección de otro proveedor?',
    'Acontece com um destinatário ou com todos? Chega a um endereço de outro provedor?',
    'Это касается одного получателя или всех? Доходит ли на адрес у другого провайдера?',
  ],
  [
    answer(
      'One recipient',
      'only one customer, only one recipient, only to gmail, only to outlook, just one colleague, nur ein empfänger, nur ein kunde, nur an gmail, seulement un destinataire, un seul client, solo un destinatario, solo un cliente, só um destinatário, só um cliente, только один получатель, только одному, только один клиент',
    ),
    answer(
      'All recipients',
      'all recipients, all customers, all our customers, nobody gets, nobody receives, none of our customers, alle empfänger, alle kunden, kein kunde bekommt, niemand bekommt, tous les destinataires, tous nos clients, aucun client, personne ne reçoit, todos los destinatarios, todos los clientes, ningún cliente, nadie recibe, todos os destinatários, todos os clientes, nenhum cliente, ninguém recebe, все получатели, все клиенты, никто не получает, никому не',
    ),
  ],
);

export const mailbox = ask(
  'mailbox',
  'Mailbox full, or a filter in between?',
  [
    'is there space in the mailbox, and is there a rule, a forwarding or a filter of your IT that could move or refuse the mail?',
    'ist im Postfach Platz, und gibt es eine Regel, eine Weiterleitung oder einen Filter Ihrer IT, der die Mail verschieben oder ablehnen könnte?',
    'la boîte a-t-elle de la place, et existe-t-il une règle, une redirection ou un filtre de votre informatique qui pourrait déplacer ou refuser le message ?',
    '¿Hay espacio en el buzón, y hay alguna regla, reenvío o filtro de su informática que pueda mover o rechazar el correo?',
    'Há espaço na caixa de entrada, e existe alguma regra, encaminhamento ou filtro da sua TI que possa mover ou recusar o e-mail?',
    'Есть ли место в ящике, и нет ли правила, переадресации или фильтра вашего ИТ-отдела, который переносит или отклоняет письма?',
  ],
  [
    answer(
      'Mailbox full or filtered',
      'mailbox was full, mailbox is full, inbox was full, our filter, our it blocked, blocked by our it, a rule moved, postfach war voll, postfach ist voll, unser filter, unsere it hat, boîte était pleine, boîte est pleine, notre filtre, buzón lleno, buzón estaba lleno, nuestro filtro, caixa cheia, caixa estava cheia, nosso filtro, ящик переполнен, ящик был полный, наш фильтр, правило перемещало',
      'client side',
    ),
    answer(
      'Space, and no filter',
      'mailbox is not full, there is space, no filter, no rules, other mails arrive, other emails arrive, postfach ist nicht voll, kein filter, andere mails kommen, la boîte n’est pas pleine, aucun filtre, les autres mails arrivent, el buzón no está lleno, sin filtros, otros correos llegan, a caixa não está cheia, sem filtros, outros e-mails chegam, ящик не переполнен, фильтров нет, другие письма приходят, остальные письма приходят',
    ),
  ],
);

export const otherViewer = ask(
  'other-viewer',
  'Opens in another program?',
  [
    'could you open the same file in another program or on another computer?',
    'könnten Sie dieselbe Datei in einem anderen Programm oder an einem anderen Computer öffnen?',
    'pourriez-vous ouvrir le même fichier dans un autre programme ou sur un autre ordinateur ?',
    '¿Podría abrir el mismo archivo en otro programa o en otro ordenador?',
    'Poderia abrir o mesmo arquivo em outro programa ou em outro computador?',
    'Откройте, пожалуйста, тот же файл в другой программе или на другом компьютере.',
  ],
  [
    answer(
      'Opens in another program',
      'opens in another program, opens on another computer, another viewer opens it, opens in the browser, in the browser it opens, lässt sich am anderen rechner öffnen, im browser lässt sie sich öffnen, anderes programm öffnet, s’ouvre dans un autre programme, s’ouvre sur un autre poste, se abre en otro programa, se abre en otro ordenador, abre em outro programa, abre em outro computador, открывается в другой программе, открывается на другом компьютере, в браузере открывается',
      'client side',
    ),
    answer(
      'Opens nowhere',
      'opens nowhere, no program opens it, zero bytes, 0 bytes, file is empty, öffnet nirgends, kein programm öffnet, null bytes, datei ist leer, ne s’ouvre nulle part, aucun programme, fichier est vide, no se abre en ninguno, ningún programa, archivo está vacío, não abre em nenhum, nenhum programa, arquivo está vazio, нигде не открывается, ни одна программа, файл пустой, ноль байт',
    ),
  ],
);

export const oneFile = ask(
  'one-file',
  'One file or every file?',
  [
    'does it happen with every file or only with this one? How big is it, and of which type?',
    'passiert es mit jeder Datei oder nur mit dieser? Wie groß ist sie und von welchem Typ?',
    'cela arrive-t-il avec tous les fichiers ou seulement celui-ci ? Quelle est sa taille et son type ?',
    '¿Pasa con todos los archivos o solo con este? ¿Qué tamaño y tipo tiene?',
    'Acontece com todos os arquivos ou só com este? Qual é o tamanho e o tipo?',
    'Это происходит с каждым файлом или только с этим? Какого он размера и типа?',
  ],
  [
    answer(
      'Only this file, too big or of a wrong type',
      'file was too big, file is too large, too large, wrong format, wrong file type, only this file, datei war zu groß, zu groß, falsches format, nur diese datei, fichier trop gros, trop volumineux, mauvais format, seulement ce fichier, archivo demasiado grande, formato incorrecto, solo este archivo, arquivo muito grande, formato errado, só este arquivo, файл слишком большой, неверный формат, только этот файл',
      'client side',
    ),
    answer(
      'Every file',
      'every file, all files, any file, each file, smaller files too, jede datei, alle dateien, bei jeder datei, auch kleine dateien, tous les fichiers, chaque fichier, todos los archivos, cada archivo, cualquier archivo, todos os arquivos, qualquer arquivo, любой файл, все файлы, каждый файл, с любым файлом',
    ),
  ],
);

export const blockedDownload = ask(
  'blocked-download',
  'Did the browser block it?',
  [
    'does the browser show a blocked pop-up or download at the top right? Please allow it for our address and try again.',
    'zeigt der Browser oben rechts ein blockiertes Pop-up oder einen blockierten Download? Bitte erlauben Sie es für unsere Adresse und versuchen Sie es noch einmal.',
    'le navigateur indique-t-il en haut à droite une fenêtre ou un téléchargement bloqué ? Autorisez-le pour notre adresse et réessayez.',
    '¿El navegador muestra arriba a la derecha una ventana o descarga bloqueada? Permítala para nuestra dirección y pruebe de nuevo.',
    'O navegador mostra no canto superior direito um pop-up ou download bloqueado? Permita para o nosso endereço e tente de novo.',
    'Показывает ли браузер справа вверху заблокированное окно или загрузку? Разрешите, пожалуйста, для нашего адреса и попробуйте снова.',
  ],
  [
    answer(
      'The browser or antivirus blocked it',
      'pop up was blocked, popup was blocked, popup blocker, pop up blocker, the browser blocked, antivirus blocked, blocked by the antivirus, pop up blocker war, browser hat blockiert, virenscanner hat, popup était bloqué, le navigateur a bloqué, l’antivirus a bloqué, ventana estaba bloqueada, el navegador bloqueó, el antivirus bloqueó, pop up estava bloqueado, o navegador bloqueou, o antivírus bloqueou, браузер заблокировал, антивирус заблокировал, окно было заблокировано',
      'client side',
    ),
    answer(
      'Nothing is blocked',
      'nothing is blocked, no popup blocker, pop ups are allowed, nichts blockiert, pop ups sind erlaubt, rien n’est bloqué, pop ups autorisés, nada bloqueado, ventanas permitidas, nada está bloqueado, pop ups permitidos, ничего не блокируется, окна разрешены',
    ),
  ],
);

export const printer = ask(
  'printer',
  'Does another document print?',
  [
    'could you print something else on the same printer, and print our document to a PDF file instead?',
    'könnten Sie auf demselben Drucker etwas anderes drucken und unser Dokument stattdessen als PDF speichern?',
    'pourriez-vous imprimer autre chose sur la même imprimante, et notre document dans un fichier PDF ?',
    '¿Podría imprimir otra cosa en la misma impresora y nuestro documento en un archivo PDF?',
    'Poderia imprimir outra coisa na mesma impressora e o nosso documento em um arquivo PDF?',
    'Напечатайте, пожалуйста, что-нибудь другое на том же принтере, а наш документ сохраните в PDF.',
  ],
  [
    answer(
      'Nothing prints there, or the PDF is right',
      'nothing prints, printer was offline, printer is offline, other documents do not print, the pdf is right, as pdf it is right, drucker war offline, drucker druckt gar nichts, nichts anderes druckt, als pdf stimmt, imprimante hors ligne, rien ne s’imprime, en pdf c’est bon, impresora sin conexión, no imprime nada, en pdf está bien, impressora offline, nada imprime, em pdf fica certo, принтер не печатает ничего, принтер был отключён, принтер был отключен, в pdf всё правильно',
      'client side',
    ),
    answer(
      'Other documents print',
      'other documents print, word prints fine, other prints are fine, another printer too, andere dokumente drucken, word druckt, anderer drucker auch, les autres documents s’impriment, autre imprimante aussi, otros documentos se imprimen, otra impresora también, outros documentos imprimem, outra impressora também, другие документы печатаются, другой принтер тоже',
    ),
  ],
);
