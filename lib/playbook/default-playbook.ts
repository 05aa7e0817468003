import { corePlaybook } from './core-playbook';
import { defaultDrafts } from './defaults/messages';
import { defaultQuestionSets } from './defaults/question-sets';
import type { Playbook } from './playbook';

/** What ships, complete: some hundred texts for customers in six languages. Panels load it once they stand. */
export const defaultPlaybook: Playbook = {
  ...corePlaybook,
  questionSets: defaultQuestionSets,
  messages: { ...corePlaybook.messages, drafts: defaultDrafts },
};
