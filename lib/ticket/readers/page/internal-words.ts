import { PhraseBook, toPhrases } from '@/lib/language/phrases';
import { toWords, type Word } from '@/lib/language/words';

/** What says by itself that the customer cannot see a post. */
const INTERNAL = new PhraseBook(
  toPhrases(`internal*, private, privately, confidential, added a note, left a note, wrote a note, note added, agent note,
    staff note, team note, not public, non public, not sent to, never sent to, hidden note, cannot see, can't see, won't see, will not see,
    does not see, doesn't see, hidden from, invisible to, invisible for, kept from, for staff, for agents, behind the scenes,
    intern, interne, internen, interner, internes, internt, interní, privat, private, privater, privaten, privates,
    vertraulich*, unsichtbar*, nichtöffentlich*, hinter den kulissen, notiz hinzugefügt, privé, privée, privés, privées,
    confidentiel*, a ajouté une note, note ajoutée, masqué au client, masquée au client, caché au client,
    interno, interna, internos, internas, interni, privado, privada, confidencial*, oculto, oculta, añadió una nota,
    agregó una nota, adicionou uma nota, invisível, privato, privata, riservat*, nascost*, ha aggiunto una nota, vertrouwelijk*,
    verborgen, heeft een notitie toegevoegd, prywatn*, wewnętrzn*, poufn*, ukryt*, niewidoczn*, niepubliczn*, dodał notatkę,
    dodała notatkę, приватн*, внутренн*, внутрішн*, служебн*, службов*, скрыт*, прихован*, конфиденциальн*, невидим*,
    непублич*, добавил заметку, добавила заметку, soukrom*, důvěrn*, skryt*, neveřejn*, privát*, hemlig*, dold,
    dolt, skjult*, fortrolig*, sisäinen, sisäis*, yksityinen, luottamuksell*, piilotettu, dahili, özel, gizli,
    iç not, iç yazışma, göremez, görünmez, داخلي*, خاص, خاصة, سري, سرية, مخفي, פנימי*, פרטי, פרטית, חסוי, מוסתר, εσωτερικ*, ιδιωτικ*,
    εμπιστευτικ*, κρυφ*, belső*, bizalmas*, rejtett*, internă, confidențial*, ascuns*`),
);
/** Scripts that part no words by spaces. */
const INTERNAL_PARTS =
  '社内 内部 內部 非公開 非公开 不公开 不公開 内輪 チーム内 チームのみ 社員のみ スタッフのみ には表示されません には表示されない には見えません 不可见 不可見 看不到 仅团队 僅團隊 仅客服 私密 내부 비공개 표시되지 보이지 직원만 팀만'.split(
    ' ',
  );
/** A note is mostly internal; some desks call public ones so, and then they say it. */
const NOTE = new PhraseBook(
  toPhrases(`note, notiz, nota, notitie, notatka, notatkę, заметка, заметку, примечание, нотатка, примітка, poznámka, anteckning,
    notat, merknad, muistiinpano, ملاحظة, הערה, メモ, 备注, 備註, 메모, σημείωση, jegyzet, notă`),
);
const PUBLIC = new PhraseBook(
  toPhrases(`public, publicly, öffentlich*, public*, publi, öppen, offentlig*, julkinen, openbaar, openbare, herkese açık, публич*,
    veřejn*, عام, ציבורי*, 公開, 公开, 공개, δημόσι*, nyilvános*`),
);
/** Said in whatever order: "not … visible", "only … your team". */
const NOT = new PhraseBook(
  toPhrases(`not, never, isn't, nicht, kein*, pas, non, no, não, niet, geen, nie, не, ne, není, inte, ej, ikke, ei, eivät, değil,
    لا, غير, ليس, לא, אינו, όχι, δεν, nem, nu`),
);
const ONLY = new PhraseBook(
  toPhrases(`only, solely, exclusively, nur, ausschließlich, lediglich, seulement, uniquement, exclusivement, réservé*, solo,
    sólo, solamente, únicamente, exclusiv*, só, apenas, somente, soltanto, esclusivamente, alleen, uitsluitend, tylko,
    wyłącznie, только, лишь, тільки, лише, pouze, jen, jenom, endast, bara, enbart, kun, bare, udelukkende, vain, ainoastaan,
    sadece, yalnızca, yalnız, فقط, רק, בלבד, μόνο, csak, kizárólag, doar, numai`),
);
const SEEN = new PhraseBook(
  toPhrases(`visible*, visib*, shown, sichtbar*, sehen, einsehbar*, gezeigt, angezeigt, voir, voit,
    affich*, visívei*, visível, zichtbaar, widoczn*, widzi, видим*, виден, видно, видна, видят, видить, viditeln*, vidí,
    synlig*, syns, näy, näkyv*, näkyy, näkyvissä, görünür*, görünm*, görür, görebil*, مرئي*, تظهر, يظهر, גלוי*, רואה, מוצג,
    ορατ*, εμφανίζεται, βλέπ*, látható*, látja, vizibil*`),
);
const TEAM = new PhraseBook(
  toPhrases(`team, teams, staff, agent, agents, operators, colleagues, employees, mitarbeit*, kolleg*, agenten, équipe, agents,
    collègues, equipo, agentes, colegas, equipe, squadra, operatori, colleghi, medewerkers, collega's, collega, zespół,
    zespoł*, pracownik*, agentów, команд*, сотрудник*, операторам, агент*, коллег*, співробітник*, колег*, tým*, zaměstnan*,
    agenty, medarbetar*, kollegor, medarbejder*, ansatte, kollegaer, henkilöst*, tiimi*, ekip*, temsilci*, للفريق, الفريق,
    للموظفين, لفريق, לצוות, צוות, ομάδα*, προσωπικό, csapat*, munkatárs*, echip*, agenți*, colegi*`),
);
/** How many words may stand between the two. */
const APART = 6;

const near = (words: readonly Word[], first: PhraseBook, second: PhraseBook): boolean => {
  const places = second.findAll(words).map(({ at }) => at);
  return first.findAll(words).some(({ at }) => places.some((other) => Math.abs(other - at) <= APART));
};

/** Whether the words around a post say that the customer cannot see it. In doubt they do: a leak is worse. */
export function isSaidInternal(said: string): boolean {
  const text = said.slice(0, 2_000);
  const words = toWords(text);
  return (
    INTERNAL.has(words) ||
    INTERNAL_PARTS.some((part) => text.includes(part)) ||
    near(words, NOT, SEEN) ||
    near(words, ONLY, SEEN) ||
    near(words, ONLY, TEAM)
  );
}

/** Whether they call it a note and not a public one. Means something only where other posts are none. */
export function isSaidNote(said: string): boolean {
  const words = toWords(said.slice(0, 2_000));
  return NOTE.has(words) && !PUBLIC.has(words);
}
