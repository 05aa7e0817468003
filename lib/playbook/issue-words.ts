import type * as z from 'zod/mini';
import { valueAt } from './at-path';
import type { PlaybookProblem } from './problem';

const TYPES: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be a group of fields',
};

const number = (value: number | bigint) => value.toLocaleString('en');

function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  // The schema's own words where it has some; zod's default says nothing.
  if (issue.message !== 'Invalid input') return issue.message;
  if (value === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? 'is not valid';
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string')
        return value === '' ? 'is empty' : `must have at least ${number(issue.minimum)} characters`;
      if (issue.origin === 'array') return `must have at least ${number(issue.minimum)} entries`;
      return `must be at least ${number(issue.minimum)}`;
    case 'too_big':
      if (issue.origin === 'string') return `may have at most ${number(issue.maximum)} characters`;
      if (issue.origin === 'array') return `may have at most ${number(issue.maximum)} entries`;
      return `must be at most ${number(issue.maximum)}`;
    default:
      return 'is not valid';
  }
}

/** An issue of the schema in words that go on after the field's name. `root` is the document it was found in. */
export function toProblem(issue: z.core.$ZodIssue, root: unknown): PlaybookProblem {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  return { path, message: wordsOf(issue, valueAt(root, path)) };
}
