import type { QuestionSet } from '../playbook';

/** What is asked before engineering is disturbed; the wording is ours. */
export const defaultQuestionSets: QuestionSet[] = [];
