import type { Playbook } from '../playbook';

/** What customers hear, per event; the wording is ours. */
export const defaultMessages: Playbook['messages'] = {
  tone: 'Friendly and plain: what happens next and by when, no jargon.',
  namesColleagues: false,
  drafts: [],
};
