import type { PlaybookProblem } from './problem';

/** How a field is called on the settings page and in the published schema. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  /** Several lines. */
  readonly long?: true;
  /** One entry of a list, e.g. `check`. */
  readonly entry?: string;
  /** Lies folded under this title with others of the same. */
  readonly folded?: string;
  /** What the values of a choice mean, or the places of a row. */
  readonly names?: Readonly<Record<string, string>>;
}

const LANGUAGES: Readonly<Record<string, FieldWords>> = {
  en: { label: 'English', long: true },
  de: { label: 'German', long: true, folded: 'Other languages' },
  fr: { label: 'French', long: true, folded: 'Other languages' },
  es: { label: 'Spanish', long: true, folded: 'Other languages' },
  pt: { label: 'Portuguese', long: true, folded: 'Other languages' },
  ru: { label: 'Russian', long: true, folded: 'Other languages' },
};
const MASSNESS = {
  isolated: 'One person',
  organization: 'One organization',
  several: 'Several organizations',
  everyone: 'Everyone',
};
const WEEKDAYS = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};
const BY_LEVEL = {
  names: { 0: 'Severity 1', 1: 'Severity 2', 2: 'Severity 3', 3: 'Severity 4' },
  help: 'After massness has raised the severity.',
};
const ID = { label: 'Id', help: 'Records refer to it: keep it when the words change.' };
const PHRASES =
  'Words or phrases with commas between them, in any language. A star ends a word that may go on: “erwart*”.';
const ONE_A_LINE = 'One a line.';
const FOR_CUSTOMERS =
  'In braces: customer, number, subject, agent, name, expertise, respondBy, date, question.';

