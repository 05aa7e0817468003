import { err, ok, type Result } from '@/lib/std/result';
import { crossProblems } from './cross-checks';
import { toProblem } from './issue-words';
import { type Playbook, PlaybookSchema } from './playbook';
import type { PlaybookProblem } from './problem';

/** The playbook that a document is, or everything that is wrong with it, in the order of the fields. */
export function checkPlaybook(json: unknown): Result<Playbook, readonly PlaybookProblem[]> {
  const parsed = PlaybookSchema.safeParse(json);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => toProblem(issue, json)));
  const problems = crossProblems(parsed.data);
  return problems.length > 0 ? err(problems) : ok(parsed.data);
}
