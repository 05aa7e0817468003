import { answer, ask } from './write-question';

/** Getting in, and what stands on the page then. */

export const capsLock = ask(
  'caps-lock',
  'Caps Lock or another keyboard layout?',
  [
    'could you press the little eye beside the password and check whether what you type is right? Caps Lock or another keyboard language changes the letters unseen.',
    'könnten Sie auf das kleine Auge neben dem Passwort drücken und prüfen, ob richtig dasteht, was Sie tippen? Die Feststelltaste oder eine andere Tastatursprache ändert die Zeichen unbemerkt.',
    'pourriez-vous cliquer sur le petit œil à côté du mot de passe et vérifier ce que vous tapez ? La touche Verr. Maj ou une autre langue de clavier change les caractères sans que cela se voie.',
    '¿Podría pulsar el ojo junto a la contraseña y comprobar que lo escrito es correcto? Bloq Mayús u otro idioma del teclado cambia los caracteres sin que se note.',
    'Poderia clicar no olho ao lado da senha e conferir se o texto digitado está certo? O Caps Lock ou outro idioma do teclado muda as letras sem que se perceba.',
    'Нажмите, пожалуйста, на значок глаза рядом с паролем и проверьте, что вводится. Caps Lock или другая раскладка незаметно меняют буквы.',
  ],
  [
    answer(
      'It was Caps Lock or the layout',
      'caps lock was on, caps lock is on, capslock was on, caps was on, it was caps lock, it was the caps lock, wrong keyboard layout, keyboard was set to, feststelltaste war, feststelltaste ist an, es war die feststelltaste, falsche tastatur, caps lock war an, verr maj était, la touche majuscule était, le clavier était en, mayúsculas activadas, bloq mayús estaba, mayús estaba activado, el teclado estaba en, caps lock estava, o teclado estava em, капс был включен, капс был включён, был включен капс, был включён капс, включен caps lock, включён caps lock, раскладка была, не та раскладка',
      'client side',
    ),
    answer(
      'Caps Lock is off, the layout is right',
      'caps lock is off, caps lock was off, caps is off, i checked caps lock, caps lock checked, feststelltaste ist aus, feststelltaste war aus, feststelltaste geprüft, verr maj est désactivé, j’ai vérifié la touche majuscule, mayúsculas desactivadas, bloq mayús desactivado, caps lock desligado, caps lock está desligado, капс выключен, caps lock выключен, раскладка правильная, раскладку проверил, раскладку проверила',
    ),
  ],
);

export const passwordReset = ask(
  'password-reset',
  'Set a new password already?',
  [
    'could you set a new password with “Forgot password” and sign in with that one, typed by hand?',
    'könnten Sie über „Passwort vergessen“ ein neues Passwort setzen und sich damit anmelden, von Hand getippt?',
    'pourriez-vous définir un nouveau mot de passe avec « Mot de passe oublié » et vous connecter avec celui-ci, tapé à la main ?',
    '¿Podría crear una contraseña nueva con «He olvidado mi contraseña» e iniciar sesión con ella, escrita a mano?',
    'Poderia criar uma nova senha em “Esqueci a senha” e entrar com ela, digitada à mão?',
    'Задайте, пожалуйста, новый пароль через «Забыли пароль» и войдите с ним, введя его вручную.',
  ],
  [
    answer(
      'The new password works',
      'the new password works, with the new password it works, after the reset it works, reset helped, mit dem neuen passwort geht, mit neuem passwort geht, neues passwort funktioniert, avec le nouveau mot de passe ça marche, le nouveau mot de passe marche, con la contraseña nueva funciona, la nueva contraseña funciona, com a nova senha funciona, com a senha nova funciona, с новым паролем работает, новый пароль подошёл, новый пароль подошел',
      'client side',
    ),
    answer(
      'Same with a new password',
      'new password does not work either, reset the password twice, already reset, i reset my password, the new one does not work, neues passwort geht auch nicht, passwort schon zurückgesetzt, passwort habe ich zurückgesetzt, j’ai réinitialisé, mot de passe déjà réinitialisé, ya restablecí la contraseña, ya cambié la contraseña, já redefini a senha, já troquei a senha, пароль уже сбрасывал, пароль уже сбрасывала, пароль менял, пароль меняла, сброс пароля не помог',
    ),
  ],
);