/** By path, without the numbers of list entries. A test compares it with the schema. */
const WORDS: Readonly<Record<string, FieldWords>> = {
  version: { label: 'Version', help: 'Of the form of this document.' },

  checklist: {
    label: 'Checklist',
    entry: 'check',
    help: 'What is settled before engineering is disturbed, in this order.',
  },
  'checklist.id': ID,
  'checklist.title': { label: 'Title' },
  'checklist.hint': { label: 'Hint' },
  'checklist.kind': {
    label: 'How it is settled',
    names: { words: 'In the agent’s own words', search: 'Searched by itself', confirm: 'Done by the agent' },
  },
  'checklist.required': { label: 'Required', help: 'It cannot be waived with a reason.' },

  questionSets: {
    label: 'Question sets',
    entry: 'question set',
    help: 'What to ask the customer first, chosen by words of the ticket.',
  },
  'questionSets.id': ID,
  'questionSets.title': { label: 'Symptom' },
  'questionSets.symptoms': { label: 'Words of a ticket that speak for it', long: true, help: PHRASES },
  'questionSets.questions': { label: 'Questions', entry: 'question' },
  'questionSets.questions.id': ID,
  'questionSets.questions.ask': { label: 'What the agent wants to know' },
  'questionSets.questions.reply': { label: 'Reply to the customer', help: FOR_CUSTOMERS },
  'questionSets.questions.answers': { label: 'Answers', entry: 'answer' },
  'questionSets.questions.answers.label': { label: 'Answer' },
  'questionSets.questions.answers.saidBy': {
    label: 'Words of the conversation that already say so',
    long: true,
    help: PHRASES,
  },
  'questionSets.questions.answers.clientSide': {
    label: 'The cause lies with the customer',
    help: 'Baton then offers to end it without engineering.',
  },

  massness: { label: 'How many are hit', entry: 'level', help: 'Four levels, from one person to everyone.' },
  'massness.id': { label: 'Level', names: MASSNESS },
  'massness.label': { label: 'Name' },
  'massness.meaning': { label: 'Meaning' },
  'massness.raises': { label: 'Raises the severity by' },

  thresholds: { label: 'From how many on' },
  'thresholds.organization': { label: 'One organization', help: 'From so many people of it on.' },
  'thresholds.several': { label: 'Several organizations', help: 'From so many organizations on.' },
  'thresholds.everyone': { label: 'Everyone', help: 'From so many organizations on.' },
  'thresholds.platformWords': {
    label: 'Words that speak of everyone',
    long: true,
    help: PHRASES,
  },

  severities: {
    label: 'Severity',
    entry: 'level',
    help: 'How badly work is hit: 4 stops people completely.',
  },
  'severities.level': { label: 'Level', names: { 1: 'Level 1', 2: 'Level 2', 3: 'Level 3', 4: 'Level 4' } },
  'severities.label': { label: 'Definition' },
  'severities.examples': { label: 'Examples', long: true, help: ONE_A_LINE },
  'severities.words': { label: 'Words that speak for it', long: true, help: PHRASES },
  'severities.takenUp': { label: 'Taken into work' },
  'severities.takenUp.kind': {
    label: 'Counted',
    names: { 'at-once': 'At once', 'working-days': 'In working days', days: 'In days' },
  },
  'severities.takenUp.count': { label: 'Within' },
  'severities.controlAfterWorkingDays': {
    label: 'Control point after working days',
    help: 'Empty: the next weekly one.',
  },

  priorities: { label: 'Priorities', help: 'What the tracker gets, by how many are hit and how badly.' },
  'priorities.isolated': { label: MASSNESS.isolated, ...BY_LEVEL },
  'priorities.organization': { label: MASSNESS.organization, ...BY_LEVEL },
  'priorities.several': { label: MASSNESS.several, ...BY_LEVEL },
  'priorities.everyone': { label: MASSNESS.everyone, ...BY_LEVEL },

  templates: {
    label: 'Templates',
    entry: 'template',
    help: 'What an engineer gets, by what is asked of engineering.',
  },
  'templates.kind': {
    label: 'Kind',
    names: {
      bug: 'Bug',
      'feature-request': 'Feature request',
      consultation: 'Consultation',
      'tier-handoff': 'Handoff to the next tier',
      critical: 'Critical',
    },
  },
  'templates.label': { label: 'Name' },
  'templates.meaning': { label: 'When it is the right one' },
  'templates.fields': { label: 'Fields', entry: 'field' },
  'templates.fields.id': {
    label: 'Id',
    help: 'A field of the report where one has this name, such as steps, expected, actual; else one of its own.',
  },
  'templates.fields.label': { label: 'Label' },
  'templates.fields.hint': { label: 'Hint' },
  'templates.fields.input': {
    label: 'Filled in as',
    names: { line: 'One line', text: 'Text', code: 'Text as it is, such as a log', choice: 'Choice' },
  },
  'templates.fields.choices': { label: 'Choices', long: true, help: `Only for a choice. ${ONE_A_LINE}` },
  'templates.fields.required': { label: 'Required' },

  calendar: { label: 'Calendar', help: 'By which dates are promised.' },
  'calendar.timeZone': {
    label: 'Time zone of the team',
    help: 'Such as Europe/Berlin, or “local” for the one of each agent’s browser.',
  },
  'calendar.workdays': { label: 'Workdays', names: WEEKDAYS },
  'calendar.start': { label: 'Work begins', help: 'Such as 09:00.' },
  'calendar.end': { label: 'Work ends', help: 'Such as 18:00.' },
  'calendar.holidays': { label: 'Holidays', long: true, help: `Such as 2026-12-25. ${ONE_A_LINE}` },
  'calendar.controlPointWeekday': {
    label: 'Weekly control point',
    names: WEEKDAYS,
    help: 'The day on which dates are gone through with the tracker’s administrator.',
  },

  parts: { label: 'Parts of the system', entry: 'part', help: 'Where an issue goes, and who takes it in.' },
  'parts.id': ID,
  'parts.name': { label: 'Name' },
  'parts.words': { label: 'What customers call it', long: true, help: PHRASES },
  'parts.queue': {
    label: 'Queue in the tracker',
    help: 'Component or category. Empty: the name of the part.',
  },
  'parts.administrator': { label: 'Administrator', help: 'Who takes in and distributes the work.' },
  'parts.expertise': { label: 'What customers may hear of them', help: 'Such as “our billing specialist”.' },
  'parts.raci': { label: 'Responsible, accountable, consulted, informed' },
  'parts.links': { label: 'Internal tools', entry: 'link' },
  'parts.links.label': { label: 'Name' },
  'parts.links.url': { label: 'Address', help: 'Begins with https://.' },
  'parts.requires': {
    label: 'Required template fields',
    long: true,
    help: `Ids of fields that engineers of this part asked for before. ${ONE_A_LINE}`,
  },

  policy: { label: 'Policy', entry: 'rule', help: 'Who gets involved when. Shown where the agent decides.' },
  'policy.severity': { label: 'From severity' },
  'policy.massness': { label: 'From how many on', names: MASSNESS },
  'policy.who': { label: 'Who' },
  'policy.what': { label: 'What they do, and within which time' },

  masks: { label: 'Masks', help: 'Personal data that is covered in what leaves.' },
  'masks.kinds': {
    label: 'Found by itself',
    names: {
      email: 'E-mail addresses',
      phone: 'Phone numbers',
      card: 'Card numbers',
      iban: 'IBANs',
      token: 'Keys and tokens',
      credentials: 'Passwords in addresses',
      ip: 'IP addresses',
    },
  },
  'masks.patterns': {
    label: 'Patterns of your own',
    entry: 'pattern',
    help: 'National ids, customer numbers.',
  },
  'masks.patterns.id': ID,
  'masks.patterns.label': { label: 'What stands there instead' },
  'masks.patterns.pattern': {
    label: 'Pattern',
    help: '# a digit, @ a letter, ? either; letters, digits and . : / - stand for themselves.',
  },
  'masks.patterns.after': {
    label: 'Only behind one of these words',
    help: 'For numbers that look like any other. Empty: wherever it stands.',
  },

  messages: { label: 'Messages to customers' },
  'messages.tone': { label: 'Tone', long: true, help: 'Shown beside every draft.' },
  'messages.namesColleagues': { label: 'Names of colleagues may stand in them' },
  'messages.drafts': { label: 'Drafts', entry: 'draft', help: FOR_CUSTOMERS },
  'messages.drafts.event': {
    label: 'When',
    names: {
      received: 'Received',
      'handed-over': 'Handed over',
      moved: 'The date moved',
      question: 'Engineering asks',
      fixed: 'Fixed',
      'follow-up': 'Follow-up',
    },
  },
  'messages.drafts.texts': { label: 'As a letter' },
  'messages.drafts.short': { label: 'For a chat' },

  contacts: {
    label: 'Emergency contacts',
    entry: 'contact',
    help: 'Whom to call when everything is down: one key away in the panel, offline too.',
  },
  'contacts.name': { label: 'Name' },
  'contacts.role': { label: 'Role' },
  'contacts.when': { label: 'When to disturb them' },
  'contacts.phone': { label: 'Phone' },
  'contacts.chat': { label: 'Address in the chat', help: 'Begins with https://.' },
  'contacts.url': { label: 'Runbook or pager', help: 'Begins with https://.' },
  'contacts.hours': { label: 'Reached at' },
};

