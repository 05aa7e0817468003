import * as v from 'valibot';
import { at } from '@/lib/ticket/json-path';

/** Of the answers only what is relied on is checked; the rest is shown as it comes, by `at`, `toLine` and their sisters. */
export interface GitlabIssue {
  readonly iid: number;
  readonly title: string;
  readonly [field: string]: unknown;
}
export interface GitlabNote {
  readonly id: number;
  readonly body: string;
  readonly [field: string]: unknown;
}

const isIssue = (raw: unknown) => typeof at(raw, 'iid') === 'number' && typeof at(raw, 'title') === 'string';
const isNote = (raw: unknown) => typeof at(raw, 'id') === 'number' && typeof at(raw, 'body') === 'string';

export const IssueAnswer = v.custom<GitlabIssue>(isIssue);
export const IssuesAnswer = v.custom<GitlabIssue[]>((raw) => Array.isArray(raw) && raw.every(isIssue));
export const NoteAnswer = v.custom<GitlabNote>(isNote);
export const NotesAnswer = v.custom<GitlabNote[]>((raw) => Array.isArray(raw) && raw.every(isNote));
export const AnyAnswer = v.unknown();
