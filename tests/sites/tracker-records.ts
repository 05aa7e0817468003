/** Ids and names as Redmine's default data and the seeded project have them. */
export interface Named {
  id: number;
  name: string;
}

export interface TrackerUser extends Named {
  login: string;
  apiKey: string;
  admin: boolean;
}

export const statuses = [
  { id: 1, name: 'New', isClosed: false },
  { id: 2, name: 'In Progress', isClosed: false },
  { id: 3, name: 'Resolved', isClosed: false },
  { id: 4, name: 'Feedback', isClosed: false },
  { id: 5, name: 'Closed', isClosed: true },
  { id: 6, name: 'Rejected', isClosed: true },
] as const;

export const priorities: readonly Named[] = [
  { id: 1, name: 'Low' },
  { id: 2, name: 'Normal' },
  { id: 3, name: 'High' },
  { id: 4, name: 'Urgent' },
  { id: 5, name: 'Immediate' },
];

export const trackers: readonly Named[] = [
  { id: 1, name: 'Bug' },
  { id: 2, name: 'Feature' },
  { id: 3, name: 'Support' },
];

export const categories: readonly Named[] = [
  { id: 1, name: 'Billing' },
  { id: 2, name: 'Reports' },
  { id: 3, name: 'Chat' },
  { id: 4, name: 'Calendar' },
  { id: 5, name: 'Mail' },
  { id: 6, name: 'Automation' },
  { id: 7, name: 'Sign-in' },
];

export const customFields: readonly (Named & { values?: readonly string[] })[] = [
  { id: 1, name: 'Source ticket' },
  { id: 2, name: 'Severity', values: ['1', '2', '3', '4'] },
];

/** Nils is the administrator who accepts and hands out; the bot is whom Baton writes as. */
export const trackerUsers: readonly TrackerUser[] = [
  { id: 1, name: 'Nils Aker', login: 'admin', apiKey: 'a'.repeat(40), admin: true },
  { id: 5, name: 'Support Bot', login: 'bot', apiKey: 'b'.repeat(40), admin: false },
  { id: 6, name: 'Vera Lund', login: 'vera', apiKey: 'c'.repeat(40), admin: false },
  { id: 7, name: 'Mateo Prins', login: 'mateo', apiKey: 'd'.repeat(40), admin: false },
];

export const project = { id: 1, name: 'App', identifier: 'app' } as const;

export interface DemoJournal {
  id: number;
  author: Named;
  notes: string;
  isPrivate: boolean;
  createdAt: Date;
  details: { name: string; oldValue: string | null; newValue: string | null }[];
}

export interface DemoIssueFile {
  id: number;
  filename: string;
  contentType: string;
  description: string;
  author: Named;
  createdAt: Date;
  bytes: Buffer;
}

export interface DemoIssue {
  id: number;
  subject: string;
  description: string;
  tracker: Named;
  status: Named & { isClosed: boolean };
  priority: Named;
  category: Named | null;
  author: Named;
  assignee: Named | null;
  startDate: string;
  /** `YYYY-MM-DD` */
  dueDate: string | null;
  isPrivate: boolean;
  /** By field id: 1 `Source ticket`, 2 `Severity`. */
  customFields: Map<number, string>;
  attachments: DemoIssueFile[];
  journals: DemoJournal[];
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}
