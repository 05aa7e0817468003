import * as v from 'valibot';
import { at } from '@/lib/ticket/json-path';

/** Of the answers only what is relied on is checked; the rest is shown as it comes, by `at`, `toLine` and their sisters. */
type Loose<K extends string> = { readonly [key in K]?: unknown };

export interface JiraIssue extends Loose<'renderedFields' | 'names' | 'schema'> {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
/** `jsdPublic` stands in Cloud, the property in Data Center. */
export interface JiraComment
  extends Loose<'author' | 'body' | 'renderedBody' | 'created' | 'jsdPublic' | 'properties' | 'visibility'> {
  readonly id: string;
}
/** A comment as the service desk API tells it; `public` is what an internal note is proved by. */
export interface JiraRequestComment extends Loose<'id' | 'body'> {
  readonly public: boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const isIssue = (raw: unknown) => isText(at(raw, 'key')) && isText(at(raw, 'fields', 'summary'));
const isRequestComment = (raw: unknown) => typeof at(raw, 'public') === 'boolean';
const isListOf = (raw: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(raw) && raw.every(isItem);

export const IssueAnswer = v.custom<JiraIssue>(isIssue);
export const CommentsAnswer = v.custom<Loose<'total'> & { comments: JiraComment[] }>((raw) =>
  isListOf(at(raw, 'comments'), (comment) => isText(at(comment, 'id'))),
);
export const RequestComment = v.custom<JiraRequestComment>(isRequestComment);
export const RequestCommentsAnswer = v.custom<Loose<'isLastPage'> & { values: JiraRequestComment[] }>((raw) =>
  isListOf(at(raw, 'values'), isRequestComment),
);
export const SearchAnswer = v.custom<{ issues: JiraIssue[] }>((raw) => isListOf(at(raw, 'issues'), isIssue));
export const AnyAnswer = v.unknown();
export const ArticlesAnswer = v.custom<{ values: unknown[] }>((raw) => Array.isArray(at(raw, 'values')));
