import { CARD_QUESTIONS, type CardQuestion, type FeatureCard } from '@/lib/knowledge/feature-card';
import { LIMITS } from '@/lib/knowledge/record-fields';
import { toAddress, toLine, toLines, toMoment, toText } from '@/lib/knowledge/text/foreign-text';
import { toCardQuestion } from './card-headings';
import type { MarkdownFile } from './file';
import { type FrontMatter, fieldValue, fieldValues, toFieldName } from './front-matter';
import { splitSections } from './lines';
import { markdownToText } from './text';

/**
 * The answers under their headings. What stands under any other heading belongs to the answer above it, and what stands
 * before the first question is the goal, so that no word of a card is lost.
 */
function readAnswers({ fields, content }: FrontMatter): Map<CardQuestion, string> {
  const answers = new Map<CardQuestion, string>();
  const add = (question: CardQuestion, words: string) => {
    const known = answers.get(question);
    if (words) answers.set(question, known ? `${known}\n\n${words}` : words);
  };
  let current: CardQuestion = 'goal';
  for (const { heading, level, markdown } of splitSections(content)) {
    const question = toCardQuestion(heading);
    if (question) current = question;
    const isTitle = !question && level <= 1;
    add(
      current,
      [question || isTitle ? '' : markdownToText(heading), markdownToText(markdown)]
        .filter(Boolean)
        .join('\n'),
    );
  }
  for (const question of CARD_QUESTIONS) {
    if (!answers.has(question)) add(question, toText(fieldValues(fields, question).join('\n')));
  }
  return answers;
}

const LINK = /\[([^[\]]{0,500})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>()\][]{1,2000})/g;

/** Every web address in the front matter's `links` and in the text, once, with the words that name it. */
function readLinks({ fields, content }: FrontMatter): FeatureCard['links'] {
  const links = new Map<string, string>();
  const add = (label: string, address: string) => {
    const url = toAddress(address);
    if (url && !links.has(url) && links.size < LIMITS.list) links.set(url, toLine(label) || url);
  };
  for (const name of ['links', 'recordings', 'recording', 'video', 'article']) {
    const entries = fields.get(toFieldName(name));
    for (const entry of Array.isArray(entries) ? entries : [entries]) {
      if (typeof entry === 'string') add('', entry);
      else if (entry instanceof Map) addEntry(entry, add);
    }
  }
  for (const [, label = '', address, bare] of content.slice(0, LIMITS.body).matchAll(LINK)) {
    add(label, address ?? bare ?? '');
  }
  return [...links].map(([url, label]) => ({ label: toLine(label), url }));
}

/** `{label: Recording, url: https://…}`, or `Recording: https://…`. */
function addEntry(entry: ReadonlyMap<unknown, unknown>, add: (label: string, address: string) => void): void {
  const url = entry.get('url') ?? entry.get('href');
  const label = entry.get('label') ?? entry.get('title');
  if (typeof url === 'string') add(typeof label === 'string' ? label : '', url);
  else for (const [name, value] of entry) if (typeof value === 'string') add(String(name), value);
}

export function markdownToCard(front: FrontMatter, title: string, file: MarkdownFile): FeatureCard {
  const { fields } = front;
  const answers = readAnswers(front);
  const answer = (question: CardQuestion) => toText(answers.get(question));
  return {
    kind: 'feature-card',
    id: file.path,
    title,
    aliases: toLines(fieldValues(fields, 'aliases', 'alias', 'alsoKnownAs')),
    answers: {
      name: answer('name') || title,
      goal: answer('goal'),
      audience: answer('audience'),
      location: answer('location'),
      appearance: answer('appearance'),
      turnOff: answer('turnOff'),
      debugLogs: answer('debugLogs'),
      failures: answer('failures'),
      collect: answer('collect'),
      knownIssues: answer('knownIssues'),
      tradeoffs: answer('tradeoffs'),
    },
    links: readLinks(front),
    owner: toLine(fieldValue(fields, 'owner', 'author', 'maintainer')),
    verifiedAt: toMoment(fieldValue(fields, 'verified', 'verifiedAt', 'lastVerified', 'reviewed')),
    releasedAt: toMoment(fieldValue(fields, 'released', 'releasedAt', 'releaseDate')),
    url: file.url,
    updatedAt: file.updatedAt ?? toMoment(fieldValue(fields, 'updated', 'updatedAt', 'date', 'lastModified')),
  };
}
