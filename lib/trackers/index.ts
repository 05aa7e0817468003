import { type AnyTracker, toAnyTracker } from './any-tracker';
import { redmine } from './redmine/redmine';

/** Every tracker there is. A new one is its folder and a line here. */
export const trackers: readonly AnyTracker[] = [toAnyTracker(redmine)];

export function trackerById(id: string): AnyTracker | undefined {
  return trackers.find((tracker) => tracker.id === id);
}

export type { AnyTracker } from './any-tracker';
export { copyOut, toClipboardText, toGitHubNewIssueUrl, toMarkdownFile } from './copy-out/copy-out';
