import { isPersonWord } from './person-words';

/** What badges beside names say, besides the words that stand beside names anywhere. */
const BADGES = new Set(
  `staff team admin administrator moderator owner author op member employee technician rep representative visitor guest
  internal external bearbeiter bearbeiterin melder melderin equipo équipe equipe demandeur demandeuse solicitante
  operatrice richiedente assistenza atendente medewerker behandelaar aanvrager pracownik konsultant konsultantka
  zgłaszający сотрудник заявитель スタッフ`.split(/\s+/),
);

const wordsIn = (text: string): string[] => text.split(/[\s·•|()[\]/,]+/).filter(Boolean);
const isWord = (word: string | undefined): boolean => {
  const plain = word?.toLowerCase() ?? '';
  return BADGES.has(plain) || isPersonWord(plain);
};

/** Whether a text says nothing but what somebody is. */
export const isRole = (text: string): boolean => {
  const words = wordsIn(text.slice(0, 200));
  return words.length > 0 && words.length < 5 && words.every(isWord);
};

/** "Luca Neri Operatore" as "Luca Neri"; a name that is nothing else stays. */
export function withoutRole(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && isWord(words[end - 1])) end -= 1;
  return isWord(words[end - 1]) || end < 2 ? name : words.slice(0, end).join(' ');
}
