import { cleanText } from '@/lib/std/text';
import type { Escalation } from './escalation';

/** What was learned beside a ticket, as knowledge-centered service orders it. */
interface ArticleDraft {
  readonly title: string;
  readonly issue: string;
  readonly environment: string;
  readonly cause: string;
  readonly resolution: string;
}

const joined = (...parts: (string | undefined)[]): string =>
  parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join('\n\n');

/** Prefilled from ticket and report, without names of people: an article outlives its ticket. */
export function draftArticle({ report, ticket, checks }: Escalation): ArticleDraft {
  return {
    title: report.title.value.trim() || ticket.subject.trim(),
    issue: joined(checks['own-words']?.note, report.actual.value, report.error.value),
    environment: joined(report.environment.value, report.part.value),
    cause: '',
    resolution: '',
  };
}

const HEADINGS = [
  ['issue', 'Issue'],
  ['environment', 'Environment'],
  ['cause', 'Cause'],
  ['resolution', 'Resolution'],
] as const;

/** The draft as Markdown; the agent writes Markdown, so nothing is escaped. Empty sections are left out. */
export function toArticleMarkdown(draft: ArticleDraft): string {
  return HEADINGS.filter(([field]) => draft[field].trim() !== '')
    .map(([field, heading]) => `## ${heading}\n\n${cleanText(draft[field]).trim()}\n`)
    .join('\n');
}
