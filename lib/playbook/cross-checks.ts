import type { Playbook } from './playbook';
import type { PlaybookProblem } from './problem';

type Path = PlaybookProblem['path'];

/** The later one of two entries with the same name is the wrong one. */
function repeated<T>(entries: readonly T[], nameOf: (entry: T) => unknown, pathOf: (at: number) => Path) {
  const seen = new Set<unknown>();
  return entries.flatMap<PlaybookProblem>((entry, at) => {
    const name = nameOf(entry);
    if (seen.has(name)) return [{ path: pathOf(at), message: `has the same value as one before: ${name}` }];
    seen.add(name);
    return [];
  });
}

/** Fields by which records of old escalations and other sections name an entry. */
function repeatedNames(playbook: Playbook): PlaybookProblem[] {
  const { checklist, questionSets, massness, severities, templates, parts, masks, messages } = playbook;
  const byId = (section: string) => (at: number) => [section, at, 'id'];
  return [
    ...repeated(checklist, ({ id }) => id, byId('checklist')),
    ...repeated(questionSets, ({ id }) => id, byId('questionSets')),
    // The same question may stand in several sets: it is answered once.
    ...questionSets.flatMap(({ questions }, setAt) =>
      repeated(
        questions,
        ({ id }) => id,
        (at) => ['questionSets', setAt, 'questions', at, 'id'],
      ),
    ),
    ...repeated(massness, ({ id }) => id, byId('massness')),
    ...repeated(
      severities,
      ({ level }) => level,
      (at) => ['severities', at, 'level'],
    ),
    ...repeated(
      templates,
      ({ kind }) => kind,
      (at) => ['templates', at, 'kind'],
    ),
    ...templates.flatMap(({ fields }, templateAt) =>
      repeated(
        fields,
        ({ id }) => id,
        (at) => ['templates', templateAt, 'fields', at, 'id'],
      ),
    ),
    ...repeated(parts, ({ id }) => id, byId('parts')),
    ...repeated(
      masks.patterns,
      ({ id }) => id,
      (at) => ['masks', 'patterns', at, 'id'],
    ),
    ...repeated(
      messages.drafts,
      ({ event }) => event,
      (at) => ['messages', 'drafts', at, 'event'],
    ),
  ];
}

function thresholdProblems({ thresholds }: Playbook): PlaybookProblem[] {
  const { organization, several, everyone } = thresholds;
  const wrong = (field: string, message: string) => [{ path: ['thresholds', field], message }];
  return [
    ...(organization < 2 ? wrong('organization', 'must be at least 2: one person is one person') : []),
    ...(several < 2 ? wrong('several', 'must be at least 2: one organization is not several') : []),
    ...(everyone <= several ? wrong('everyone', `must be more than several, which is ${several}`) : []),
  ];
}

function templateProblems({ templates, parts }: Playbook): PlaybookProblem[] {
  const known = new Set(templates.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return [
    ...(templates.some(({ kind }) => kind === 'bug')
      ? []
      : [{ path: ['templates'], message: 'must hold one of the kind bug' }]),
    ...templates.flatMap(({ fields }, templateAt) =>
      fields.flatMap(({ input, choices }, at) =>
        input === 'choice' && choices.length < 2
          ? [
              {
                path: ['templates', templateAt, 'fields', at, 'choices'],
                message: 'must have at least 2 entries',
              },
            ]
          : [],
      ),
    ),
    ...parts.flatMap(({ requires }, partAt) =>
      requires.flatMap((name, at) =>
        known.has(name)
          ? []
          : [{ path: ['parts', partAt, 'requires', at], message: `no template has a field ${name}` }],
      ),
    ),
  ];
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function calendarProblems({ calendar }: Playbook): PlaybookProblem[] {
  const { timeZone, start, end } = calendar;
  const unknown = timeZone !== 'local' && !isTimeZone(timeZone);
  return [
    ...(unknown
      ? [
          {
            path: ['calendar', 'timeZone'],
            message: 'must be a time zone such as Europe/Berlin, or local',
          },
        ]
      : []),
    ...(start >= end
      ? [{ path: ['calendar', 'end'], message: `must be later than the start, which is ${start}` }]
      : []),
  ];
}

/** What is wrong between fields that fit each by itself. */
export function crossProblems(playbook: Playbook): PlaybookProblem[] {
  return [
    ...repeatedNames(playbook),
    ...thresholdProblems(playbook),
    ...templateProblems(playbook),
    ...calendarProblems(playbook),
  ];
}
