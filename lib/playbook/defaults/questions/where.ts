import { answer, ask } from './write-question';

/** Where it happens and where it does not: asked for most symptoms. */

export const firstAction = ask(
  'first-action',
  'What is the first action?',
  [
    'what is the first thing you do, and what do you see then? Please tell me step by step.',
    'was tun Sie als Erstes, und was sehen Sie dann? Bitte beschreiben Sie es Schritt für Schritt.',
    'quelle est la première chose que vous faites, et que voyez-vous ensuite ? Décrivez-le étape par étape, s’il vous plaît.',
    '¿Qué es lo primero que hace y qué ve después? Cuéntemelo paso a paso, por favor.',
    'Qual é a primeira coisa que faz e o que vê depois? Descreva passo a passo, por favor.',
    'Что вы делаете в первую очередь и что видите потом? Опишите, пожалуйста, по шагам.',
  ],
  [
    answer(
      'Opens it',
      'i open, we open, when opening, i tap, i start, ich öffne, wir öffnen, beim öffnen, ich starte, j’ouvre, j’ai ouvert, on ouvre, abro, al abrir, abro la, abro o, ao abrir, я открываю, открываю, при открытии, запускаю',
    ),
    answer(
      'Clicks or presses something',
      'i click, we click, when clicking, i press, i choose, i select, ich klicke, wir klicken, ich drücke, ich wähle, je clique, on clique, j’appuie, hago clic, hacemos clic, pulso, presiono, clico, clicamos, pressiono, aperto, нажимаю, кликаю, жму, выбираю',
    ),
    answer(
      'Types something',
      'i type, i enter, we enter, i fill in, ich gebe, ich tippe, wir geben, je saisis, je tape, j’entre, escribo, introduzco, ingreso, tecleo, digito, escrevo, preencho, ввожу, набираю, печатаю, заполняю',
    ),
  ],
);

export const browserOrApp = ask(
  'browser-or-app',
  'Browser or app?',
  [
    'do you use it in the browser on a computer, or in the app on a phone?',
    'nutzen Sie es im Browser am Computer oder in der App auf dem Telefon?',
    'l’utilisez-vous dans le navigateur sur un ordinateur ou dans l’application sur un téléphone ?',
    '¿Lo usa en el navegador de un ordenador o en la aplicación del teléfono?',
    'Usa no navegador do computador ou no aplicativo do celular?',
    'Вы работаете в браузере на компьютере или в приложении на телефоне?',
  ],
  [
    answer(
      'In a browser',
      'in the browser, in my browser, in a browser, chrome, firefox, safari, edge, opera, on the website, im browser, auf der website, dans le navigateur, sur le navigateur, sur le site, en el navegador, en la web, no navegador, no site, в браузере, через браузер, на сайте',
    ),
    answer(
      'In the app',
      'in the app, the mobile app, phone app, i tap, tap on, on my iphone, on android, in der app, die app, handy app, dans l’appli, l’appli, l’application mobile, en la app, la app, aplicación móvil, no app, no aplicativo, aplicativo no celular, в приложении, мобильное приложение, с телефона',
    ),
    answer(
      'In both',
      'both in the browser and in the app, in the app and in the browser, in browser and app, im browser und in der app, in der app und im browser, dans le navigateur et l’application, en el navegador y en la app, no navegador e no app, и в браузере и в приложении, и в приложении и в браузере',
    ),
  ],
);

