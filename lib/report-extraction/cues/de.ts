import type { CueLexicon } from './cue';

export const german: CueLexicon = {
  duty: 'sollte, sollten, soll, sollen, müsste, müssten, muss, müssen, dürfte nicht, darf nicht, dürfen nicht',
  expectation: 'erwart*, gedacht ist, vorgesehen, eigentlich, soll-ergebnis, sollzustand, sollverhalten',
  wish: `hätte gern, hätten gern, hätte gerne, hätten gerne, möchte, möchten, wünsch*, wäre schön, wäre gut, wäre hilfreich,
    wäre besser, wäre toll, würde gern, würden gern, würden uns, vorschlag, bitte ergänzen, bitte ermöglichen`,
  before: `früher, bisher, zuvor, vorher, bis gestern, vor dem update, bis letzte woche, bis zum update, wie immer, wie gewohnt,
    in der alten version, bis vor kurzem`,
  normal:
    'normal, normalerweise, korrekt, richtig, ohne fehler, fehlerfrei, ordnungsgemäß, wie üblich, problemlos',
  instead: 'statt, stattdessen, anstatt, anstelle',
  negation: `nicht, kein*, nie, niemals, nichts, weder, niemand, nirgends, ohne, nicht mehr`,
  failure: `serverfehler, systemfehler, netzwerkfehler, laufzeitfehler, verbindungsfehler, abgelaufen, fehler*, absturz, abstürz*, stürzt, abgestürzt, fehlgeschlagen, schlägt fehl, scheitert, hängt, eingefroren, kaputt,
    defekt, falsch*, leer, leere, fehlt, fehlen, bricht ab, abgebrochen, verschwind*, verschwunden, unmöglich, weiß, weiße,
    weißer, problem*, störung, langsam, bleibt stehen, ungültig, verweigert, gesperrt, hieroglyphen, verloren`,
  outcome: `zeigt, erscheint, kommt, passiert, bekomme, bekommen, erhalte, erhalten, sehe, sehen, steht, meldet, öffnet sich,
    bleibt, es gibt, wird angezeigt, werden angezeigt, landet, dreht sich, läuft`,
  imperative: `öffne, öffnen, klicke, klicken, gehe, gehen, wähle, wählen, drücke, drücken, starte, starten, melde, anmelden,
    eingeben, gib, speichern, auswählen, aufrufen, anklicken, hochladen, laden, anlegen, ändern, einloggen, schließen, ausfüllen,
    rufe, gebe, lade, lege, trage, füge, exportieren, importieren`,
  command: `öffnen, öffne, klicken, klicke, anklicken, wählen, wähle, auswählen, drücken, starten, einloggen, anmelden, gehe auf, gehe zu, gehen sie, klicken sie, öffnen sie`,
  done: `geöffnet, geklickt, angeklickt, gewählt, ausgewählt, gedrückt, gestartet, angemeldet, eingegeben, gespeichert,
    hochgeladen, angelegt, geändert, eingeloggt, aufgerufen, versucht, aktualisiert, installiert, exportiert, importiert,
    gelöscht, geschickt, ausgefüllt`,
  condition:
    'wenn, sobald, nachdem, falls, beim, immer wenn, jedes mal, während, nach dem, bei der, bei jedem',
  sequence:
    'dann, danach, zuerst, anschließend, zunächst, als nächstes, schließlich, erst, schritt, nun, erneut',
  self: 'ich, wir, mein, meine, meinem, unser, unsere, unserem, unserer, mir, mich, uns',
  contrast: 'aber, jedoch, obwohl, allerdings, sondern, trotzdem, dennoch, nur',
  doing:
    'beim öffnen, beim klicken, beim speichern, beim anmelden, beim laden, beim starten, beim exportieren, beim aufrufen, beim drucken',
  person: 'man, sie, benutzer, nutzer, anwender, kunde, kunden, kunden, kollege, kollegin, kollegen, jemand',
  reproduction: 'nachstellen, reproduzier*, nachvollziehen',
  neutral:
    'wie erwartet, sollte ich, sollten wir, sollten sie, sollte das, was soll, wie soll, muss ich, müssen wir, ich muss, wir müssen, wie vorgesehen',
};
