import type { Template } from '../playbook';

/** What an engineer gets, per kind of escalation. */
export const defaultTemplates: Template[] = [
  {
    kind: 'bug',
    label: 'Bug',
    meaning: 'Something that worked, or should work, does not.',
    fields: [
      { id: 'title', label: 'Title', hint: '', input: 'line', choices: [], required: true },
      { id: 'part', label: 'Part of the system', hint: '', input: 'line', choices: [], required: true },
    ],
  },
];
