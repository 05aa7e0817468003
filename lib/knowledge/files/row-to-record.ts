import type { Article } from '@/lib/knowledge/article';
import { toBugStatus } from '@/lib/knowledge/bug-status';
import { CARD_QUESTIONS, type CardQuestion, type FeatureCard } from '@/lib/knowledge/feature-card';
import {
  type KnowledgeKind,
  type KnowledgeRecord,
  KnowledgeRecordSchema,
} from '@/lib/knowledge/knowledge-record';
import { BUG_STATUSES, type KnownBug } from '@/lib/knowledge/known-bug';
import { toCardQuestion } from '@/lib/knowledge/markdown/card-headings';
import { fieldValue, fieldValues } from '@/lib/knowledge/markdown/front-matter';
import { markdownToText } from '@/lib/knowledge/markdown/text';
import { toAddress, toBody, toLine, toLines, toText, toTitle } from '@/lib/knowledge/text/foreign-text';
import { htmlToText } from '@/lib/knowledge/text/html-to-text';
import { type Entries, toEntries, toFields } from './row-fields';
import { toRowMoment } from './row-moment';

type Fields = ReadonlyMap<string, unknown>;

/** `id` empty: the row names none, so the caller gives it one. */
export type RowRecord =
  | { readonly record: KnowledgeRecord }
  | { readonly id: string; readonly problem: string };

/** One row as a record: one of ours as it is, any other by what its columns are called. */
export function rowToRecord(value: unknown): RowRecord {
  const whole = KnowledgeRecordSchema.safeParse(value);
  if (whole.success && toTitle(whole.data.title)) return { record: whole.data };
  const entries = toEntries(value);
  if (!entries) return { id: '', problem: 'is no record' };
  const fields = toFields(entries);
  const title = toTitle(fieldValue(fields, 'title', 'summary', 'subject', 'question', 'name', 'headline'));
  const id = toLine(fieldValue(fields, 'id', 'key', 'issueKey', 'issueId', 'number', 'iid'));
  if (!title) return { id, problem: 'has no title' };
  const common = {
    id,
    title,
    url: toAddress(fieldValue(fields, 'url', 'webUrl', 'htmlUrl', 'link', 'address')),
  };
  const answers = toAnswers(entries);
  const record = {
    'known-bug': () => toKnownBug(common, fields),
    article: () => toArticle(common, fields),
    'feature-card': () => toFeatureCard(common, fields, answers),
  }[toKind(fields, answers)]();
  return { record };
}

const BUG_FIELDS = (
  'status state workaround severity component components fixedin fixversion fixversions resolution ' +
  'signature signatures errorcode errorcodes issuekey affectsversions'
).split(' ');

/** What the row says it is, else what it has columns for. */
function toKind(fields: Fields, answers: ReadonlyMap<CardQuestion, string>): KnowledgeKind {
  const said = fieldValue(fields, 'kind', 'type', 'recordType', 'issueType', 'tracker');
  if (/^feature[ _-]?card/i.test(said)) return 'feature-card';
  if (/bug|issue|defect|incident|problem/i.test(said)) return 'known-bug';
  if (/article|faq|how.?to|guide|solution|document/i.test(said)) return 'article';
  const ownToCards = [...answers.keys()].filter((question) => question !== 'name' && question !== 'audience');
  if (ownToCards.length >= 3) return 'feature-card';
  return BUG_FIELDS.some((name) => fields.has(name)) ? 'known-bug' : 'article';
}

type Common = Pick<KnownBug, 'id' | 'title' | 'url'>;

/** Text and how it was written: a column may say so, else tags betray HTML. */
function toContent(fields: Fields): Pick<Article, 'text' | 'body'> {
  const markdown = fieldValue(fields, 'markdown', 'bodyMarkdown');
  if (markdown) return { text: toText(markdownToText(markdown)), body: toBody('markdown', markdown) };
  const plain = fieldValue(fields, 'text', 'description', 'body', 'content', 'details', 'answer', 'bodyText');
  const html =
    fieldValue(fields, 'html', 'bodyHtml', 'contentHtml', 'descriptionHtml') || (isHtml(plain) ? plain : '');
  if (html) return { text: toText(htmlToText(html)), body: toBody('html', html) };
  return { text: toText(plain), body: null };
}

const isHtml = (text: string) =>
  /<\/(p|div|ul|ol|h[1-6]|table|span|a)>|<br\s*\/?>/i.test(text.slice(0, 20_000));

/** A list, or one text with the usual signs between its values. */
const toList = (fields: Fields, separator: RegExp, ...names: string[]) =>
  toLines(fieldValues(fields, ...names).flatMap((value) => value.split(separator)));

function toStatus(said: string): KnownBug['status'] {
  const own = BUG_STATUSES.find((status) => status === said.toLowerCase());
  if (own) return own;
  const ended = /clos|geschlossen|ferm[ée]|cerrad|fechad|закры/i.test(said);
  return toBugStatus(said, ended || toBugStatus(said, true) === 'closed');
}

