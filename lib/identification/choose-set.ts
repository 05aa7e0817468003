import { toWords, type Word } from '@/lib/language/words';
import type { QuestionSet } from '@/lib/playbook/playbook';
import type { Ticket } from '@/lib/ticket/ticket';
import { PhraseIndex } from './phrase-index';
import { SYMPTOM_LABELS, tellSymptom } from './symptom-model';

export interface ChosenSet {
  readonly set: QuestionSet;
  /** Words of the ticket that spoke for it, the longest first; empty when nothing did. */
  readonly because: readonly string[];
}

/** The symptom is told early; a thread of hundreds of messages names everything in the end. */
const MAX_WORDS = 1_200;
const MAX_SHOWN = 3;
/** Of one message; what follows are details. */
const OPENING_WORDS = 120;
/** Messages the symptom is told in. */
const FIRST_MESSAGES = 6;

const indexes = new WeakMap<readonly QuestionSet[], PhraseIndex<QuestionSet>>();

function indexOf(sets: readonly QuestionSet[]): PhraseIndex<QuestionSet> {
  const known = indexes.get(sets);
  if (known) return known;
  const index = new PhraseIndex(sets.map((set) => ({ of: set, phrases: set.symptoms })));
  indexes.set(sets, index);
  return index;
}

type Told = Pick<Ticket, 'subject' | 'messages'>;

/** Texts of the customer with their words, the subject first, up to the limit. */
function toldBy({ subject, messages }: Told): Word[][] {
  const told: Word[][] = [];
  let left = MAX_WORDS;
  for (const text of [subject, ...messages.filter(({ role }) => role === 'customer').map((it) => it.text)]) {
    if (left <= 0) break;
    // A word has two letters or more on average, however strange the text.
    const words = toWords(text, 0, left * 12).slice(0, left);
    left -= words.length;
    told.push(words);
  }
  return told;
}

/** The subject with the first message, then the messages after it: what each begins with. */
function openings([subject = [], first = [], ...others]: Word[][]): Word[][] {
  return [[...subject, ...first], ...others]
    .slice(0, FIRST_MESSAGES)
    .map((words) => words.slice(0, OPENING_WORDS))
    .filter((words) => words.length > 0);
}

/**
 * The set whose phrases the customer uses: each phrase counts once, by its number of words, so that `password is not
 * correct` outweighs `open`. Of two that are even, the first of the playbook; null where nothing speaks.
 */
export function phrasedSet(
  told: readonly (readonly Word[])[],
  sets: readonly QuestionSet[],
): ChosenSet | null {
  const index = indexOf(sets);
  const spoken = new Map<QuestionSet, Map<string, number>>();
  for (const words of told) {
    for (const { of, at, size } of index.find(words)) {
      const said = words.slice(at, at + size).map(({ text }) => text);
      const phrases = spoken.get(of) ?? new Map<string, number>();
      spoken.set(of, phrases.set(said.join(' '), size));
    }
  }
  const score = (set: QuestionSet) =>
    [...(spoken.get(set)?.values() ?? [])].reduce((total, size) => total + size, 0);
  const [set] = sets.filter((it) => score(it) > 0).toSorted((a, b) => score(b) - score(a));
  if (!set) return null;
  const because = [...(spoken.get(set) ?? [])].toSorted((a, b) => b[1] - a[1]).map(([phrase]) => phrase);
  return { set, because: because.slice(0, MAX_SHOWN) };
}

const isLearned = (id: string): boolean => SYMPTOM_LABELS.some((label) => label === id);

/**
 * The set whose symptom the customer tells, by the phrases of the playbook and by what was learned from other messages.
 * A set of the team's own, which nothing was learned of, is chosen by its phrases alone. Where nothing speaks, the set
 * without symptoms. Null when the playbook has no set.
 */
export function chooseQuestionSet(ticket: Told, sets: readonly QuestionSet[]): ChosenSet | null {
  const told = toldBy(ticket);
  const phrased = phrasedSet(told, sets);
  if (phrased && !isLearned(phrased.set.id)) return phrased;
  const { symptom, because } = tellSymptom(
    openings(told).map((words) => ({ words, phrased: phrasedSet([words], sets)?.set.id ?? 'general' })),
  );
  const heard = sets.find(({ id }) => id === symptom);
  if (heard && heard !== phrased?.set && symptom !== 'general') return { set: heard, because };
  if (phrased) return phrased;
  const set = sets.find(({ symptoms }) => symptoms.length === 0) ?? sets[0];
  return set ? { set, because: [] } : null;
}