export const otherDevice = ask(
  'other-device',
  'Works on another device?',
  [
    'could you try the same on another computer or on a phone, and tell me whether it works there?',
    'könnten Sie dasselbe an einem anderen Computer oder am Telefon versuchen und mir sagen, ob es dort geht?',
    'pourriez-vous essayer la même chose sur un autre ordinateur ou sur un téléphone et me dire si cela y fonctionne ?',
    '¿Podría probar lo mismo en otro ordenador o en un teléfono y decirme si allí funciona?',
    'Poderia tentar o mesmo em outro computador ou no celular e me dizer se lá funciona?',
    'Попробуйте, пожалуйста, то же самое на другом компьютере или на телефоне и скажите, работает ли там.',
  ],
  [
    answer(
      'Works on another device',
      'on the phone it works, on my phone it works, works on my phone, works on the phone, works on another computer, works on the other computer, works on my laptop, works at home, on another computer it works, fine on my phone, auf dem handy geht, auf dem handy funktioniert, am handy geht, am anderen rechner geht, auf einem anderen rechner geht, zu hause geht, sur mon téléphone ça marche, ça marche sur mon téléphone, sur un autre ordinateur ça marche, chez moi ça marche, en el móvil funciona, en el teléfono funciona, en otro ordenador funciona, en casa funciona, no celular funciona, no telefone funciona, em outro computador funciona, em casa funciona, на телефоне работает, с телефона работает, на другом компьютере работает, на телефоне всё работает, дома работает, с телефона заходит',
      'client side',
    ),
    answer(
      'Same on every device',
      'on every device, on all devices, on all computers, on every computer, on another computer too, on my phone too, auf allen geräten, auf jedem gerät, an allen rechnern, auf jedem rechner, auf keinem gerät, sur tous les appareils, sur tous les postes, en todos los dispositivos, en todos los ordenadores, em todos os dispositivos, em todos os computadores, на всех устройствах, на всех компьютерах, на любом устройстве, на другом компьютере тоже',
    ),
  ],
);

export const otherBrowser = ask(
  'other-browser',
  'Same in another browser?',
  [
    'could you try the same once in another browser, for example Firefox instead of Chrome?',
    'könnten Sie dasselbe einmal in einem anderen Browser versuchen, zum Beispiel in Firefox statt Chrome?',
    'pourriez-vous essayer une fois dans un autre navigateur, par exemple Firefox au lieu de Chrome ?',
    '¿Podría probarlo una vez en otro navegador, por ejemplo Firefox en lugar de Chrome?',
    'Poderia tentar uma vez em outro navegador, por exemplo Firefox em vez de Chrome?',
    'Попробуйте, пожалуйста, то же самое в другом браузере, например в Firefox вместо Chrome.',
  ],
  [
    answer(
      'Works in another browser',
      'works in firefox, works in chrome, works in edge, works in safari, works in another browser, fine in another browser, fine in chrome, fine in firefox, in firefox it works, in chrome it works, in edge it works, in another browser it works, only in chrome, only in firefox, only in safari, only in edge, in firefox geht, in chrome geht, in edge geht, im anderen browser geht, in einem anderen browser geht, nur in chrome, nur in firefox, nur in safari, dans un autre navigateur ça marche, ça marche dans firefox, ça marche avec chrome, avec firefox ça marche, en otro navegador funciona, en firefox funciona, en chrome sí, em outro navegador funciona, no firefox funciona, no chrome funciona, в другом браузере работает, в firefox работает, в хроме работает, в chrome работает, только в chrome, только в хроме',
      'client side',
    ),
    answer(
      'Same in every browser',
      'in every browser, in all browsers, in any browser, another browser too, tried chrome and firefox, tried another browser, chrome and firefox, chrome and edge, firefox and edge, in jedem browser, in allen browsern, in keinem browser, anderen browser versucht, chrome und firefox, firefox und chrome, chrome und edge, dans tous les navigateurs, autre navigateur aussi, chrome et firefox, en todos los navegadores, en cualquier navegador, chrome y firefox, em todos os navegadores, em qualquer navegador, chrome e firefox, во всех браузерах, в любом браузере, в разных браузерах, другой браузер тоже',
    ),
  ],
);

