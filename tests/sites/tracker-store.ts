import type { Clock } from './clock';
import { isRecord } from './site-server';
import {
  categories,
  customFields,
  type DemoIssue,
  type DemoIssueFile,
  type Named,
  priorities,
  statuses,
  trackers,
  trackerUsers,
} from './tracker-records';

type Input = Record<string, unknown>;

export interface TrackerStore {
  readonly issues: readonly DemoIssue[];
  issue(id: number): DemoIssue | undefined;
  file(id: number): DemoIssueFile | undefined;
  /** Keeps bytes until an issue takes them by their token. */
  upload(
    file: { filename: string; contentType: string; bytes: Buffer },
    author: Named,
  ): { id: number; token: string };
  /** Redmine's sentences on failure, else the issue. */
  create(input: Input, author: Named): DemoIssue | string[];
  update(issue: DemoIssue, input: Input, author: Named): string[];
}

export function createTrackerStore(clock: Clock): TrackerStore {
  const issues: DemoIssue[] = [];
  const files: (DemoIssueFile & { token: string })[] = [];
  let journalCount = 0;

  // Redmine stores whole seconds; a client that compares milliseconds must fail here as well.
  const now = () => new Date(Math.floor(clock.now().getTime() / 1000) * 1000);

  const takeUploads = (issue: DemoIssue, value: unknown) => {
    for (const entry of Array.isArray(value) ? value.filter(isRecord) : []) {
      const file = files.find(({ token }) => token === entry.token);
      // An unknown or already used token is passed over without a word.
      if (!file || issues.some(({ attachments }) => attachments.includes(file))) continue;
      if (typeof entry.filename === 'string') file.filename = toFilename(entry.filename);
      if (typeof entry.content_type === 'string') file.contentType = entry.content_type;
      if (typeof entry.description === 'string') file.description = entry.description;
      issue.attachments.push(file);
    }
  };

  const create: TrackerStore['create'] = (input, author) => {
    const createdAt = now();
    const issue: DemoIssue = {
      id: issues.length + 1,
      subject: '',
      description: '',
      tracker: byId(trackers, 1),
      status: statuses[0],
      priority: byId(priorities, 2),
      category: null,
      author: toNamed(author),
      assignee: null,
      startDate: createdAt.toISOString().slice(0, 10),
      dueDate: null,
      isPrivate: false,
      customFields: new Map(),
      attachments: [],
      journals: [],
      createdAt,
      updatedAt: createdAt,
      closedAt: null,
    };
    const errors = [...applyFields(issue, input), ...validate(issue)];
    if (errors.length > 0) return errors;
    issues.push(issue);
    takeUploads(issue, input.uploads);
    return issue;
  };

  const update: TrackerStore['update'] = (issue, input, author) => {
    const draft: DemoIssue = { ...issue, customFields: new Map(issue.customFields) };
    const errors = [...applyFields(draft, input), ...validate(draft)];
    if (errors.length > 0) return errors;
    const before = journalValues(issue);
    const after = journalValues(draft);
    const details = Object.keys(after)
      .filter((name) => before[name] !== after[name])
      .map((name) => ({ name, oldValue: before[name] ?? null, newValue: after[name] ?? null }));
    const notes = typeof input.notes === 'string' ? toCrlf(input.notes) : '';
    if (draft.status.isClosed && !issue.status.isClosed) draft.closedAt = now();
    Object.assign(issue, draft);
    takeUploads(issue, input.uploads);
    if (!notes && details.length === 0) return [];
    journalCount += 1;
    issue.updatedAt = now();
    issue.journals.push({
      id: journalCount,
      author: toNamed(author),
      notes,
      isPrivate: input.private_notes === true,
      createdAt: issue.updatedAt,
      details,
    });
    return [];
  };

  return {
    issues,
    issue: (id) => issues.find((issue) => issue.id === id),
    file: (id) => files.find((file) => file.id === id),
    upload: ({ filename, contentType, bytes }, author) => {
      const id = files.length + 1;
      const token = `${id}.${Buffer.from(`upload-${id}-${bytes.length}`).toString('hex')}`;
      files.push({
        id,
        token,
        filename: toFilename(filename),
        contentType,
        description: '',
        author: toNamed(author),
        createdAt: now(),
        bytes,
      });
      return { id, token };
    },
    create,
    update,
  };
}