export const rightAddress = ask(
  'right-address',
  'Which address is opened?',
  [
    'could you copy the address from the top of the browser window and send it to me? Is it an old bookmark or a link from a mail?',
    'könnten Sie mir die Adresse oben aus dem Browserfenster kopieren und schicken? Ist es ein altes Lesezeichen oder ein Link aus einer Mail?',
    'pourriez-vous copier l’adresse en haut de la fenêtre du navigateur et me l’envoyer ? Est-ce un ancien favori ou un lien reçu par mail ?',
    '¿Podría copiar la dirección que aparece arriba en el navegador y enviármela? ¿Es un marcador antiguo o un enlace de un correo?',
    'Poderia copiar o endereço do topo do navegador e me enviar? É um favorito antigo ou um link de e-mail?',
    'Скопируйте и пришлите, пожалуйста, адрес из верхней строки браузера. Это старая закладка или ссылка из письма?',
  ],
  [
    answer(
      'It was an old bookmark or a wrong address',
      'old bookmark, my bookmark was, old link, wrong address, wrong link, altes lesezeichen, alter link, alten link, falsche adresse, ancien favori, ancien lien, mauvaise adresse, marcador antiguo, enlace antiguo, dirección equivocada, favorito antigo, link antigo, endereço errado, старая закладка, старой закладке, старая ссылка, старой ссылке, неправильный адрес',
      'client side',
    ),
    answer(
      'The right address',
      'typed the address, i typed the url, the address is right, adresse stimmt, adresse von hand, l’adresse est correcte, j’ai tapé l’adresse, la dirección es correcta, escribí la dirección, o endereço está certo, digitei o endereço, адрес правильный, адрес верный, ввёл адрес, ввел адрес',
    ),
  ],
);

export const zoom = ask(
  'zoom',
  'Is the zoom at 100 %?',
  [
    'could you press Ctrl+0 (on a Mac Cmd+0) in that window and tell me whether it looks right then?',
    'könnten Sie in diesem Fenster Strg+0 (am Mac Cmd+0) drücken und mir sagen, ob es dann richtig aussieht?',
    'pourriez-vous appuyer sur Ctrl+0 (sur Mac Cmd+0) dans cette fenêtre et me dire si l’affichage est correct ensuite ?',
    '¿Podría pulsar Ctrl+0 (en Mac Cmd+0) en esa ventana y decirme si así se ve bien?',
    'Poderia pressionar Ctrl+0 (no Mac Cmd+0) nessa janela e me dizer se assim fica certo?',
    'Нажмите, пожалуйста, в этом окне Ctrl+0 (на Mac Cmd+0) и скажите, стало ли нормально.',
  ],
  [
    answer(
      'Zoom was changed',
      'zoom was at, zoom was set, zoom is at 125, zoom is at 150, it was the zoom, zoom war auf, lag am zoom, zoom stand auf, le zoom était à, c’était le zoom, el zoom estaba, era el zoom, o zoom estava, era o zoom, масштаб был, дело в масштабе, был масштаб',
      'client side',
    ),
    answer(
      'At 100 %',
      'zoom is at 100, zoom is 100, at 100 zoom, zoom is normal, zoom steht auf 100, zoom ist 100, zoom bei 100, le zoom est à 100, zoom à 100, el zoom está al 100, zoom al 100, o zoom está em 100, zoom em 100, масштаб 100, масштаб стоит 100',
    ),
  ],
);

export const screenSettings = ask(
  'screen-settings',
  'Own fonts, contrast or dark mode?',
  [
    'does your computer or browser use its own fonts, larger text, high contrast or a dark mode extension? Could you switch it off once?',
    'nutzt Ihr Computer oder Browser eigene Schriften, größeren Text, hohen Kontrast oder eine Dunkelmodus-Erweiterung? Könnten Sie das einmal ausschalten?',
    'votre ordinateur ou navigateur utilise-t-il ses propres polices, un texte agrandi, un contraste élevé ou une extension de mode sombre ? Pourriez-vous le désactiver une fois ?',
    '¿Su ordenador o navegador usa letras propias, texto ampliado, alto contraste o una extensión de modo oscuro? ¿Podría desactivarlo una vez?',
    'Seu computador ou navegador usa fontes próprias, texto ampliado, alto contraste ou uma extensão de modo escuro? Poderia desativar uma vez?',
    'Настроены ли на компьютере или в браузере свои шрифты, крупный текст, высокий контраст или тёмная тема через расширение? Отключите, пожалуйста, на пробу.',
  ],
  [
    answer(
      'Looks right without them, in plain settings',
      'it was the dark mode, dark reader was, high contrast was on, without dark mode it looks right, hoher kontrast war an, lag am dunkelmodus, c’était le mode sombre, contraste élevé était, era el modo oscuro, alto contraste estaba, era o modo escuro, alto contraste estava, дело в тёмной теме, дело в темной теме, был высокий контраст',
      'client side',
    ),
    answer(
      'Nothing of that kind is on',
      'no dark mode, light mode, default settings, normal settings, kein dunkelmodus, heller modus, standardeinstellungen, pas de mode sombre, mode clair, réglages par défaut, sin modo oscuro, modo claro, ajustes por defecto, sem modo escuro, configuração padrão, тёмной темы нет, темной темы нет, стандартные настройки, светлая тема',
    ),
  ],
);