export const privateWindow = ask(
  'private-window',
  'Same in a private window?',
  [
    'could you open a private window (Ctrl+Shift+N, in Firefox Ctrl+Shift+P) and try the same there?',
    'könnten Sie ein privates Fenster öffnen (Strg+Umschalt+N, in Firefox Strg+Umschalt+P) und es dort noch einmal versuchen?',
    'pourriez-vous ouvrir une fenêtre privée (Ctrl+Maj+N, dans Firefox Ctrl+Maj+P) et réessayer dedans ?',
    '¿Podría abrir una ventana privada (Ctrl+Mayús+N, en Firefox Ctrl+Mayús+P) y probarlo allí?',
    'Poderia abrir uma janela privada (Ctrl+Shift+N, no Firefox Ctrl+Shift+P) e tentar por lá?',
    'Откройте, пожалуйста, приватное окно (Ctrl+Shift+N, в Firefox Ctrl+Shift+P) и попробуйте там.',
  ],
  [
    answer(
      'Works in a private window',
      'works in a private window, works in incognito, works in private mode, in incognito it works, in a private window it works, im privaten fenster geht, im privaten modus geht, im inkognito geht, inkognito geht, en navigation privée ça marche, ça marche en navigation privée, en incógnito funciona, en modo incógnito funciona, en privado funciona, na anônima funciona, em aba anônima funciona, no modo anônimo funciona, в инкогнито работает, в режиме инкогнито работает, в приватном окне работает',
      'client side',
    ),
    answer(
      'Same in a private window',
      'incognito too, also in incognito, in incognito as well, private window too, also in a private window, even in incognito, auch im privaten, auch im inkognito, inkognito auch, même en navigation privée, aussi en navigation privée, también en incógnito, incluso en incógnito, também na anônima, mesmo na anônima, mesmo no modo anônimo, в инкогнито тоже, и в инкогнито, даже в инкогнито, в приватном окне тоже',
    ),
  ],
);

export const otherAccount = ask(
  'other-account',
  'Same with another account?',
  [
    'could a colleague try the same with their own account on your computer?',
    'könnte jemand aus Ihrem Team dasselbe mit dem eigenen Konto an Ihrem Computer versuchen?',
    'un collègue pourrait-il essayer la même chose avec son propre compte sur votre ordinateur ?',
    '¿Podría una persona de su equipo probar lo mismo con su propia cuenta en su ordenador?',
    'Alguém da sua equipe poderia tentar o mesmo com a própria conta no seu computador?',
    'Может ли ваш коллега попробовать то же самое под своей учётной записью на вашем компьютере?',
  ],
  [
    answer(
      'Another account works',
      'with another account it works, works with another account, my colleague can, my colleagues can, for my colleague it works, works for my colleague, mit einem anderen konto geht, bei meiner kollegin geht, bei meinem kollegen geht, avec un autre compte ça marche, chez ma collègue ça marche, con otra cuenta funciona, a mi compañera le funciona, a mi compañero le funciona, com outra conta funciona, para minha colega funciona, под другой учётной записью работает, у коллеги работает, у коллег работает, у других работает',
    ),
    answer(
      'Same with every account',
      'with every account, with all accounts, with any account, my colleague has the same, my colleagues have the same, same for my colleague, same for everyone, for everyone here, nobody here can, mit jedem konto, mit allen konten, bei meiner kollegin auch, bei meinem kollegen auch, bei allen so, bei allen kollegen, bei mir und den kolleginnen, avec tous les comptes, mes collègues aussi, ma collègue aussi, chez tout le monde, con todas las cuentas, a mis compañeros también, a todos nos pasa, com todas as contas, meus colegas também, com todos acontece, под любой учётной записью, у коллег тоже, у коллеги тоже, у всех так, у всех нас',
    ),
  ],
);

export const network = ask(
  'network',
  'Same on another network?',
  [
    'could you try it once on another network, for example on mobile data instead of the office Wi-Fi, and without VPN?',
    'könnten Sie es einmal in einem anderen Netz versuchen, zum Beispiel über mobile Daten statt über das Büro-WLAN, und ohne VPN?',
    'pourriez-vous essayer une fois sur un autre réseau, par exemple en données mobiles au lieu du Wi-Fi du bureau, et sans VPN ?',
    '¿Podría probarlo una vez en otra red, por ejemplo con datos móviles en lugar del wifi de la oficina, y sin VPN?',
    'Poderia tentar uma vez em outra rede, por exemplo com dados móveis em vez do Wi-Fi do escritório, e sem VPN?',
    'Попробуйте, пожалуйста, в другой сети, например через мобильный интернет вместо офисного Wi-Fi и без VPN.',
  ],
  [
    answer(
      'Works on another network',
      'works on mobile data, works at home, works without vpn, without the vpn it works, without vpn it works, on mobile data it works, only in the office, only with vpn, only on the office wifi, mit mobilen daten geht, ohne vpn geht, zu hause geht, nur im büro, nur mit vpn, en 4g ça marche, sans vpn ça marche, à la maison ça marche, seulement au bureau, con datos funciona, sin vpn funciona, en casa funciona, solo en la oficina, com dados móveis funciona, sem vpn funciona, em casa funciona, só no escritório, с мобильного интернета работает, без vpn работает, из дома работает, только в офисе, только через vpn',
      'client side',
    ),
    answer(
      'Same on every network',
      'on mobile data too, on every network, inside and outside, at home too, also at home, without vpn too, in jedem netz, zu hause auch, auch zu hause, auch ohne vpn, sur tous les réseaux, à la maison aussi, même sans vpn, en cualquier red, en casa también, también sin vpn, em qualquer rede, em casa também, mesmo sem vpn, в любой сети, дома тоже, и без vpn, без vpn тоже',
    ),
  ],
);

