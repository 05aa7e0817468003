import { defaultMasks } from './defaults/masks';
import { platformWords } from './defaults/platform-words';
import { defaultTemplates } from './defaults/templates';
import type { Playbook } from './playbook';

/** Massness has raised the severity already: counting it again would make everything urgent. */
const BY_SEVERITY: Playbook['priorities']['isolated'] = ['low', 'normal', 'high', 'urgent'];

/** From the level and the massness on; a rule for everyone begins at any level. */
const defaultPolicy: Playbook['policy'] = [
  {
    severity: 4,
    massness: 'isolated',
    who: 'On-call engineer',
    what: 'Called at once, written down after; first response within 1 hour.',
  },
  {
    severity: 3,
    massness: 'several',
    who: 'Administrator of the part',
    what: 'Told the same day, beside the issue.',
  },
  {
    severity: 3,
    massness: 'organization',
    who: 'Owner of the customer’s account',
    what: 'Told before the customer asks; agrees who speaks to them.',
  },
  {
    severity: 1,
    massness: 'everyone',
    who: 'Support lead and status page',
    what: 'Lead told at once; status page updated within 30 minutes.',
  },
];

/**
 * What ships, without the texts for customers: they are long, and neither a panel that opens nor the background needs
 * them. `default-playbook.ts` adds them. Numbers come from the sources of the method; the wording is ours.
 */
export const corePlaybook: Playbook = {
  version: 1,
  checklist: [
    {
      id: 'own-words',
      title: 'Understood, in my own words',
      hint: 'One sentence: what stops working, for whom, since when.',
      kind: 'words',
      required: true,
    },
    {
      id: 'walked-through',
      title: 'Walked through it with the customer',
      hint: 'First action? Browser or app? Tried again together?',
      kind: 'confirm',
      required: false,
    },
    {
      id: 'knowledge',
      title: 'Knowledge base searched',
      hint: 'What you searched for and what came up.',
      kind: 'search',
      required: false,
    },
    {
      id: 'similar',
      title: 'Similar tickets searched',
      hint: 'Who else reports it?',
      kind: 'search',
      required: false,
    },
    {
      id: 'known-bugs',
      title: 'Known bugs checked',
      hint: 'What looked alike, and why it is not the same.',
      kind: 'search',
      required: false,
    },
    {
      id: 'tried',
      title: 'Tried on our side',
      hint: 'Same steps, own account: what happened?',
      kind: 'confirm',
      required: false,
    },
    {
      id: 'collected',
      title: 'Collected what engineering needs',
      hint: 'What the feature’s card asks for: logs, ids, recordings.',
      kind: 'confirm',
      required: false,
    },
  ],
  questionSets: [],
  massness: [
    { id: 'isolated', label: 'One person', meaning: 'One requester of one organization', raises: 0 },
    {
      id: 'organization',
      label: 'One organization',
      meaning: 'Two or more people of one organization',
      raises: 0,
    },
    { id: 'several', label: 'Several organizations', meaning: 'Two to four organizations', raises: 1 },
    { id: 'everyone', label: 'Everyone', meaning: 'Five or more, or the whole platform', raises: 2 },
  ],
  thresholds: { organization: 2, several: 2, everyone: 5, platformWords },
  severities: [
    {
      level: 1,
      label: 'An annoyance',
      examples: ['The calendar looks ugly', 'Choosing a period is awkward'],
      words: [],
      takenUp: { kind: 'days', count: 14 },
      controlAfterWorkingDays: null,
    },
    {
      level: 2,
      label: 'Hits work, not critically',
      examples: ['Saving shows an error although it saved', 'The layout breaks once in ten'],
      words: [],
      takenUp: { kind: 'days', count: 7 },
      controlAfterWorkingDays: null,
    },
    {
      level: 3,
      label: 'Hits work hard, bearable for a couple of days',
      examples: ['The reports section is down', 'An automation rule does nothing'],
      words: [],
      takenUp: { kind: 'working-days', count: 4 },
      controlAfterWorkingDays: 2,
    },
    {
      level: 4,
      label: 'Stops people completely',
      examples: ['The system does not open', 'Letters do not arrive'],
      words: [],
      takenUp: { kind: 'at-once', count: 0 },
      controlAfterWorkingDays: null,
    },
  ],
  priorities: {
    isolated: BY_SEVERITY,
    organization: BY_SEVERITY,
    several: BY_SEVERITY,
    everyone: BY_SEVERITY,
  },
  templates: defaultTemplates,
  calendar: {
    timeZone: 'local',
    workdays: [1, 2, 3, 4, 5],
    start: '09:00',
    end: '18:00',
    holidays: [],
    controlPointWeekday: 2,
  },
  parts: [],
  policy: defaultPolicy,
  masks: defaultMasks,
  messages: {
    tone: 'Friendly and plain: what happens next and by when, no jargon.',
    namesColleagues: false,
    drafts: [],
  },
  contacts: [],
};
