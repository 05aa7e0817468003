import { answer, ask } from './write-question';

/** Cards and banks; phones and what they keep. */

export const cardData = ask(
  'card-data',
  'Card number, date and code right?',
  [
    'could you type the card again by hand, with date, code and the name and address your bank knows? Please never send the number itself.',
    'könnten Sie die Karte noch einmal von Hand eingeben, mit Datum, Prüfziffer und dem Namen und der Adresse, die Ihre Bank kennt? Bitte schicken Sie nie die Nummer selbst.',
    'pourriez-vous saisir à nouveau la carte à la main, avec la date, le code, et le nom et l’adresse connus de votre banque ? N’envoyez jamais le numéro lui-même.',
    '¿Podría escribir de nuevo la tarjeta a mano, con la fecha, el código y el nombre y la dirección que conoce su banco? No envíe nunca el número.',
    'Poderia digitar o cartão novamente à mão, com data, código e o nome e endereço que o banco conhece? Nunca envie o número.',
    'Введите, пожалуйста, карту ещё раз вручную: срок, код, имя и адрес, известные банку. Сам номер никогда не присылайте.',
  ],
  [
    answer(
      'The card was mistyped or expired',
      'card was expired, card has expired, card is expired, typo in the card, wrong code, wrong date, karte war abgelaufen, karte ist abgelaufen, falsches datum, falsche prüfziffer, carte était expirée, carte est expirée, mauvaise date, tarjeta caducada, tarjeta estaba vencida, fecha equivocada, cartão vencido, cartão estava vencido, data errada, карта просрочена, срок карты истёк, срок карты истек, неправильный код',
      'client side',
    ),
    answer(
      'Checked, it is right',
      'card is valid, card data is correct, the card works elsewhere, checked the card, karte ist gültig, kartendaten stimmen, karte geht sonst, carte est valide, carte marche ailleurs, tarjeta es válida, tarjeta funciona en otros, cartão é válido, cartão funciona em outros, карта действует, данные карты верные, карта работает в других',
    ),
  ],
);

export const otherCard = ask(
  'other-card',
  'Does another way to pay work?',
  [
    'could you try another card or another way to pay?',
    'könnten Sie eine andere Karte oder eine andere Zahlungsart versuchen?',
    'pourriez-vous essayer une autre carte ou un autre moyen de paiement ?',
    '¿Podría probar otra tarjeta u otro medio de pago?',
    'Poderia tentar outro cartão ou outra forma de pagamento?',
    'Попробуйте, пожалуйста, другую карту или другой способ оплаты.',
  ],
  [
    answer(
      'Another way to pay works',
      'with another card it works, another card works, another card worked, paypal works, mit einer anderen karte geht, andere karte geht, andere karte funktioniert, avec une autre carte ça marche, une autre carte marche, con otra tarjeta funciona, otra tarjeta funciona, com outro cartão funciona, outro cartão funciona, другая карта работает, с другой картой работает, другой картой прошло',
      'client side',
    ),
    answer(
      'None works',
      'no card works, two cards, another card too, other cards too, different cards, zwei karten, keine karte geht, andere karte auch nicht, aucune carte, deux cartes, autre carte aussi, ninguna tarjeta, dos tarjetas, otra tarjeta tampoco, nenhum cartão, dois cartões, outro cartão também, ни одна карта, две карты, другая карта тоже',
    ),
  ],
);

export const bank = ask(
  'bank',
  'What does the bank say?',
  [
    'could you ask your bank whether it refused the payment, and whether payments abroad and online are allowed?',
    'könnten Sie Ihre Bank fragen, ob sie die Zahlung abgelehnt hat und ob Zahlungen im Ausland und im Internet erlaubt sind?',
    'pourriez-vous demander à votre banque si elle a refusé le paiement et si les paiements à l’étranger et en ligne sont autorisés ?',
    '¿Podría preguntar a su banco si rechazó el pago y si están permitidos los pagos en línea y en el extranjero?',
    'Poderia perguntar ao banco se recusou o pagamento e se pagamentos on-line e no exterior estão liberados?',
    'Уточните, пожалуйста, в банке, не отклонил ли он платёж и разрешены ли оплаты в интернете и за границей.',
  ],
  [
    answer(
      'The bank refused it',
      'the bank refused, my bank refused, bank declined, bank blocked, my bank blocked, not enough money, limit was reached, bank hat abgelehnt, bank hat gesperrt, limit erreicht, nicht genug geld, la banque a refusé, ma banque a bloqué, plafond atteint, el banco rechazó, mi banco bloqueó, límite alcanzado, sin fondos, o banco recusou, meu banco bloqueou, limite atingido, sem saldo, банк отклонил, банк заблокировал, лимит исчерпан, недостаточно средств',
      'client side',
    ),
    answer(
      'The bank sees nothing wrong',
      'bank says everything, the bank sees no, bank confirmed, bank confirms, enough money, bank sagt alles, bank sieht keine, bank bestätigt, genug guthaben, la banque dit que tout, la banque confirme, el banco dice que todo, el banco confirma, hay saldo, o banco diz que tudo, o banco confirma, há saldo, limite disponível, банк говорит что всё, банк подтвердил, деньги есть, средств достаточно',
    ),
  ],
);

