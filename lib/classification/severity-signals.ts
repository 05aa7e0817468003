import type { Language } from '@/lib/language/language';
import type { Severity } from '@/lib/playbook/playbook';
import type { CueKind } from './cues/cue';
import type { Cue } from './cues/lexicon';
import type { CustomerText } from './customer-texts';
import type { Clause, Sentence } from './sentences';

/** What a sentence says about how badly work is hit. */
export interface Signal {
  readonly level: Severity;
  /** In words, behind the quote. */
  readonly why: string;
  /** Word for word. */
  readonly quote: string;
}

/** How far a verb may stand from its `not`: German puts it at the end. */
const REACH: Readonly<Record<Language, { after: number; before: number }>> = {
  en: { after: 6, before: 0 },
  de: { after: 7, before: 7 },
  fr: { after: 5, before: 2 },
  es: { after: 5, before: 0 },
  pt: { after: 5, before: 0 },
  ru: { after: 4, before: 1 },
};
const DOING: readonly CueKind[] = ['act', 'enter', 'deliver'];
/** `10 % of the mails`: a share. `stops at 42 %` is none. */
const SHARE = /(?:^|\s)\d{1,2} ?% (?:of|der|des|von|de|dos|das|из)\s/i;
const LONGEST_QUOTE = 80;

const lowered = (level: Severity): Severity => (level > 2 ? ((level - 1) as Severity) : level);

const ofKind = ({ cues }: Clause, ...kinds: CueKind[]): Cue[] =>
  cues.filter(({ kind }) => kinds.includes(kind));

const has = (clause: Clause, ...kinds: CueKind[]): boolean => ofKind(clause, ...kinds).length > 0;

/** What the product is said not to do: each `not` with the verb it speaks of. */
function denied(clause: Clause, language: Language): { not: Cue; verb: Cue }[] {
  const reach = REACH[language];
  return ofKind(clause, 'not').flatMap((not) => {
    const near = ofKind(clause, ...DOING).filter(({ at, size }) => {
      const after = at - (not.at + not.size - 1);
      const before = not.at - (at + size - 1);
      return (after > 0 && after <= reach.after) || (before > 0 && before <= reach.before);
    });
    return near.map((verb) => ({ not, verb }));
  });
}

/** `no error`, `does not crash`: what is denied did not happen. */
function affirmed(clause: Clause, ...kinds: CueKind[]): Cue[] {
  const nots = ofKind(clause, 'not');
  return ofKind(clause, ...kinds).filter(
    ({ at }) => !nots.some((not) => at > not.at && at - (not.at + not.size - 1) <= 2),
  );
}

function quoteOf(sentence: Sentence, text: string, clause: Clause, cues: readonly Cue[]): string {
  const first = clause.words[Math.min(...cues.map(({ at }) => at))];
  const last = clause.words[Math.max(...cues.map(({ at, size }) => at + size - 1))];
  if (!first || !last) return sentence.text.slice(0, LONGEST_QUOTE);
  return text.slice(first.start, Math.min(last.end, first.start + LONGEST_QUOTE));
}

interface Finding {
  readonly level: Severity;
  readonly why: string;
  readonly cues: readonly Cue[];
}

/** A failure by what fails: all of the product and its mail, or a part of it. */
function failureIn(clause: Clause, sentence: Sentence, language: Language): Finding | null {
  const pairs = denied(clause, language);
  const failing = affirmed(clause, 'fails');
  if (pairs.length === 0 && failing.length === 0) return null;
  const cues = [...pairs.flatMap(({ not, verb }) => [not, verb]), ...failing];
  const own = ofKind(clause, 'part', 'core', 'layout');
  const subjects = own.length > 0 ? own : sentence.clauses.flatMap((other) => ofKind(other, 'part', 'core'));
  const isAbout = (kind: CueKind) => subjects.some((cue) => cue.kind === kind);
  const quoted = [...cues, ...own.filter(({ kind }) => kind !== 'layout')];
  if (isAbout('layout') && !isAbout('core')) return { level: 2, why: 'only the layout', cues: quoted };
  if (isAbout('part')) return { level: 3, why: 'a part does not work', cues: quoted };
  if (pairs.some(({ verb }) => verb.kind === 'deliver'))
    return { level: 4, why: 'nothing gets through', cues: quoted };
  if (pairs.some(({ verb }) => verb.kind === 'enter') || (failing.length > 0 && has(clause, 'enter')))
    return { level: 4, why: 'nobody gets in', cues: quoted };
  if (isAbout('core')) return { level: 4, why: 'not a part, all of it', cues: quoted };
  return { level: 3, why: 'something does not work', cues };
}

