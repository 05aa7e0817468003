import { toWords } from '@/lib/language/words';
import type { WeightOf } from './block-model';
import { type Facts, findFacts } from './facts/facts';
import { findParts, type PartWords, toPartBooks } from './facts/part';
import type { Find, Range } from './find';
import { findFields } from './find-fields';
import { findPresence, type Presence } from './presence';
import { MOST_CHARACTERS, readMessage } from './read-text';
import { FIELDS, type Field } from './segment';
import { loadWeights } from './weights';

/** What an extraction reads: what customers wrote, in order, quotes and signatures folded away. */
export interface ReportText {
  readonly subject: string;
  readonly messages: readonly string[];
  /** Parts of the system from the playbook. */
  readonly parts?: readonly PartWords[];
}

/** A part of the report found in free text. */
export interface FieldFind extends Find {
  /** True when a heading or a sentence says so by itself; else it is the likeliest place, for the agent to confirm. */
  readonly sure: boolean;
}

export interface PartOfSystem extends Find {
  /** Index into the given parts. */
  readonly part: number;
}

/** Everything a ticket says that a report needs; every value stands in the ticket, word for word. */
export interface Extraction {
  readonly steps: FieldFind | null;
  readonly actual: FieldFind | null;
  readonly expected: FieldFind | null;
  /** Which of the three the messages tell at all. */
  readonly presence: Presence;
  readonly errorCodes: readonly Find[];
  readonly errorTexts: readonly Find[];
  readonly addresses: readonly Find[];
  readonly versions: readonly Find[];
  readonly browsers: readonly Find[];
  readonly systems: readonly Find[];
  /** Since when it is so. */
  readonly since: readonly Find[];
  /** The part most words speak for; null when none is named. */
  readonly part: PartOfSystem | null;
}

const SUBJECT = -1;
/** A word of the subject counts as much as two of a message. */
const SUBJECT_WEIGHT = 2;

/** Extracts a report from what customers wrote. Deterministic, offline, never throws; `weightOf` is for training only. */
export function extractReport(given: ReportText, weightOf: WeightOf = loadWeights()): Extraction {
  const messages = given.messages.map((text) => text.slice(0, MOST_CHARACTERS));
  const subject = given.subject.slice(0, MOST_CHARACTERS);
  const texts = [
    { text: subject, message: SUBJECT },
    ...messages.map((text, message) => ({ text, message })),
  ];
  const facts = texts.map((it) => ({ ...it, ...findFacts(it.text) }));
  const collect = (kind: keyof Facts) =>
    unique(facts.flatMap((it) => it[kind].map((range) => toFind(it.text, it.message, range))));
  return {
    ...findFieldsOfAll(subject, messages, weightOf),
    errorCodes: collect('errorCodes'),
    errorTexts: collect('errorTexts'),
    addresses: collect('addresses'),
    versions: collect('versions'),
    browsers: collect('browsers'),
    systems: collect('systems'),
    since: collect('since'),
    part: findPart(texts, given.parts ?? []),
  };
}

function toFind(text: string, message: number, { start, end, reason }: Range): Find {
  return { value: text.slice(start, end), source: { message, start, end, reason } };
}

/** The first place of each value. */
function unique(finds: readonly Find[]): Find[] {
  const seen = new Set<string>();
  return finds.filter(({ value }) => {
    const key = value.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

type Told = Pick<Extraction, Field | 'presence'>;

/** Steps, actual and expected: from the first message that surely tells it, else the likeliest place in the first. */
function findFieldsOfAll(subject: string, messages: readonly string[], weightOf: WeightOf): Told {
  const titleWords = new Set(toWords(subject).map(({ text }) => text));
  const found: Record<Field, FieldFind | null> = { steps: null, actual: null, expected: null };
  const told: Record<Field, boolean> = { steps: false, actual: false, expected: false };
  let first = true;
  for (const [message, text] of messages.entries()) {
    const { sentences, language } = readMessage(text);
    if (sentences.length === 0) continue;
    const presence = findPresence(sentences);
    const wanted = FIELDS.filter((field) => first || (presence[field] && !told[field]));
    const ranges = wanted.length > 0 ? findFields(sentences, titleWords, language && weightOf) : {};
    for (const field of wanted) {
      const range = ranges[field];
      if (range && (range.sure || first))
        found[field] = { ...toFind(text, message, range), sure: range.sure };
    }
    for (const field of FIELDS) told[field] ||= presence[field];
    first = false;
  }
  return { ...found, presence: told };
}

function findPart(
  texts: readonly { text: string; message: number }[],
  parts: readonly PartWords[],
): PartOfSystem | null {
  if (parts.length === 0) return null;
  const books = toPartBooks(parts);
  const found = texts.flatMap(({ text, message }) =>
    findParts(text, books).map((it) => ({
      ...it,
      text,
      message,
      votes: it.count * (message === SUBJECT ? SUBJECT_WEIGHT : 1),
    })),
  );
  const votesOf = (part: number) =>
    found.filter((it) => it.part === part).reduce((sum, it) => sum + it.votes, 0);
  // The part named first wins among equals: what follows is often only where it was noticed.
  const order = [...found].sort((a, b) => a.message - b.message || a.start - b.start);
  const first = order.reduce<(typeof order)[number] | undefined>(
    (best, it) => (!best || votesOf(it.part) > votesOf(best.part) ? it : best),
    undefined,
  );
  return first ? { ...toFind(first.text, first.message, first), part: first.part } : null;
}
