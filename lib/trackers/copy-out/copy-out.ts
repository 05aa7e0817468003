import type { Root, RootContent } from 'mdast';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { toMarkdown } from '@/lib/std/markdown';
import { cleanLine, toHttpUrl, truncate } from '@/lib/std/text';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { withKey } from '@/lib/trackers/with-key';

/**
 * What works with no configuration at all: the issue as a file, as text for the clipboard, or as GitHub's prefilled
 * form. No `Tracker`: nothing is sent, so nothing can be found again until the agent gives the issue's address.
 */
export const copyOut = {
  id: 'copy-out',
  name: 'Copy out',
  summary: 'Copy the issue or save it as a file, and paste it into any tracker.',
} as const;

/** GitHub answers longer addresses with 414; the form itself would take more. */
const MAX_ADDRESS = 8_000;
/** GitHub cuts nothing: a longer title is refused. */
const MAX_TITLE = 256;

const toBody = (issue: NewIssue, key: string) => toMarkdown(withKey(issue.body, key));

const toTitle = (issue: NewIssue): RootContent => ({
  type: 'heading',
  depth: 1,
  children: toInertPhrasing(cleanLine(issue.title) || 'Escalation'),
});

function toText(issue: NewIssue, key: string): string {
  const body = withKey(issue.body, key);
  return toMarkdown({ ...body, children: [toTitle(issue), ...body.children] });
}

/** The whole issue as one Markdown file, named after the ticket. */
export function toMarkdownFile(issue: NewIssue, key: string): { name: string; text: string } {
  const number = cleanLine(issue.facts.ticketNumber).replace(/[^\p{L}\p{N}-]+/gu, '') || key;
  return { name: `escalation-${number.slice(0, 60)}.md`, text: toText(issue, key) };
}

/** The same as plain text: title first, so that one paste fills a form or a chat. */
export function toClipboardText(issue: NewIssue, key: string): string {
  return toText(issue, key);
}

export interface PrefilledForm {
  readonly url: string;
  /** True when the body did not fit into an address and ends early: offer the clipboard as well. */
  readonly shortened: boolean;
}

/** `https://github.com/owner/name`, also on a GitHub of one's own; whatever follows is left out. */
function toRepository(address: string): string | null {
  const url = toHttpUrl(address);
  const [owner, name] = url?.pathname.split('/').filter(Boolean) ?? [];
  const isName = /^[\w.-]+$/;
  if (!url || !owner || !name || !isName.test(owner) || !isName.test(name)) return null;
  return `${url.origin}/${owner}/${name.replace(/\.git$/, '')}`;
}

const NOTE: RootContent = {
  type: 'paragraph',
  children: [
    {
      type: 'emphasis',
      children: [{ type: 'text', value: 'Shortened: the full text is on the clipboard.' }],
    },
  ],
};

/**
 * GitHub's new-issue form, filled in (docs.github.com, "Creating an issue from a URL query"). A body that is too long
 * ends at the border of a block, never inside one. Null when the address is no repository.
 */
export function toGitHubNewIssueUrl(
  issue: NewIssue,
  key: string,
  repositoryUrl: string,
): PrefilledForm | null {
  const repository = toRepository(repositoryUrl);
  if (!repository) return null;
  const title = truncate(cleanLine(issue.title), MAX_TITLE);
  const toUrl = (body: string) => `${repository}/issues/new?${new URLSearchParams({ title, body })}`;
  const whole = toUrl(toBody(issue, key));
  if (whole.length <= MAX_ADDRESS) return { url: whole, shortened: false };

  for (let count = issue.body.children.length - 1; count > 0; count -= 1) {
    const kept = withoutLooseHeading(issue.body.children.slice(0, count));
    const body: Root = { type: 'root', children: [...kept, NOTE] };
    const url = toUrl(toMarkdown(withKey(body, key)));
    if (url.length <= MAX_ADDRESS) return { url, shortened: true };
  }
  return { url: toUrl(toMarkdown(withKey({ type: 'root', children: [NOTE] }, key))), shortened: true };
}

function withoutLooseHeading(blocks: RootContent[]): RootContent[] {
  return blocks.at(-1)?.type === 'heading' ? blocks.slice(0, -1) : blocks;
}
