import { PhraseBook } from '@/lib/language/phrases';
import type { Massness, Playbook } from '@/lib/playbook/playbook';
import type { CueKind } from './cues/cue';
import type { CustomerText } from './customer-texts';
import type { Clause, Sentence } from './sentences';
import { WIDTH } from './width';

/** What a customer's words say about how many are hit. */
export interface MassnessWords {
  readonly massness: Massness;
  /** Word for word. */
  readonly quote: string;
}

const LONGEST_QUOTE = 80;

const has = ({ cues }: Clause, ...kinds: CueKind[]): boolean => cues.some(({ kind }) => kinds.includes(kind));

/** Somebody else for whom it works is no further one who is hit. `Does not work` is no `works`. */
function worksFor(clause: Clause): boolean {
  const nots = clause.cues.filter(({ kind }) => kind === 'not');
  const fine = clause.cues.filter(({ kind }) => kind === 'fine');
  const holds = fine.some(({ at }) => !nots.some((not) => at > not.at && at - not.at <= 2));
  return holds && !has(clause, 'alarm');
}

function massnessOf(clause: Clause, { clauses }: Sentence, platform: PhraseBook): Massness | null {
  if (has(clause, 'onlyMe') && !has(clause, 'too')) return 'isolated';
  if (worksFor(clause)) return has(clause, 'ours', 'others') ? 'isolated' : null;
  // `Two of our partners report the same`: partners are nobody of ours, whatever else the words are.
  if (has(clause, 'others') && clauses.some((it) => has(it, 'too'))) return 'several';
  if (has(clause, 'ours')) return has(clause, 'many', 'too') ? 'organization' : null;
  return speaksOfPlatform(clause, platform) ? 'everyone' : null;
}

/** `Nobody changed anything` tells of no trouble: behind `nobody` and `all` something has to fail. `Outage` says it itself. */
function speaksOfPlatform(clause: Clause, platform: PhraseBook): boolean {
  return platform.findAll(clause.words).some(({ at }) => {
    const kinds = clause.cues.filter((cue) => cue.at === at).map(({ kind }) => kind);
    if (kinds.includes('not')) return has(clause, 'act', 'enter', 'deliver', 'fails', 'stands');
    if (kinds.includes('many')) return has(clause, 'too', 'fails', 'stands', 'error', 'not');
    return true;
  });
}

/** The widest reach the words of the customer speak of, with the sentence; null when they say nothing about it. */
export function findMassness(texts: readonly CustomerText[], playbook: Playbook): MassnessWords | null {
  const platform = new PhraseBook(
    playbook.thresholds.platformWords.map((phrase) => phrase.trim().toLowerCase()),
  );
  let widest: MassnessWords | null = null;
  for (const { text, sentences } of texts) {
    for (const sentence of sentences) {
      for (const clause of sentence.clauses) {
        const massness = massnessOf(clause, sentence, platform);
        if (massness === null || (widest && WIDTH[widest.massness] >= WIDTH[massness])) continue;
        widest = { massness, quote: toQuote(text, clause) };
      }
    }
  }
  return widest;
}

function toQuote(text: string, { words }: Clause): string {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return text.slice(start, end).slice(0, LONGEST_QUOTE).trim();
}