function findingIn(clause: Clause, sentence: Sentence, language: Language): Finding | null {
  const stands = ofKind(clause, 'stands');
  if (stands.length > 0) return { level: 4, why: 'work stands still', cues: stands };
  const out = ofKind(clause, 'out');
  if (out.length > 0) return { level: 4, why: 'nobody gets in', cues: out };
  const failure = failureIn(clause, sentence, language);
  if (failure) return failure;
  const looks = ofKind(clause, 'look');
  const errors = affirmed(clause, 'error');
  if (errors.length > 0 && !has(clause, 'layout'))
    return { level: 3, why: 'an error is in the way', cues: errors };
  if (looks.length > 0) return { level: 1, why: 'looks or comfort', cues: looks };
  const nots = ofKind(clause, 'not');
  const unlike = ofKind(clause, 'nice').filter(({ at }) =>
    nots.some((not) => at - not.at > 0 && at - not.at <= 4),
  );
  if (unlike.length > 0) return { level: 1, why: 'looks or comfort', cues: [...nots, ...unlike] };
  const flaws = [...affirmed(clause, 'flaw'), ...errors];
  return flaws.length > 0 ? { level: 2, why: 'it hinders and does not stop', cues: flaws } : null;
}

/** `although it was saved`: the result is there in spite of it. */
const hasResult = (clause: Clause): boolean =>
  has(clause, 'done') && has(clause, 'contrast', 'anyway') && !has(clause, 'not');

interface Softened {
  readonly rare: boolean;
  readonly anyway: boolean;
}

function softeningOf({ clauses, text }: Sentence): Softened {
  return {
    rare: SHARE.test(text) || clauses.some((clause) => has(clause, 'rare')),
    anyway: clauses.some((clause) => hasResult(clause) || (has(clause, 'anyway') && !has(clause, 'not'))),
  };
}

function soften({ level, why, cues }: Finding, { rare, anyway }: Softened): Finding {
  if (level === 1 || why === 'work stands still' || !(rare || anyway)) return { level, why, cues };
  const once = lowered(level);
  return {
    level: rare && anyway ? lowered(once) : once,
    why: [rare && 'only now and then', anyway && 'it goes on all the same'].filter(Boolean).join(', '),
    cues,
  };
}

/**
 * Everything a text says about how badly work is hit, in its order. What softens a sentence may stand in the one after
 * it: "I get an error. After a reload the changes are there."
 */
export function findSignals({ text, language, sentences }: CustomerText): Signal[] {
  return sentences.flatMap((sentence, index) => {
    const findings = sentence.clauses.flatMap((clause) => {
      const finding = findingIn(clause, sentence, language);
      return finding ? [{ finding, clause }] : [];
    });
    const worst = Math.max(...findings.map(({ finding }) => finding.level));
    const own = softeningOf(sentence);
    const next = sentences[index + 1];
    const followed = next ? softeningOf(next) : own;
    // A next sentence that tells of a failure of its own softens that one.
    const nextFails = next?.clauses.some((clause) => failureIn(clause, next, language)) ?? false;
    const softening = {
      rare: own.rare,
      anyway: own.anyway || (followed.anyway && !nextFails),
    };
    return findings
      .filter(({ finding }) => finding.level === worst)
      .slice(0, 1)
      .map(({ finding, clause }) => {
        const { level, why, cues } = soften(finding, softening);
        return { level, why, quote: quoteOf(sentence, text, clause, cues) };
      });
  });
}