export const moneyTaken = ask(
  'money-taken',
  'Was money taken?',
  [
    'was the amount taken from your account, and on which day? The last four digits of the card are enough.',
    'wurde der Betrag abgebucht, und an welchem Tag? Die letzten vier Ziffern der Karte genügen.',
    'le montant a-t-il été débité, et quel jour ? Les quatre derniers chiffres de la carte suffisent.',
    '¿Se cobró el importe y qué día? Bastan los cuatro últimos dígitos de la tarjeta.',
    'O valor foi debitado e em que dia? Bastam os quatro últimos dígitos do cartão.',
    'Списали ли сумму и в какой день? Достаточно последних четырёх цифр карты.',
  ],
  [
    answer(
      'Taken',
      'was charged, were charged, been charged, money was taken, charged twice, wurde abgebucht, doppelt abgebucht, zweimal abgebucht, a été débité, débité deux fois, me cobraron, me han cobrado, cobrado dos veces, fui cobrado, cobrado duas vezes, foi debitado, списали, деньги списались, списали дважды',
    ),
    answer(
      'Not taken',
      'nothing was charged, not charged, money was not taken, nicht abgebucht, nichts abgebucht, pas été débité, rien n’a été débité, no me cobraron, no se cobró, não foi cobrado, não foi debitado, не списали, деньги не списались',
    ),
  ],
);

export const appVersion = ask(
  'app-version',
  'Newest version of the app?',
  [
    'could you open the app store, install the newest version of our app and try again? Which version do you have?',
    'könnten Sie im App-Store die neueste Version unserer App installieren und es noch einmal versuchen? Welche Version haben Sie?',
    'pourriez-vous installer la dernière version de notre application depuis le magasin et réessayer ? Quelle version avez-vous ?',
    '¿Podría instalar la última versión de nuestra aplicación desde la tienda y probar de nuevo? ¿Qué versión tiene?',
    'Poderia instalar a versão mais nova do nosso aplicativo na loja e tentar de novo? Qual versão você tem?',
    'Установите, пожалуйста, последнюю версию приложения из магазина и попробуйте снова. Какая версия у вас?',
  ],
  [
    answer(
      'The app was outdated',
      'after updating the app it works, updating the app helped, the app was outdated, the app was old, nach dem app update geht, app war veraltet, app war alt, après la mise à jour de l’appli ça marche, l’appli était ancienne, al actualizar la app funciona, la app estaba desactualizada, depois de atualizar o app funciona, o app estava desatualizado, после обновления приложения работает, приложение было старое',
      'client side',
    ),
    answer(
      'Newest version',
      'newest version, latest version, app is up to date, app is updated, neueste version, neuste version, app ist aktuell, dernière version, l’appli est à jour, última versión, la app está actualizada, última versão, versão mais nova, o app está atualizado, последняя версия, последней версии, приложение обновлено',
    ),
  ],
);

export const appRestart = ask(
  'app-restart',
  'After closing the app and signing in again?',
  [
    'could you sign out in the app, close it completely, restart the phone and sign in again?',
    'könnten Sie sich in der App abmelden, sie ganz schließen, das Telefon neu starten und sich wieder anmelden?',
    'pourriez-vous vous déconnecter dans l’application, la fermer complètement, redémarrer le téléphone et vous reconnecter ?',
    '¿Podría cerrar sesión en la aplicación, cerrarla del todo, reiniciar el teléfono y volver a entrar?',
    'Poderia sair da conta no aplicativo, fechá-lo por completo, reiniciar o celular e entrar de novo?',
    'Выйдите, пожалуйста, из учётной записи в приложении, закройте его полностью, перезагрузите телефон и войдите снова.',
  ],
  [
    answer(
      'Works after signing in again',
      'after a restart it works, restarting helped, reinstalling helped, after reinstalling it works, after signing in again it works, nach dem neustart geht, neu installieren hat geholfen, neustart hat geholfen, après redémarrage ça marche, réinstaller a aidé, al reiniciar funciona, reinstalar funcionó, depois de reiniciar funciona, reinstalar resolveu, после перезагрузки работает, переустановка помогла, перезапуск помог',
      'client side',
    ),
    answer(
      'Same after a restart',
      'restarted the phone, restart does not help, reinstalled already, reinstalled the app, neustart hilft nicht, schon neu installiert, telefon neu gestartet, redémarrer ne change rien, déjà réinstallé, reiniciar no ayuda, ya la reinstalé, reiniciar não adianta, já reinstalei, перезагрузка не помогает, переустанавливал, переустанавливала, перезагружал, перезагружала',
    ),
  ],
);

export const phoneOnline = ask(
  'phone-online',
  'Online, and allowed in the background?',
  [
    'is the phone online, is battery saving off, and may our app use data in the background?',
    'ist das Telefon online, der Energiesparmodus aus, und darf unsere App im Hintergrund Daten nutzen?',
    'le téléphone est-il en ligne, l’économie d’énergie désactivée, et notre application peut-elle utiliser les données en arrière-plan ?',
    '¿El teléfono tiene conexión, el ahorro de batería está desactivado y nuestra aplicación puede usar datos en segundo plano?',
    'O celular está on-line, a economia de bateria desligada e o nosso aplicativo pode usar dados em segundo plano?',
    'Есть ли на телефоне интернет, выключено ли энергосбережение и разрешены ли приложению фоновые данные?',
  ],
  [
    answer(
      'The phone was offline or held back',
      'was offline, was in flight mode, airplane mode, battery saver was on, background data was off, war offline, flugmodus, energiesparmodus war an, était hors ligne, mode avion, économie de batterie était, estaba sin conexión, modo avión, ahorro de batería estaba, estava offline, modo avião, economia de bateria estava, не было интернета, режим полёта, режим полета, энергосбережение было',
      'client side',
    ),
    answer(
      'Online and allowed',
      'phone is online, background data is on, wifi is on, telefon ist online, hintergrunddaten sind an, wlan ist an, téléphone est en ligne, wifi est activé, el teléfono tiene conexión, wifi activado, celular está online, wi fi ligado, телефон в сети, фоновые данные включены, интернет есть',
    ),
  ],
);
