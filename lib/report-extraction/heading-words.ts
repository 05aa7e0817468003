import { FIELDS, type Field } from './segment';

/** What may stand under a heading; `other` only ends what came before. */
export type HeadingKind = Field | 'other';

export const HEADING_KINDS: readonly HeadingKind[] = [...FIELDS, 'other'];

/** Headings of reports in English, German, French, Spanish, Portuguese and Russian, separated by commas. */
export const HEADINGS: Readonly<Record<HeadingKind, string>> = {
  steps: `steps, steps to reproduce, steps to reproduce the problem, how to reproduce, to reproduce, str, steps
    taken, reproduction steps, reproduction, repro, repro steps, steps to recreate, reproduce, what i
    did, what did you do, what steps, to recreate, steps for reproducing, reproducing steps, schritte,
    schritte zum nachstellen, so lässt es sich nachstellen, vorgehen, reproduktion, schritte zur
    reproduktion, was ich gemacht habe, was wir gemacht haben, nachstellen, étapes, étapes pour
    reproduire, étapes de reproduction, pour reproduire, ce que j'ai fait, pasos, pasos para reproducir,
    pasos para reproducirlo, cómo reproducir, cómo reproducirlo, lo que hice, passos, passos para
    reproduzir, como reproduzir, o que eu fiz, o que fiz, passo a passo, шаги, шаги воспроизведения,
    шаги для воспроизведения, как воспроизвести, что делали, что я делаю, порядок действий,
    воспроизведение, что делал, что делала,
    to see it, what i do, what we do, how to get there, how i get there, here is how, this is how, this is what i do, so geht es,
    so gehe ich vor, ich gehe so vor, wir gehen so vor, so mache ich es, ablauf, reproduzierbar, reproduzierbar mit, zum nachstellen, was ich mache, was wir machen,
    voici comment, comment reproduire, je procède ainsi, je fais ainsi, ce que je fais, ce que nous faisons, pour le voir, procédure, démarche,
    para verlo, para reproducir, para reproducirlo, lo que hago, lo hago así, cómo lo hago, lo que hacemos, hago lo siguiente, procedimiento,
    para ver, para reproduzir, o que faço, o que eu faço, fiz assim, faço assim, como faço, fiz o seguinte, procedimento,
    как повторить, что я делал, что я делала, делаю так, делаем так, последовательность, последовательность действий, чтобы увидеть, воспроизводится так`,
  actual: `actual, actual result, actual results, actual behavior, actual behaviour, actual output, observed,
    observed behavior, observed behaviour, observed result, observed results, what happened, what
    happens, current behavior, current behaviour, current result, result, results, problem, what happens
    instead, problem description, instead, current, what i see, what we see, what i get, symptom,
    symptoms, ist, ist-zustand, istzustand, tatsächlich, tatsächliches ergebnis, tatsächliches
    verhalten, ergebnis, was passiert, was stattdessen passiert, stattdessen, fehlerbild, aktuelles
    verhalten, ist-ergebnis, résultat, résultat obtenu, résultat actuel, comportement actuel,
    comportement observé, ce qui se passe, obtenu, résultat constaté, constaté, au lieu de cela,
    resultado, resultado actual, resultado obtenido, comportamiento actual, lo que ocurre, qué ocurre,
    lo que pasa, qué pasa, resultado real, resultado obtido, resultado atual, comportamento atual, o que
    acontece, acontece, em vez disso, en su lugar, comportamento observado, фактически, фактический
    результат, результат, что происходит, на деле, получаем, факт, что получается, фактическое
    поведение, текущее поведение, на самом деле,
    what we got, got, outcome, what it does, what i got, bekommen, was ich bekomme, was kommt, was ich sehe, ce que j'obtiens, ce que je vois, ce qui arrive,
    lo que sale, lo que obtengo, lo que veo, lo que sucede, o que aparece, o que vejo, o que ocorre, что вижу, что выходит, получается`,
  expected: `expected, expected result, expected results, expected behavior, expected behaviour, expected output,
    what should happen, what i expect, what i expected, what we expected, what did you expect,
    expectation, what we expect, desired behavior, desired behaviour, should be, expect, desired result,
    should happen, erwartet, erwartung, erwartetes ergebnis, erwartetes verhalten, soll, soll-zustand,
    sollzustand, was passieren sollte, was wir erwarten, was ich erwarte, soll-ergebnis, gewünscht,
    richtig wäre, attendu, résultat attendu, comportement attendu, ce qui devrait se passer, ce que
    j'attends, ce que j'attendais, ce que nous attendons, normalement, souhaité, esperado, resultado
    esperado, comportamiento esperado, lo que espero, lo que esperaba, se espera, lo que debería pasar,
    lo que debería ocurrir, qué debería pasar, comportamento esperado, o que espero, o que esperava, o
    que deveria acontecer, o esperado, lo esperado, ожидается, ожидаемый результат, ожидаемое поведение,
    ожидание, ожидали, что ожидали, ожидаем, как должно быть, должно быть, что должно быть, ожидалось,
    ожидаю,
    wanted, want, what i want, what i wanted, what we want, should, gewollt, was ich will, was ich wollte, was kommen sollte, voulu, ce que je veux, ce que je voulais,
    ce que nous attendions, ce qui devrait arriver, lo que quiero, lo que quería, lo que esperábamos, lo que debería, o que eu quero, o que eu queria, o que eu esperava, o que esperávamos,
    o que deveria, хочу, что хотел, что хотела, что хотели, что хочу, надо`,
  other: `environment, version, versions, build, build id, browser, system, os, platform, note, notes, additional
    info, additional information, more information, workaround, attachments, attachment, ps,
    reproducible, reproducibility, frequency, severity, impact, device, background, user agent,
    umgebung, hinweis, anhang, dringlichkeit, environnement, remarque, navigateur, pièce jointe,
    entorno, nota, navegador, ambiente, observação, anexo, adjunto, окружение, примечание, браузер,
    версия, вложение, система, version détaillée, versión, versão, sistema, affected version,
    app version, programmversion, app, phone, handy, gerät, appareil, téléphone, dispositivo, teléfono, celular, telemóvel, устройство, телефон, приложение`,
};