function toKnownBug(common: Common, fields: Fields): KnownBug {
  const status = toLine(fieldValue(fields, 'status', 'state', 'resolution'));
  const count = Number(
    fieldValue(fields, 'reportCount', 'reports', 'linkedReports', 'tickets', 'duplicates'),
  );
  return {
    ...common,
    ...toContent(fields),
    kind: 'known-bug',
    key: toLine(fieldValue(fields, 'key', 'issueKey', 'number', 'id')),
    status: toStatus(status),
    statusText: status,
    parts: toList(
      fields,
      /[,;|\n]/,
      ...['parts', 'part', 'components', 'component', 'product', 'area', 'module', 'category'],
    ),
    versions: toList(
      fields,
      /[,;|\n]/,
      ...['versions', 'version', 'affectsVersions', 'affectedVersions', 'affectsVersion', 'foundIn'],
    ),
    fixedIn: toList(fields, /[,;|\n]/, 'fixedIn', 'fixVersions', 'fixVersion', 'fixedInVersion', 'milestone'),
    // Messages have commas and semicolons of their own.
    signatures: toList(
      fields,
      /[|\n]/,
      ...[
        'signatures',
        'signature',
        'errors',
        'error',
        'errorCodes',
        'errorCode',
        'exception',
        'errorMessage',
      ],
    ),
    workaround: toText(fieldValue(fields, 'workaround', 'workarounds')),
    reply: toText(fieldValue(fields, 'reply', 'customerReply', 'approvedReply', 'response')),
    reports: [],
    reportCount: count >= 0 && Number.isFinite(count) ? Math.floor(count) : 0,
    organizations: toList(fields, /[,;|\n]/, 'organizations', 'organisations', 'customers', 'accounts'),
    createdAt: toCreatedAt(fields),
    updatedAt: toUpdatedAt(fields),
    issue: null,
  };
}

function toArticle(common: Common, fields: Fields): Article {
  const audience = fieldValue(fields, 'audience', 'visibility');
  return {
    ...common,
    ...toContent(fields),
    kind: 'article',
    labels: toList(fields, /[,;|\n]/, 'labels', 'tags', 'categories', 'category', 'keywords', 'section'),
    audience: /^(public|customers?|everyone|all)$/i.test(audience) ? 'public' : 'internal',
    owner: toOwner(fields),
    verifiedAt: toVerifiedAt(fields),
    createdAt: toCreatedAt(fields),
    updatedAt: toUpdatedAt(fields),
  };
}

function toAnswers(entries: Entries): ReadonlyMap<CardQuestion, string> {
  const answers = new Map<CardQuestion, string>();
  for (const [name, value] of entries) {
    const question = toCardQuestion(name);
    const text = toText(fieldValues(new Map([['x', value]]), 'x').join('\n'));
    if (question && text && !answers.has(question)) answers.set(question, text);
  }
  return answers;
}

function toFeatureCard(
  common: Common,
  fields: Fields,
  answers: ReadonlyMap<CardQuestion, string>,
): FeatureCard {
  const given = Object.fromEntries(CARD_QUESTIONS.map((question) => [question, answers.get(question) ?? '']));
  return {
    ...common,
    kind: 'feature-card',
    aliases: toList(fields, /[,;|\n]/, 'aliases', 'alias', 'otherNames', 'alsoKnownAs'),
    answers: { ...NO_ANSWERS, ...given, name: answers.get('name') ?? toText(common.title) },
    links: toList(fields, /[\s,;|]+/, 'links', 'recordings', 'recording', 'video').flatMap((raw) => {
      const url = toAddress(raw);
      return url ? [{ label: toLine(url), url }] : [];
    }),
    owner: toOwner(fields),
    verifiedAt: toVerifiedAt(fields),
    releasedAt: toRowMoment(fieldValue(fields, 'releasedAt', 'released', 'releaseDate')),
    updatedAt: toUpdatedAt(fields),
  };
}

const NO_ANSWERS: FeatureCard['answers'] = {
  ...{ name: '', goal: '', audience: '', location: '', appearance: '', turnOff: '' },
  ...{ debugLogs: '', failures: '', collect: '', knownIssues: '', tradeoffs: '' },
};

const toOwner = (fields: Fields) => toLine(fieldValue(fields, 'owner', 'author', 'maintainer', 'assignee'));
const toVerifiedAt = (fields: Fields) =>
  toRowMoment(fieldValue(fields, 'verifiedAt', 'verified', 'lastVerified', 'reviewed'));
const toCreatedAt = (fields: Fields) =>
  toRowMoment(fieldValue(fields, 'createdAt', 'created', 'createdOn', 'opened', 'dateCreated'));
const toUpdatedAt = (fields: Fields) =>
  toRowMoment(
    fieldValue(fields, 'updatedAt', 'updated', 'updatedOn', 'modified', 'lastModified', 'changed', 'date'),
  );
