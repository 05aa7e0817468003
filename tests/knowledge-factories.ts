import type { KnowledgeRecord, StoredRecord } from '@/lib/knowledge/knowledge-record';

type Kind<K extends KnowledgeRecord['kind']> = Extract<StoredRecord, { kind: K }>;

const stored = (id: string) => ({ id, recordKey: `demo/${id}`, connectionId: 'demo', savedAt: 1 });

/** A bug with an error code; change what the test is about. */
export function aBug(changes: Partial<Kind<'known-bug'>> = {}): Kind<'known-bug'> {
  return {
    ...stored(changes.id ?? 'bug-1'),
    kind: 'known-bug',
    key: 'APP-512',
    title: 'CSV export stops on large reports',
    text: 'The export ends with E-4102 at 42 % when a report on /reports holds more rows than one batch.',
    body: null,
    status: 'in-progress',
    statusText: 'In progress',
    parts: ['Reports'],
    versions: [],
    fixedIn: [],
    signatures: ['E-4102'],
    workaround: 'Export one week at a time.',
    reply: 'We know this one. Until it is fixed, please export one week at a time.',
    reports: [],
    reportCount: 14,
    organizations: ['Halden Ferry Lines', 'Quarry & Sons'],
    url: 'https://tracker.example/APP-512',
    createdAt: Date.UTC(2026, 9, 1),
    updatedAt: Date.UTC(2026, 10, 20),
    issue: null,
    ...changes,
  };
}

/** One of many that say nothing about an export, so that words have weight. */
export const aFiller = (at: number): StoredRecord =>
  aBug({
    id: `other-${at}`,
    key: `APP-${900 + at}`,
    title: `Calendar shows an entry twice after it was moved to day ${at}`,
    text: 'The calendar keeps the old one until it is opened again.',
    parts: ['Calendar'],
    signatures: [],
    workaround: '',
    reply: '',
    reportCount: 0,
    organizations: [],
  });

export function anArticle(changes: Partial<Kind<'article'>> = {}): Kind<'article'> {
  return {
    ...stored(changes.id ?? 'docs/export.md'),
    kind: 'article',
    title: 'Exporting a report as CSV',
    text: 'Open Reports, choose a period, press Export CSV. A red box with E-4102 means that the period is too long.',
    body: { format: 'markdown', content: '# Exporting\n\nOpen **Reports**, press Export CSV.' },
    labels: ['reports'],
    audience: 'internal',
    owner: 'Ida',
    verifiedAt: Date.UTC(2026, 8, 1),
    url: 'https://docs.example/export',
    createdAt: Date.UTC(2026, 5, 1),
    updatedAt: Date.UTC(2026, 8, 1),
    ...changes,
  };
}

/** Two of the questions are answered. */
export function aCard(changes: Partial<Kind<'feature-card'>> = {}): Kind<'feature-card'> {
  const none = { name: '', goal: '', audience: '', location: '', appearance: '', turnOff: '' };
  const rest = { debugLogs: '', failures: '', knownIssues: '', tradeoffs: '' };
  return {
    ...stored(changes.id ?? 'cards/passengers.md'),
    kind: 'feature-card',
    title: 'Passengers by route',
    aliases: ['monthly passenger report'],
    answers: { ...none, ...rest, turnOff: 'Settings, Reports, switch it off.', collect: 'The export id' },
    links: [{ label: 'Recording of the handoff', url: 'https://video.example/passengers' }],
    owner: 'Mateo',
    verifiedAt: Date.UTC(2026, 10, 18),
    releasedAt: Date.UTC(2026, 10, 10),
    url: '',
    updatedAt: Date.UTC(2026, 10, 18),
    ...changes,
  };
}