export const oneOrAll = ask(
  'one-or-all',
  'One action or everything?',
  [
    'is it slow everywhere in our system, or only in one place? Which one?',
    'ist es überall in unserem System langsam oder nur an einer Stelle? An welcher?',
    'est-ce lent partout dans notre système ou à un seul endroit ? Lequel ?',
    '¿Va lento en todo el sistema o solo en un sitio? ¿En cuál?',
    'Fica lento em todo o sistema ou só em um lugar? Qual?',
    'Медленно везде в нашей системе или только в одном месте? В каком?',
  ],
  [
    answer(
      'One action',
      'only the search, only when saving, only in reports, only one page, only when i, nur die suche, nur beim, nur in den berichten, nur eine seite, seulement la recherche, uniquement quand, seulement quand, solo la búsqueda, solo cuando, solo al, só a busca, só quando, apenas quando, только поиск, только при, только в отчётах, только в отчетах',
    ),
    answer(
      'Everything in our system',
      'every page, every screen, every click, each screen, everything is slow, all pages, the whole system, jede seite, jede maske, jeder klick, überall langsam, das ganze system, alle seiten, toutes les pages, chaque page, tout le système, todas las páginas, cada página, cada pantalla, todo el sistema, cada tela, todas as telas, cada clique, o sistema inteiro, каждая страница, все страницы, вся система, каждый клик',
    ),
  ],
);

export const otherSites = ask(
  'other-sites',
  'Are other websites slow too?',
  [
    'are other websites slow as well at that time? Could you run a speed test and send me the figures?',
    'sind andere Webseiten dann auch langsam? Könnten Sie einen Geschwindigkeitstest machen und mir die Werte schicken?',
    'd’autres sites sont-ils lents aussi à ce moment ? Pourriez-vous faire un test de débit et m’envoyer les chiffres ?',
    '¿Otras páginas web van lentas también? ¿Podría hacer una prueba de velocidad y enviarme los datos?',
    'Outros sites também ficam lentos? Poderia fazer um teste de velocidade e me enviar os números?',
    'Другие сайты в это время тоже медленные? Сделайте, пожалуйста, тест скорости и пришлите цифры.',
  ],
  [
    answer(
      'Other websites are slow too',
      'other sites are slow too, other websites too, the whole internet, internet is slow, everything on my computer is slow, andere seiten auch, das ganze internet, internet ist langsam, internet langsam, les autres sites aussi, internet est lent, otras páginas también, internet va lento, outros sites também, a internet está lenta, другие сайты тоже, интернет медленный, весь интернет',
      'client side',
    ),
    answer(
      'Other sites are fast',
      'other sites are fine, other websites are fine, other sites are fast, internet is fine, everything else is fast, andere seiten sind schnell, andere seiten gehen, internet ist schnell, sonst alles schnell, les autres sites marchent, les autres sites vont bien, otras páginas van bien, internet va bien, outros sites estão normais, a internet está boa, другие сайты работают, другие сайты быстро, интернет хороший, интернет нормальный',
    ),
  ],
);

