import type { CueLexicon } from './cue';

export const french: CueLexicon = {
  duty: `devrait, devraient, doit, doivent, aurait dû, auraient dû, devrions, censé, censée, censés, il faudrait`,
  expectation:
    "attendu, attendue, attendus, attendais, attendions, m'attendais, m'attends, prévu, prévue, résultat attendu",
  wish: `voudrais, voudrions, aimerais, aimerions, souhait*, serait bien, serait utile, serait mieux, serait pratique,
    suggestion, suggère, proposons, propose, serait-il possible, j'aimerais`,
  before: `avant, auparavant, jusqu'à hier, jusqu'ici, jusqu'à présent, précédemment, jusqu'à la mise, comme avant,
    l'ancienne version, comme toujours`,
  normal:
    'normalement, correctement, sans erreur, comme prévu, habituellement, sans problème, normal, normale',
  instead: 'au lieu, plutôt que, à la place',
  negation: `ne, n'est, n'a, n'ai, n'ont, n'y, pas, jamais, rien, aucun, aucune, sans, plus rien, ni, personne, impossible,
    n'arrive, n'arrivons, n'apparaît, n'affiche, n'ouvre`,
  failure: `expiré*, erreur*, échec, échoue, échoué, plante, planté, plantage, bloqué, bloquée, bloque, figé, figée, cassé, vide, blanche,
    blanc, manque, manquent, manquant*, impossible, problème*, faux, fausse, incorrect*, disparu*, disparaît, perdu*, lent,
    lente, s'arrête, invalide, refusé*, bug, panne, illisible*, s'interrompt`,
  outcome: `affiche, s'affiche, apparaît, apparait, obtiens, obtenons, reçois, recevons, vois, voyons, reste, se passe, il y a,
    arrive, montre, s'ouvre, tourne, renvoie, retourne, j'obtiens`,
  imperative: `ouvrir, ouvrez, cliquer, cliquez, aller, allez, choisir, choisissez, sélectionner, sélectionnez, appuyer, appuyez,
    saisir, saisissez, lancer, lancez, connecter, connectez, enregistrer, enregistrez, créer, créez, ajouter, ajoutez, charger,
    télécharger, exporter, importer, remplir, remplissez, modifier, supprimer, fermer, j'ouvre, clique, ouvre, choisis, saisis,
    appuie, sélectionne, vais, lance`,
  command: `ouvrir, ouvrez, cliquer, cliquez, choisir, choisissez, sélectionner, sélectionnez, saisir, saisissez, lancer, aller dans, aller sur, allez dans, connectez, se connecter`,
  done: `ouvert, cliqué, allé, allée, choisi, sélectionné, appuyé, saisi, lancé, connecté, connectée, enregistré, créé, ajouté,
    chargé, téléchargé, exporté, importé, rempli, modifié, supprimé, fermé, essayé, installé, envoyé, vidé`,
  condition:
    "quand, lorsque, lorsqu'on, si, après, dès que, chaque fois, pendant, en cliquant, en ouvrant, à chaque, une fois",
  sequence: "puis, ensuite, d'abord, enfin, étape, maintenant, après quoi, premièrement",
  self: "je, j'ai, j'ouvre, nous, mon, ma, mes, notre, nos, on, moi",
  contrast: 'mais, cependant, pourtant, alors que, toutefois, bien que, sauf, seulement',
  doing:
    'en cliquant, en ouvrant, en enregistrant, en essayant, en lançant, en exportant, en sélectionnant, en choisissant',
  person:
    "vous, utilisateur, utilisateurs, l'utilisateur, client, clients, quelqu'un, collègue, collègues, elle, il",
  reproduction: 'reproduire, reproductible, reproduit',
  neutral:
    'comme prévu, comme attendu, que dois-je, dois-je, devons-nous, je dois, nous devons, on doit, il faut que je',
};
