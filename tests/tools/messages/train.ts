/**
 * Learns what customers' words say about severity, massness and symptom: `npm run messages:train [-- --write]`. Prints
 * how often each author is understood by weights that have not seen them; `--write` learns from all but the author kept
 * aside and replaces the weights. The same messages give the same files.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { toFeatures } from '@/lib/text-model/features';
import { type ModelFile, TextModel } from '@/lib/text-model/text-model';
import { type Example, type LearningSettings, learn } from './learn';
import { MODELS } from './models';
import { ABOUT, type About, KEPT_ASIDE, type Message, readMessages } from './read-messages';

const SETTINGS: Omit<LearningSettings, 'most'> = { bits: 16, rounds: 12, rate: 0.3, decay: 1e-4 };
/** Messages that tell of no trouble: without them nothing would be learned of none. */
const NO_PROBLEM = ['everyday', 'affirmed'];
const ROOT = path.resolve(import.meta.dirname, '../../..');

interface Read {
  readonly message: Message;
  readonly words: ReturnType<(typeof MODELS)[About]['read']>['words'];
  readonly hints: readonly string[];
}

function learnFrom(about: About, read: readonly Read[]): ModelFile {
  const { labels, most } = MODELS[about];
  const examples: Example[] = read.map(({ message, words, hints }) => ({
    features: toFeatures(words, hints, SETTINGS.bits),
    label: labels.indexOf(message.label),
  }));
  return learn(about, labels, examples, { ...SETTINGS, most });
}

function measure(file: ModelFile, about: About, read: readonly Read[]): string {
  const model = new TextModel(file, MODELS[about].labels);
  const right = read.filter(
    ({ message, words, hints }) => model.classify(words, hints).label === message.label,
  );
  return `${right.length} of ${read.length} = ${((100 * right.length) / read.length).toFixed(1)} %`;
}

type Rows = readonly Read[];

const authorsOf = (rows: Rows) => [...new Set(rows.map(({ message }) => message.author))];

function crossValidate(about: About, rows: Rows): void {
  for (const author of authorsOf(rows).filter((it) => !NO_PROBLEM.includes(it))) {
    const others = rows.filter(({ message }) => message.author !== author && message.author !== KEPT_ASIDE);
    const own = rows.filter(({ message }) => message.author === author);
    console.log(`${about}, ${author} unseen: ${measure(learnFrom(about, others), about, own)}`);
  }
}

function write(about: About, rows: Rows): void {
  const file = path.join(ROOT, MODELS[about].file);
  const learned = learnFrom(
    about,
    rows.filter(({ message }) => message.author !== KEPT_ASIDE),
  );
  writeFileSync(file, `${JSON.stringify(learned, null, 2)}\n`);
  console.log(`${MODELS[about].file}: ${Math.round(learned.numbers.length / 1000)} kB of numbers`);
}

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const messages = readMessages();
for (const about of ABOUT) {
  const rows = messages
    .filter((message) => message.about === about)
    .map((message) => ({ message, ...MODELS[about].read(message.text) }));
  if (values.write) write(about, rows);
  else crossValidate(about, rows);
}