export const textSeenIn = ask(
  'text-seen-in',
  'Where does the text look broken?',
  [
    'where do you see the broken text: on our page, in a file opened in Excel, or in a mail?',
    'wo sehen Sie den kaputten Text: auf unserer Seite, in einer mit Excel geöffneten Datei oder in einer Mail?',
    'où voyez-vous le texte abîmé : sur notre page, dans un fichier ouvert avec Excel ou dans un mail ?',
    '¿Dónde ve el texto roto: en nuestra página, en un archivo abierto con Excel o en un correo?',
    'Onde aparece o texto quebrado: na nossa página, em um arquivo aberto no Excel ou em um e-mail?',
    'Где виден испорченный текст: на нашей странице, в файле, открытом в Excel, или в письме?',
  ],
  [
    answer(
      'In a file',
      'open it in excel, open the csv, open the file, opened in excel, in the csv, in the exported, in excel, in der datei, in excel, csv öffne, exportdatei, dans le fichier, dans excel, dans le csv, en el archivo, en excel, en el csv, no arquivo, no excel, no csv, в файле, в экселе, в excel, в csv, открываю файл',
    ),
    answer(
      'On the page',
      'on the page, on the screen, on your site, on the website, auf der seite, auf dem bildschirm, sur la page, à l’écran, en la página, en la pantalla, na página, na tela, на странице, на экране, на сайте',
    ),
    answer(
      'In a mail',
      'in the mail, in the email, in the e-mail, in der mail, in der e-mail, dans le mail, dans l’e-mail, en el correo, no e-mail, no email, в письме, в письмах',
    ),
  ],
);

export const encoding = ask(
  'encoding',
  'Right when opened as UTF-8?',
  [
    'could you open the file as UTF-8? In Excel: Data, From Text/CSV, then choose 65001: Unicode (UTF-8).',
    'könnten Sie die Datei als UTF-8 öffnen? In Excel: Daten, Aus Text/CSV, dann 65001: Unicode (UTF-8) wählen.',
    'pourriez-vous ouvrir le fichier en UTF-8 ? Dans Excel : Données, À partir d’un fichier texte/CSV, puis 65001 : Unicode (UTF-8).',
    '¿Podría abrir el archivo como UTF-8? En Excel: Datos, De texto/CSV, y elegir 65001: Unicode (UTF-8).',
    'Poderia abrir o arquivo como UTF-8? No Excel: Dados, De Texto/CSV, e escolher 65001: Unicode (UTF-8).',
    'Откройте, пожалуйста, файл в кодировке UTF-8. В Excel: Данные, Из текста/CSV, затем 65001: Юникод (UTF-8).',
  ],
  [
    answer(
      'Right as UTF-8',
      'as utf 8 it is right, as utf 8 it works, with utf 8 it is fine, utf 8 helped, als utf 8 stimmt, mit utf 8 geht, mit utf 8 stimmt, en utf 8 c’est bon, en utf 8 ça marche, como utf 8 se ve bien, con utf 8 funciona, como utf 8 fica certo, com utf 8 funciona, в utf 8 нормально, в utf 8 всё нормально, с utf 8 работает',
      'client side',
    ),
    answer(
      'Broken as UTF-8 too',
      'utf 8 does not help, utf 8 too, with utf 8 the same, auch mit utf 8, utf 8 hilft nicht, même en utf 8, utf 8 ne change rien, también con utf 8, utf 8 no ayuda, também em utf 8, utf 8 não ajuda, и в utf 8, в utf 8 тоже, utf 8 не помогает',
    ),
  ],
);

export const pageTranslation = ask(
  'page-translation',
  'Is the page translated by the browser?',
  [
    'does the browser translate the page? Please switch translation off for our address and check whether the text is right then.',
    'übersetzt der Browser die Seite? Bitte schalten Sie die Übersetzung für unsere Adresse aus und prüfen Sie, ob der Text dann stimmt.',
    'le navigateur traduit-il la page ? Désactivez la traduction pour notre adresse et vérifiez si le texte est correct ensuite.',
    '¿El navegador traduce la página? Desactive la traducción para nuestra dirección y compruebe si el texto queda bien.',
    'O navegador está traduzindo a página? Desative a tradução para o nosso endereço e veja se o texto fica certo.',
    'Переводит ли браузер страницу? Отключите, пожалуйста, перевод для нашего адреса и проверьте текст.',
  ],
  [
    answer(
      'The browser translated it',
      'it was the translation, google translate was, translation was on, es war die übersetzung, übersetzung war an, c’était la traduction, traduction était active, era la traducción, traducción estaba, era a tradução, tradução estava, был включён перевод, был включен перевод, дело в переводе',
      'client side',
    ),
    answer(
      'It is not translated',
      'not translated, no translation, translation is off, nicht übersetzt, keine übersetzung, pas de traduction, pas traduite, sin traducción, no está traducida, sem tradução, não está traduzida, перевод выключен, без перевода, не переводится',
    ),
  ],
);