/** Every path that has words, without those of the languages. */
export const wordedPaths = (): readonly string[] => Object.keys(WORDS);

/** The words of a field; its own name where it has none. */
export function wordsFor(path: PlaybookProblem['path']): FieldWords {
  const names = path.filter((step) => typeof step === 'string');
  const last = names.at(-1) ?? '';
  return WORDS[names.join('.')] ?? LANGUAGES[last] ?? { label: last };
}

/** One part of the editor, with the top-level fields it holds. */
export interface PlaybookPart {
  readonly title: string;
  readonly fields: readonly string[];
}

/** The sections of the editor, in the order in which an agent meets them. */
export const PLAYBOOK_PARTS: readonly PlaybookPart[] = [
  { title: 'Checklist', fields: ['checklist'] },
  { title: 'Question sets', fields: ['questionSets'] },
  { title: 'How many are hit', fields: ['massness', 'thresholds'] },
  { title: 'Severity', fields: ['severities'] },
  { title: 'Priorities', fields: ['priorities'] },
  { title: 'Templates', fields: ['templates'] },
  { title: 'Calendar', fields: ['calendar'] },
  { title: 'Parts of the system', fields: ['parts'] },
  { title: 'Policy', fields: ['policy'] },
  { title: 'Masks', fields: ['masks'] },
  { title: 'Messages to customers', fields: ['messages'] },
  { title: 'Emergency contacts', fields: ['contacts'] },
];