function byId<T extends Named>(list: readonly T[], id: unknown): T {
  const found = list.find((entry) => entry.id === Number(id));
  if (!found) throw new Error(`No entry ${String(id)}`);
  return found;
}

function toNamed({ id, name }: Named): Named {
  return { id, name };
}

/** Writes what Redmine would accept; unknown trackers, categories and fields are ignored silently. */
function applyFields(issue: DemoIssue, input: Input): string[] {
  const errors: string[] = [];
  if ('subject' in input)
    issue.subject = String(input.subject ?? '')
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .trim();
  if ('description' in input) issue.description = toCrlf(String(input.description ?? ''));
  issue.tracker = trackers.find(({ id }) => id === Number(input.tracker_id)) ?? issue.tracker;
  issue.status = statuses.find(({ id }) => id === Number(input.status_id)) ?? issue.status;
  issue.category = categories.find(({ id }) => id === Number(input.category_id)) ?? issue.category;
  if ('is_private' in input) issue.isPrivate = input.is_private === true;
  if ('priority_id' in input) {
    const priority = priorities.find(({ id }) => id === Number(input.priority_id));
    if (priority) issue.priority = priority;
    else errors.push('Priority cannot be blank');
  }
  if ('assigned_to_id' in input) {
    const wanted = input.assigned_to_id;
    const user = trackerUsers.find(({ id }) => id === Number(wanted));
    if (user) issue.assignee = toNamed(user);
    else if (wanted === '' || wanted === null) issue.assignee = null;
    else errors.push('Assignee is invalid');
  }
  if ('due_date' in input) {
    const wanted = String(input.due_date ?? '');
    if (wanted === '') issue.dueDate = null;
    else if (/^\d{4}-\d\d-\d\d$/.test(wanted) && !Number.isNaN(Date.parse(wanted))) issue.dueDate = wanted;
    else errors.push('Due date is not a valid date');
  }
  const fields = Array.isArray(input.custom_fields) ? input.custom_fields.filter(isRecord) : [];
  for (const { id, value } of fields) {
    const field = customFields.find((known) => known.id === Number(id));
    if (!field) continue;
    const text = value === null || value === undefined ? '' : String(value);
    if (field.values && text !== '' && !field.values.includes(text)) {
      errors.push(`${field.name} is not included in the list`);
    } else issue.customFields.set(field.id, text);
  }
  return errors;
}

function validate(issue: DemoIssue): string[] {
  const errors: string[] = [];
  if (issue.subject === '') errors.push('Subject cannot be blank');
  if ([...issue.subject].length > 255) errors.push('Subject is too long (maximum is 255 characters)');
  if (issue.dueDate !== null && issue.dueDate < issue.startDate) {
    errors.push('Due date must be greater than start date');
  }
  return errors;
}

function journalValues(issue: DemoIssue): Record<string, string | null> {
  return {
    subject: issue.subject,
    description: issue.description,
    tracker_id: String(issue.tracker.id),
    status_id: String(issue.status.id),
    priority_id: String(issue.priority.id),
    category_id: issue.category ? String(issue.category.id) : null,
    assigned_to_id: issue.assignee ? String(issue.assignee.id) : null,
    due_date: issue.dueDate,
    ...Object.fromEntries(customFields.map(({ id }) => [`cf:${id}`, issue.customFields.get(id) ?? null])),
  };
}

function toCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/** As Redmine's `Attachment#sanitize_filename`: no folders, no signs that a disk refuses. */
function toFilename(name: string): string {
  return name.replace(/^.*[\\/]/s, '').replace(/[/?%*:|"'<>\n\r]+/g, '_');
}
