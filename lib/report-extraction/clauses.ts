import type { Word } from '@/lib/language/words';
import type { CueKind } from './cues/cue';
import type { Cue } from './cues/lexicon';
import type { Sentence } from './sentence';

/** A part of a sentence between commas, dashes, arrows or words like "and". */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly role: 'deed' | 'failing' | 'meant' | null;
}

const JOINS = new Set(
  'and but und aber et mais puis y e pero mas и но а then dann entonces então danach'.split(' '),
);
const DEEDS = new Set<CueKind>(['done', 'doing', 'imperative', 'command']);
const FAILING = new Set<CueKind>(['failure', 'negation', 'outcome']);
/** What may stand before the verb of a deed: `then I`, `and`. */
const LEADING = new Set<CueKind>(['sequence', 'self']);

/** Words of a sentence at which a new clause begins. */
function clauseStarts({ words, text, start, shapes }: Sentence): number[] {
  const marker = shapes.has('numbered') ? 1 : 0;
  const starts: number[] = [marker];
  for (let at = marker + 1; at < words.length; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before) continue;
    const between = text.slice(before.end - start, word.start - start);
    const parted = /[,;:]\s|\s[–—-]\s|->|→|=>|\s>\s/.test(between);
    if (parted || (JOINS.has(word.text) && at - (starts.at(-1) ?? 0) > 1)) starts.push(at);
  }
  return starts;
}

function roleOf(words: readonly Word[], cues: readonly Cue[], from: number, to: number): Clause['role'] {
  const own = cues.filter(({ at }) => at >= from && at < to);
  const has = (kinds: ReadonlySet<CueKind>) => own.some(({ kind }) => kinds.has(kind));
  if (own.some(({ kind }) => kind === 'expectation' || kind === 'wish' || kind === 'duty')) return 'meant';
  const leads = (at: number) =>
    own.some((cue) => LEADING.has(cue.kind) && at >= cue.at && at < cue.at + cue.size);
  let verb = from;
  while (verb < to && (leads(verb) || JOINS.has(words[verb]?.text ?? ''))) verb++;
  // `yesterday I opened`, `habe ich geöffnet`
  const early = own.some(({ kind, at }) => DEEDS.has(kind) && at === verb);
  const narrated = own.some(({ kind, at }) => kind === 'done' && at > from && leads(at - 1));
  // `danach die Spalten zugeordnet`, in a sentence of one's own: else it is what the product did.
  const ending =
    cues.some(({ kind }) => kind === 'self') &&
    own.some(({ kind, at, size }) => kind === 'done' && at + size === to);
  const conditional = own.some(({ kind, at }) => kind === 'condition' && at - from <= 1);
  const negated = own.some(({ kind }) => kind === 'negation' || kind === 'failure');
  if ((early || narrated || ending) && !negated && !conditional) return 'deed';
  return has(FAILING) ? 'failing' : null;
}

/** The clauses of a sentence, in order. */
function toClauses(sentence: Sentence): Clause[] {
  const { words, shapes, cues, end } = sentence;
  const marker = shapes.has('numbered') ? 1 : 0;
  const starts = clauseStarts(sentence);
  return starts.map((from, index) => {
    const next = starts[index + 1] ?? words.length;
    return {
      start: words[from]?.start ?? sentence.start,
      end: words[next]?.start ?? end,
      role: roleOf(words.slice(marker), cues, from - marker, next - marker),
    };
  });
}

/** Deeds it takes to be a chain: `I opened the page, clicked Save`. */
const LEAST_DEEDS = 2;

/** What makes a deed one's own, or told to be done; `use` and `add` alone may be anything. */
const OWN = new Set<CueKind>(['self', 'doing', 'done', 'command']);

/** Where the last deed of a chain ends in the list of clauses; 0 where the sentence tells no chain. */
function chainLength(clauses: readonly Clause[], cues: readonly Cue[]): number {
  if (!cues.some(({ kind }) => OWN.has(kind))) return 0;
  const firstFailing = clauses.findIndex(({ role }) => role === 'failing' || role === 'meant');
  const before = firstFailing < 0 ? clauses : clauses.slice(0, firstFailing);
  return before.filter(({ role }) => role === 'deed').length >= LEAST_DEEDS ? before.length : 0;
}

/** Whether a sentence tells several deeds one after another. */
export function tellsChain(sentence: Sentence): boolean {
  const { shapes, words } = sentence;
  // What other people did is no step: `the user opened`.
  if (sentence.cues.some(({ kind }) => kind === 'person')) return false;
  if (words.length < 4 || shapes.has('code') || shapes.has('log') || shapes.has('question')) return false;
  return chainLength(toClauses(sentence), sentence.cues) > 0;
}

const TRAILING = /[\s,;–—>-]+$/;

/** The part of a sentence from one place to another; the cues stay with their words. */
function toPiece(sentence: Sentence, start: number, given: number): Sentence {
  const opens = start === sentence.start;
  const marker = sentence.shapes.has('numbered') ? 1 : 0;
  const text = sentence.text.slice(start - sentence.start, given - sentence.start).replace(TRAILING, '');
  const end = start + text.length;
  const words = sentence.words.filter((word) => word.start >= start && word.end <= end);
  const from = Math.max(marker, sentence.words.indexOf(words[0] ?? { text: '', start, end }));
  const cues = sentence.cues
    .filter(({ at }) => at + marker >= from && at + marker < from + words.length)
    .map((cue) => ({ ...cue, at: cue.at + marker - from }));
  const shapes = new Set([...sentence.shapes].filter((it) => opens || it !== 'numbered'));
  return { ...sentence, start, end, text, words, cues, shapes, gap: opens ? sentence.gap : 'sentence' };
}

/** Index of the clause at which the sentence turns to something else; 0 where it does not. */
function turnOf(clauses: readonly Clause[], cues: readonly Cue[]): number {
  const chain = chainLength(clauses, cues);
  if (chain > 0) return chain < clauses.length ? chain : 0;
  if (clauses[0]?.role !== 'meant') return 0;
  return Math.max(
    0,
    clauses.findIndex(({ role }) => role === 'failing'),
  );
}

/**
 * Cuts a sentence where it passes from what was done to what went wrong (`I press Save — the old number returns`), or
 * from what was meant to what came (`I expected 12, it shows 0`).
 */
export function splitByRole(sentence: Sentence): Sentence[] {
  const clauses = toClauses(sentence);
  const at = turnOf(clauses, sentence.cues);
  const turn = clauses[at]?.start;
  // The first clause of a numbered step begins behind its number.
  if (at === 0 || turn === undefined) return [sentence];
  return [toPiece(sentence, sentence.start, turn), toPiece(sentence, turn, sentence.end)];
}