export const reload = ask(
  'reload',
  'Same after a full reload?',
  [
    'could you reload the page completely (Ctrl+F5, on a Mac Cmd+Shift+R) and, if it stays, clear the browser’s cache for our address?',
    'könnten Sie die Seite vollständig neu laden (Strg+F5, am Mac Cmd+Umschalt+R) und, wenn es bleibt, den Cache des Browsers für unsere Adresse leeren?',
    'pourriez-vous recharger entièrement la page (Ctrl+F5, sur Mac Cmd+Maj+R) et, si cela persiste, vider le cache du navigateur pour notre adresse ?',
    '¿Podría recargar la página por completo (Ctrl+F5, en Mac Cmd+Mayús+R) y, si sigue igual, vaciar la caché del navegador para nuestra dirección?',
    'Poderia recarregar a página por completo (Ctrl+F5, no Mac Cmd+Shift+R) e, se continuar, limpar o cache do navegador para o nosso endereço?',
    'Обновите, пожалуйста, страницу полностью (Ctrl+F5, на Mac Cmd+Shift+R), а если не поможет, очистите кэш браузера для нашего адреса.',
  ],
  [
    answer(
      'Fine after a reload',
      'after a reload it works, after reloading it works, after clearing the cache it works, clearing the cache helped, cleared the cache and it works, a reload helps, nach dem neuladen geht, nach neu laden geht, cache geleert und, nach dem leeren des caches, après rechargement ça marche, vider le cache a aidé, après avoir vidé le cache, al recargar funciona, después de recargar funciona, borrar la caché funcionó, ao recarregar funciona, depois de limpar o cache, limpar o cache resolveu, после обновления страницы работает, почистил кэш и, почистила кэш и, после очистки кэша',
      'client side',
    ),
    answer(
      'Same after a reload',
      'reloading does not help, reload does not help, reloading doesn’t help, after reloading the same, cleared the cache already, clearing the cache did not help, cache is cleared, neuladen hilft nicht, neu laden hilft nicht, cache schon geleert, cache leeren hilft nicht, cache habe ich, recharger ne change rien, déjà vidé le cache, j’ai vidé le cache, recargar no ayuda, ya borré la caché, he borrado la caché, recarregar não adianta, já limpei o cache, limpei o cache, обновление не помогает, кэш чистил, кэш чистила, чистка кэша не помогла',
    ),
  ],
);

export const addOns = ask(
  'add-ons',
  'Same without extensions?',
  [
    'could you switch off ad blockers and other extensions of the browser for our page and try again?',
    'könnten Sie Werbeblocker und andere Erweiterungen des Browsers für unsere Seite ausschalten und es noch einmal versuchen?',
    'pourriez-vous désactiver les bloqueurs de publicité et les autres extensions du navigateur pour notre page et réessayer ?',
    '¿Podría desactivar los bloqueadores de anuncios y otras extensiones del navegador en nuestra página y volver a probar?',
    'Poderia desativar bloqueadores de anúncios e outras extensões do navegador na nossa página e tentar de novo?',
    'Отключите, пожалуйста, блокировщики рекламы и другие расширения браузера для нашей страницы и попробуйте снова.',
  ],
  [
    answer(
      'Works without extensions',
      'ad blocker was, adblock was, without the ad blocker it works, without adblock it works, it was an extension, it was the extension, ohne werbeblocker geht, ohne adblocker geht, lag an der erweiterung, sans bloqueur ça marche, c’était une extension, sin el bloqueador funciona, era una extensión, sem o bloqueador funciona, era uma extensão, без блокировщика работает, отключил блокировщик и, дело в расширении',
      'client side',
    ),
    answer(
      'Same without extensions',
      'no extensions, without extensions too, no ad blocker, extensions are off, keine erweiterungen, ohne erweiterungen auch, kein werbeblocker, sans extension, aucune extension, sin extensiones, no tengo extensiones, sem extensões, não tenho extensões, без расширений, расширений нет, блокировщика нет',
    ),
  ],
);

export const sinceWhen = ask(
  'since-when',
  'Since when, and what changed?',
  [
    'since when is it so, and did anything change on your side then, such as an update, a new computer or new settings?',
    'seit wann ist es so, und hat sich damals bei Ihnen etwas geändert, etwa ein Update, ein neuer Computer oder Einstellungen?',
    'depuis quand est-ce ainsi, et quelque chose a-t-il changé chez vous à ce moment, comme une mise à jour, un nouvel ordinateur ou des réglages ?',
    '¿Desde cuándo pasa y cambió algo entonces, como una actualización, un ordenador nuevo o la configuración?',
    'Desde quando é assim e algo mudou naquele momento, como uma atualização, um computador novo ou configurações?',
    'С какого момента так стало и что тогда изменилось у вас: обновление, новый компьютер, настройки?',
  ],
  [
    answer(
      'Since a change on their side',
      'since i updated my, since the windows update, since my new laptop, since our new, since we moved, new laptop, new computer, new router, seit dem windows update, neuer rechner, neuen rechner, neuer laptop, neuen laptop, seit wir umgezogen, depuis la mise à jour de windows, nouvel ordinateur, nouveau poste, desde que actualicé, ordenador nuevo, equipo nuevo, desde que atualizei o windows, computador novo, после обновления windows, новый компьютер, новый ноутбук, после переезда',
    ),
    answer(
      'Since a release of ours',
      'since your update, since the last update, since the update, after the update, since your last release, seit dem update, nach dem update, seit ihrem update, seit der neuen version, depuis la mise à jour, depuis votre mise à jour, desde la actualización, tras la actualización, desde a atualização, depois da atualização, после обновления, после вашего обновления, с обновления',
    ),
    answer(
      'Nothing changed',
      'nothing changed, nothing has changed, we changed nothing, i changed nothing, nichts geändert, nichts verändert, rien n’a changé, rien changé, nada ha cambiado, no cambié nada, no hemos cambiado nada, nada mudou, não mudei nada, ничего не менял, ничего не меняла, ничего не меняли',
    ),
  ],
);

export const whoElse = ask(
  'who-else',
  'Do colleagues see it too?',
  [
    'do your colleagues see the same, or is it only you?',
    'sehen Ihre Kolleginnen und Kollegen dasselbe oder nur Sie?',
    'vos collègues voient-ils la même chose, ou seulement vous ?',
    '¿Sus compañeros ven lo mismo o solo usted?',
    'Seus colegas veem o mesmo ou só você?',
    'Видят ли то же самое ваши коллеги или только вы?',
  ],
  [
    answer(
      'Only this person',
      'only me, only for me, just me, only my computer, only on my computer, my colleagues can, my colleagues do not, nur bei mir, nur ich, nur an meinem rechner, seulement chez moi, seulement moi, uniquement sur mon poste, solo a mí, solo en mi ordenador, solo yo, só comigo, só no meu computador, somente eu, только у меня, только я, только на моём компьютере, у коллег всё работает',
    ),
    answer(
      'Colleagues too',
      'my colleagues too, all of us, everyone here, everybody here, the whole team, the whole office, nobody here, colleagues have the same, meine kollegen auch, kolleginnen auch, uns allen, das ganze team, das ganze büro, bei allen, mes collègues aussi, nous tous, toute l’équipe, tout le bureau, mis compañeros también, todo el equipo, toda la oficina, a todos, meus colegas também, toda a equipe, o escritório inteiro, коллеги тоже, у всех, весь отдел, весь офис, у нас всех',
    ),
  ],
);
